import { useState, type FormEvent } from 'react';
import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { parseTargetDuration } from 'backstage-plugin-continuity-common';
import { hasLoss, type LossQuestion } from '../dependency/loss/whatIfAddress';
import { useTranslation } from '../translation';
import { EntityPicker } from './EntityPicker';
import { LossFilterFields } from './LossFilterFields';

const useStyles = makeStyles(theme => ({
  form: { display: 'flex', flexDirection: 'column', gap: theme.spacing(2) },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    gap: theme.spacing(2),
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** Composes the question: which entities are lost, by name or by what they have in common, and for how long. */
export const LossComposer = (props: {
  question: LossQuestion;
  onAsk: (question: LossQuestion) => void;
}) => {
  const { question, onAsk } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [draft, setDraft] = useState(question);
  const [outage, setOutage] = useState(question.outage ?? '');
  const [withFilter, setWithFilter] = useState(Boolean(question.filter));
  const [asked, setAsked] = useState(false);
  const written = outage.trim();
  const outageWrong = written !== '' && !parseTargetDuration(written).ok;
  const missing = asked && !hasLoss(draft);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!hasLoss(draft) || outageWrong) return;
    onAsk({ ...draft, outage: written || undefined });
  };
  const clear = () => {
    setDraft({});
    setOutage('');
    setAsked(false);
    setWithFilter(false);
    onAsk({});
  };

  return (
    <EntityInfoCard title={t('dependency.loss.title')}>
      <form onSubmit={submit} noValidate className={classes.form}>
        <Typography variant="body2">{t('dependency.loss.intro')}</Typography>
        <div className={classes.row}>
          <div>
            <EntityPicker
              refs={draft.entities ?? []}
              onChange={refs =>
                setDraft(last => ({
                  ...last,
                  entities: refs.length ? refs : undefined,
                }))
              }
            />
            {missing && (
              <FormHelperText error role="alert">
                {t('dependency.loss.askFirst')}
              </FormHelperText>
            )}
          </div>
          <TextField
            id="continuity-loss-outage"
            size="small"
            variant="outlined"
            label={t('dependency.loss.outage')}
            value={outage}
            onChange={event => setOutage(event.target.value)}
            error={outageWrong}
            helperText={
              outageWrong
                ? t('dependency.loss.outageWrong')
                : t('dependency.loss.outageHelp')
            }
          />
        </div>
        {withFilter && (
          <LossFilterFields
            filter={draft.filter}
            onChange={filter => setDraft(last => ({ ...last, filter }))}
          />
        )}
        <div className={classes.actions}>
          <Button type="submit" variant="contained" color="primary">
            {t('dependency.loss.ask')}
          </Button>
          <Button
            aria-expanded={withFilter}
            onClick={() => {
              if (withFilter) {
                setDraft(last => ({ ...last, filter: undefined }));
              }
              setWithFilter(!withFilter);
            }}
          >
            {withFilter
              ? t('dependency.loss.fewer')
              : t('dependency.loss.orFilter')}
          </Button>
          {(hasLoss(draft) || written) && (
            <Button onClick={clear}>{t('dependency.loss.startOver')}</Button>
          )}
        </div>
      </form>
    </EntityInfoCard>
  );
};

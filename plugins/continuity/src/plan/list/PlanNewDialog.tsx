import { Progress } from '@backstage/core-components';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import type {
  CoveredEntity,
  PlanKind,
  PlanSuggestion,
} from 'backstage-plugin-continuity-common';
import { useId, useState, type FormEvent } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { continuityApiRef } from '../../api';
import { nameOfRef } from '../../catalog/EntityName';
import { PartyPicker } from '../../profile/PartyPicker';
import { valueText } from '../../profile/valueText';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { PlanKindPicker } from './PlanKindPicker';
import { PlanScopeEditor } from '../editor/PlanScopeEditor';
import { refusalText } from '../../screen/refusalText';

const useStyles = makeStyles(theme => ({
  heading: { margin: theme.spacing(2, 0, 0.5) },
  needs: { listStyle: 'none', margin: 0, padding: 0 },
  covered: { color: theme.palette.text.secondary },
}));

/** Begins a plan; with an entity, it starts with that entity's system and shows what it hard-depends on. */
export const PlanNewDialog = (props: {
  entityRef?: string;
  onCreated: (planId: string) => void;
  onClose: () => void;
}) => {
  const { entityRef, onClose } = props;
  const api = useApi(continuityApiRef);
  const identityApi = useApi(identityApiRef);
  const { t } = useTranslation();
  const titleId = useId();
  const begin = useAsync(async () => {
    const { userEntityRef } = await identityApi.getBackstageIdentity();
    const suggestion = entityRef
      ? await api.plans.suggest(entityRef)
      : undefined;
    return { owner: userEntityRef, suggestion };
  }, [api, identityApi, entityRef]);

  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={titleId}
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id={titleId}>{t('plan.write')}</DialogTitle>
      {begin.loading && (
        <DialogContent>
          <Progress />
        </DialogContent>
      )}
      {!begin.loading && (
        <NewPlanForm
          {...props}
          owner={begin.value?.owner ?? ''}
          suggestion={begin.value?.suggestion}
          problem={begin.error}
        />
      )}
    </Dialog>
  );
};

function NewPlanForm(props: {
  owner: string;
  suggestion?: PlanSuggestion;
  problem?: Error;
  onCreated: (planId: string) => void;
  onClose: () => void;
}) {
  const { suggestion, problem, onCreated, onClose } = props;
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const locale = useLocale();
  const id = useId();
  const [kind, setKind] = useState<PlanKind>('service-recovery');
  const [title, setTitle] = useState(suggestion?.title ?? '');
  const [owner, setOwner] = useState(suggestion?.owner ?? props.owner);
  const [scope, setScope] = useState<CoveredEntity[]>(suggestion?.scope ?? []);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const missing = !title.trim();
  const needs = suggestion?.needs ?? [];
  const titles = new Map(
    needs.flatMap(need =>
      need.title === null ? [] : [[need.entityRef, need.title] as const],
    ),
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missing) return;
    setBusy(true);
    setError(undefined);
    try {
      const created = await api.plans.create({
        kind,
        title: title.trim(),
        ...(owner && { owner }),
        scope,
        language: locale,
      });
      onCreated(created.id);
    } catch (e) {
      setError(refusalText(t, e, { locale }));
      setBusy(false);
    }
  };

  return (
    <form onSubmit={submit} noValidate>
      <DialogContent>
        {problem && (
          <Alert severity="warning">
            {t('plan.new.noSuggestion', {
              message: refusalText(t, problem, { locale }),
            })}
          </Alert>
        )}
        {error && (
          <Alert severity="error" role="alert">
            {t('plan.failed', { message: error })}
          </Alert>
        )}
        <PlanKindPicker id={`${id}-kind`} kind={kind} onChange={setKind} />
        <TextField
          id={`${id}-title`}
          label={t('plan.new.title')}
          placeholder={t('plan.new.titleExample')}
          value={title}
          onChange={event => setTitle(event.target.value)}
          error={asked && missing}
          helperText={asked && missing ? t('plan.new.titleNeeded') : ' '}
          variant="outlined"
          margin="normal"
          size="small"
          fullWidth
          inputProps={{ maxLength: 200 }}
        />
        <PartyPicker
          id={`${id}-owner`}
          label={t('plan.new.owner')}
          value={owner}
          onChange={setOwner}
        />
        <Typography
          variant="subtitle2"
          component="h3"
          className={classes.heading}
        >
          {t('plan.section.scope')}
        </Typography>
        <Typography variant="body2" gutterBottom>
          {t('plan.new.scopeHint')}
        </Typography>
        <PlanScopeEditor
          id={`${id}-scope`}
          label={t('plan.scope.add')}
          entries={scope}
          titles={titles}
          onChange={setScope}
        />
        {needs.length > 0 && (
          <>
            <Typography
              variant="subtitle2"
              component="h3"
              className={classes.heading}
            >
              {t('plan.new.needs')}
            </Typography>
            <Typography variant="body2">{t('plan.new.needsHint')}</Typography>
            <ul className={classes.needs}>
              {needs.map(need => {
                const name = need.title ?? nameOfRef(need.entityRef);
                return (
                  <li key={need.entityRef}>
                    <FormControlLabel
                      control={
                        <Checkbox
                          color="primary"
                          size="small"
                          checked={scope.some(
                            each => each.entityRef === need.entityRef,
                          )}
                          onChange={(_, on) =>
                            setScope(before =>
                              on
                                ? [
                                    ...before,
                                    { entityRef: need.entityRef, parts: false },
                                  ]
                                : before.filter(
                                    each => each.entityRef !== need.entityRef,
                                  ),
                            )
                          }
                        />
                      }
                      label={
                        <>
                          {name}
                          <span className={classes.covered}>
                            {need.rto !== null &&
                              ` · RTO ${valueText(t, 'rto', need.rto)}`}
                            {' · '}
                            {t(
                              need.hasPlan
                                ? 'plan.new.hasPlan'
                                : 'plan.new.hasNoPlan',
                            )}
                          </span>
                        </>
                      }
                    />
                  </li>
                );
              })}
            </ul>
            {suggestion!.redacted > 0 && (
              <Typography variant="body2" className={classes.covered}>
                {t('plan.scope.redacted', { count: suggestion!.redacted })}
              </Typography>
            )}
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('plan.cancel')}</Button>
        <Button
          type="submit"
          color="primary"
          variant="contained"
          disabled={busy}
        >
          {t('plan.new.begin')}
        </Button>
      </DialogActions>
    </form>
  );
}

import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  planContentKeys,
  type PlanContents,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { useTranslation } from '../../translation';

type Reference = NonNullable<PlanContents['reference']>;

const useStyles = makeStyles(theme => ({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr) 120px 170px',
    gap: theme.spacing(1),
    margin: theme.spacing(1, 0),
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
}));

const isComplete = ({ url, version, date }: Reference) =>
  /^https?:\/\/\S+$/.test(url) && version !== '' && date !== '';

/** A plan by reference: where the document is, and which contents are in it. It counts once it says where, which version and of which day. */
export const PlanReferenceEditor = (props: {
  reference: PlanContents['reference'];
  onChange: (reference: PlanContents['reference']) => void;
}) => {
  const { reference, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Reference>(
    reference ?? { url: '', title: '', version: '', date: '', contents: [] },
  );
  const [on, setOn] = useState(reference !== null);
  const set = (patch: Partial<Reference>) => {
    const next = { ...typed, ...patch };
    setTyped(next);
    onChange(isComplete(next) ? next : null);
  };
  const field = (
    key: 'url' | 'title' | 'version' | 'date',
    more: { type?: string } = {},
  ) => (
    <TextField
      id={`plan-reference-${key}`}
      label={t(`plan.reference.${key}`)}
      value={typed[key]}
      onChange={event => set({ [key]: event.target.value })}
      variant="outlined"
      size="small"
      InputLabelProps={more.type ? { shrink: true } : undefined}
      {...more}
    />
  );
  return (
    <div>
      <FormControlLabel
        control={
          <Switch
            color="primary"
            checked={on}
            onChange={(_, checked) => {
              setOn(checked);
              onChange(checked && isComplete(typed) ? typed : null);
            }}
          />
        }
        label={t('plan.reference.use')}
      />
      {on && (
        <>
          <div className={classes.fields}>
            {field('url')}
            {field('title')}
            {field('version')}
            {field('date', { type: 'date' })}
          </div>
          {!isComplete(typed) && (
            <Typography variant="body2">
              {t('plan.reference.incomplete')}
            </Typography>
          )}
          <Typography variant="body2">{t('plan.reference.has')}</Typography>
          <FormGroup row>
            {planContentKeys
              .filter(key => key !== 'scope')
              .map(key => (
                <FormControlLabel
                  key={key}
                  control={
                    <Checkbox
                      size="small"
                      color="primary"
                      checked={typed.contents.includes(key)}
                      onChange={(_, checked) =>
                        set({
                          contents: checked
                            ? [...typed.contents, key]
                            : typed.contents.filter(each => each !== key),
                        })
                      }
                    />
                  }
                  label={t(`plan.section.${key}`)}
                />
              ))}
          </FormGroup>
        </>
      )}
    </div>
  );
};

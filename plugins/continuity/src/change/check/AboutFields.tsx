import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  changeTypeSchema,
  type ChangePolicy,
} from 'backstage-plugin-continuity-common';
import { useTranslation } from '../../translation';
import type { ChangeDraft, DraftProblem } from './changeDraft';
import { WindowFields } from './WindowFields';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(230px, 1fr))',
    gap: theme.spacing(0, 1.5),
    alignItems: 'start',
  },
}));

/** What is said of the change itself. */
export const AboutFields = (props: {
  draft: ChangeDraft;
  zone: string;
  /** Pre-approved ones of the policy. */
  models: ChangePolicy['standardModels'];
  shown: DraftProblem[];
  onChange: (patch: Partial<ChangeDraft>) => void;
}) => {
  const { draft, zone, models, shown, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const text = (
    key: 'title' | 'id' | 'url',
    options: { label: string; error?: string; hint?: string; longest: number },
  ) => (
    <TextField
      id={`continuity-change-${key}`}
      label={options.label}
      value={draft[key]}
      onChange={event => onChange({ [key]: event.target.value })}
      error={Boolean(options.error)}
      helperText={options.error ?? options.hint}
      variant="outlined"
      size="small"
      margin="dense"
      fullWidth
      inputProps={{ maxLength: options.longest }}
    />
  );
  return (
    <>
      {text('title', {
        label: t('change.form.changeTitle'),
        error: shown.includes('title')
          ? t('change.form.titleMissing')
          : undefined,
        longest: 300,
      })}
      <div className={classes.row}>
        {text('id', { label: t('change.form.id'), longest: 200 })}
        {text('url', {
          label: t('change.form.url'),
          error: shown.includes('url') ? t('change.form.urlWrong') : undefined,
          longest: 2000,
        })}
      </div>
      <TextField
        select
        id="continuity-change-type"
        label={t('change.form.type')}
        value={draft.type}
        onChange={event =>
          onChange({ type: changeTypeSchema.parse(event.target.value) })
        }
        helperText={t(`change.typeMeaning.${draft.type}`)}
        variant="outlined"
        size="small"
        margin="dense"
        fullWidth
      >
        {changeTypeSchema.options.map(type => (
          <MenuItem key={type} value={type}>
            {t(`change.type.${type}`)}
          </MenuItem>
        ))}
      </TextField>
      {draft.type === 'standard' && (
        <ModelField
          model={draft.model}
          models={models}
          onChange={model => onChange({ model })}
        />
      )}
      <FormControlLabel
        control={
          <Checkbox
            color="primary"
            size="small"
            checked={draft.major}
            onChange={(_, major) => onChange({ major })}
          />
        }
        label={t('change.form.major')}
      />
      <WindowFields
        start={draft.start}
        end={draft.end}
        zone={zone}
        problem={
          (shown.includes('window-half') && 'half') ||
          (shown.includes('window-wrong') && 'wrong') ||
          undefined
        }
        onChange={onChange}
      />
    </>
  );
};

/** Which pre-approved model of the policy a standard change follows. */
function ModelField(props: {
  model: string;
  models: ChangePolicy['standardModels'];
  onChange: (model: string) => void;
}) {
  const { model, models, onChange } = props;
  const { t } = useTranslation();
  const chosen = models.find(({ id }) => id === model);
  return (
    <TextField
      select
      id="continuity-change-model"
      label={t('change.form.model')}
      value={model}
      onChange={event => onChange(event.target.value)}
      helperText={
        (chosen?.description || undefined) ??
        t(models.length > 0 ? 'change.form.modelHint' : 'change.form.modelNone')
      }
      variant="outlined"
      size="small"
      margin="dense"
      fullWidth
    >
      <MenuItem value="">{t('change.form.withoutModel')}</MenuItem>
      {models.map(({ id, title }) => (
        <MenuItem key={id} value={id}>
          {title}
        </MenuItem>
      ))}
    </TextField>
  );
}

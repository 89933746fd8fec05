import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  parseTargetDuration,
  type ContinuityPolicy,
  type EntityContinuity,
  type ProfileField,
} from 'backstage-plugin-continuity-common';
import { useTranslation } from '../translation';
import { AlternatesEditor } from './AlternatesEditor';
import { PartyPicker } from './PartyPicker';
import type { FieldDraft, MbcoDraft } from './profileDraft';
import { valueText } from './valueText';

const useStyles = makeStyles(theme => ({
  level: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 170px',
    gap: theme.spacing(1),
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
  },
}));

export interface FieldInputProps {
  id: string;
  field: ProfileField;
  value: FieldDraft['value'];
  error?: string;
  policy: ContinuityPolicy;
  parties: EntityContinuity['parties'];
  onChange: (value: FieldDraft['value']) => void;
}

/** Where a field's own value is written. */
export const FieldInput = (props: FieldInputProps) => {
  const { id, field, value, error, parties, onChange } = props;
  const { t } = useTranslation();
  switch (field) {
    case 'tier':
      return <TierInput {...props} />;
    case 'mbco':
      return <LevelInput {...props} />;
    case 'recoveryOwner':
      return (
        <PartyPicker
          id={id}
          label={t('profile.field.recoveryOwner')}
          value={value as string}
          title={parties[value as string]?.title}
          error={error}
          onChange={onChange}
        />
      );
    case 'recoveryAlternates':
      return (
        <AlternatesEditor
          id={id}
          value={value as string[]}
          titles={Object.fromEntries(
            Object.entries(parties).map(([ref, party]) => [ref, party.title]),
          )}
          error={error}
          onChange={onChange}
        />
      );
    default:
      return <DurationInput {...props} />;
  }
};

function TierInput(props: FieldInputProps) {
  const { id, value, error, policy, onChange } = props;
  const { t } = useTranslation();
  const known = policy.tiers.some(tier => tier.id === value);
  return (
    <TextField
      id={id}
      select
      SelectProps={{
        SelectDisplayProps: { 'aria-invalid': Boolean(error) } as {},
      }}
      label={t('profile.field.tier')}
      value={value}
      onChange={event => onChange(event.target.value)}
      error={Boolean(error)}
      helperText={error}
      variant="outlined"
      size="small"
      fullWidth
    >
      <MenuItem value="" disabled>
        {t('profile.edit.chooseTier')}
      </MenuItem>
      {policy.tiers.map(tier => (
        <MenuItem key={tier.id} value={tier.id}>
          {tier.id} {tier.title}
        </MenuItem>
      ))}
      {value !== '' && !known && (
        <MenuItem value={value as string} disabled>
          {t('profile.edit.tierNotInPolicy', { tier: value as string })}
        </MenuItem>
      )}
    </TextField>
  );
}

function DurationInput(props: FieldInputProps) {
  const { id, field, value, error, onChange } = props;
  const { t } = useTranslation();
  const text = value as string;
  const parsed = parseTargetDuration(text);
  const hint = t(
    field === 'rpo' ? 'profile.edit.rpoHint' : 'profile.edit.durationHint',
  );
  const understood = parsed.ok ? valueText(t, field, parsed.iso) : undefined;
  // how it is understood need not be said where it is written like that
  const preview =
    understood && understood !== text.trim()
      ? t('profile.edit.preview', { value: understood })
      : hint;
  return (
    <TextField
      id={id}
      label={t(`profile.field.${field}`)}
      value={text}
      onChange={event => onChange(event.target.value)}
      error={Boolean(error)}
      helperText={error ?? preview}
      variant="outlined"
      size="small"
      fullWidth
      inputProps={{ autoComplete: 'off', maxLength: 60 }}
    />
  );
}

function LevelInput(props: FieldInputProps) {
  const { id, value, error, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const level = value as MbcoDraft;
  return (
    <div className={classes.level}>
      <TextField
        id={id}
        label={t('profile.edit.mbcoText')}
        value={level.text}
        onChange={event => onChange({ ...level, text: event.target.value })}
        error={Boolean(error)}
        helperText={error}
        variant="outlined"
        size="small"
        multiline
        inputProps={{ maxLength: 2000 }}
      />
      <TextField
        id={`${id}-percent`}
        label={t('profile.edit.mbcoPercent')}
        value={level.percent}
        onChange={event => onChange({ ...level, percent: event.target.value })}
        variant="outlined"
        size="small"
        inputProps={{ inputMode: 'decimal' }}
      />
    </div>
  );
}

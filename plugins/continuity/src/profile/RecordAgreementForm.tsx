import { useId, useState } from 'react';
import { DateTime } from 'luxon';
import Button from '@material-ui/core/Button';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import {
  parseAgreementInput,
  readFieldIssues,
  type AgreementInput,
  type ContinuityPolicy,
  type EntityContinuity,
  type FieldIssue,
} from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../api';
import { errorMessage } from '../screen/errorMessage';
import { useTranslation } from '../translation';
import { draftOf } from './profileDraft';

const useStyles = makeStyles(theme => ({
  values: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
    gap: theme.spacing(1.5),
    marginTop: theme.spacing(1),
  },
}));

const VALUES = ['tier', 'rto', 'rpo', 'mtpd'] as const;
type AgreedField = (typeof VALUES)[number];
type Texts = Record<
  AgreedField | 'with' | 'reference' | 'agreedOn' | 'note',
  string
>;

/** The form of {@link RecordAgreementDialog}. It starts with the values that hold now. */
export const RecordAgreementForm = (props: {
  continuity: EntityContinuity;
  policy: ContinuityPolicy;
  onRecorded: (continuity: EntityContinuity) => void;
  onClose: () => void;
}) => {
  const { continuity, policy, onRecorded, onClose } = props;
  const { entityRef } = continuity;
  const api = useApi(continuityApiRef);
  const classes = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const [texts, setTexts] = useState<Texts>(() =>
    startingTexts(continuity, policy),
  );
  const [issues, setIssues] = useState<FieldIssue[]>([]);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const issueOf = (field: string) =>
    issues.find(issue => issue.field === field)?.message;

  const submit = async () => {
    const input = inputOf(texts);
    const parsed = parseAgreementInput(input, {
      policy,
      entityRef,
      now: new Date().toISOString(),
    });
    const wrong: FieldIssue[] = [
      ...(['with', 'reference', 'agreedOn'] as const)
        .filter(field => !texts[field].trim())
        .map(field => ({
          field,
          message: t('profile.agreement.dialog.needed'),
        })),
      ...(parsed.ok ? [] : parsed.issues),
    ];
    setIssues(wrong);
    setFailure(undefined);
    if (wrong.length > 0) return;
    setBusy(true);
    try {
      onRecorded(await api.recordAgreement(entityRef, input));
    } catch (error) {
      setBusy(false);
      const refused = readFieldIssues(error);
      setIssues(refused);
      if (refused.length === 0) setFailure(errorMessage(error));
    }
  };

  const field = (name: keyof Texts) => ({
    id: `${id}-${name}`,
    value: texts[name],
    onChange: (event: { target: { value: string } }) =>
      setTexts({ ...texts, [name]: event.target.value }),
    error: Boolean(issueOf(name)),
    variant: 'outlined' as const,
    size: 'small' as const,
    fullWidth: true,
  });
  const known: string[] = [...VALUES, 'with', 'reference', 'agreedOn', 'note'];
  const others = issues.filter(issue => !known.includes(issue.field));

  return (
    <>
      <DialogContent>
        <DialogContentText>
          {t('profile.agreement.dialog.intro')}
        </DialogContentText>
        <TextField
          {...field('with')}
          label={t('profile.agreement.dialog.with')}
          helperText={issueOf('with') ?? t('profile.agreement.dialog.withHint')}
          margin="dense"
          inputProps={{ maxLength: 200 }}
        />
        <TextField
          {...field('reference')}
          label={t('profile.agreement.dialog.reference')}
          helperText={
            issueOf('reference') ?? t('profile.agreement.dialog.referenceHint')
          }
          margin="dense"
          inputProps={{ maxLength: 500 }}
        />
        <TextField
          {...field('agreedOn')}
          type="date"
          label={t('profile.agreement.dialog.agreedOn')}
          helperText={issueOf('agreedOn')}
          margin="dense"
          InputLabelProps={{ shrink: true }}
        />
        <Typography
          variant="subtitle2"
          component="h3"
          style={{ marginTop: 16 }}
        >
          {t('profile.agreement.dialog.values')}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {t('profile.agreement.dialog.valuesHint')}
        </Typography>
        <div className={classes.values}>
          <TextField
            {...field('tier')}
            select
            label={t('profile.field.tier')}
            helperText={issueOf('tier')}
          >
            <MenuItem value="">{t('profile.agreement.dialog.noTier')}</MenuItem>
            {policy.tiers.map(tier => (
              <MenuItem key={tier.id} value={tier.id}>
                {tier.id}
              </MenuItem>
            ))}
          </TextField>
          {(['rto', 'rpo', 'mtpd'] as const).map(name => (
            <TextField
              key={name}
              {...field(name)}
              label={t(`profile.field.${name}`)}
              helperText={issueOf(name)}
            />
          ))}
        </div>
        <TextField
          {...field('note')}
          label={t('profile.agreement.dialog.note')}
          helperText={issueOf('note')}
          margin="normal"
          multiline
          inputProps={{ maxLength: 2000 }}
        />
        {(failure || others.length > 0) && (
          <Alert severity="error" role="alert">
            {failure
              ? t('profile.agreement.dialog.failed', { message: failure })
              : others.map(issue => issue.message).join(' ')}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('profile.edit.cancel')}</Button>
        <Button
          color="primary"
          variant="contained"
          disabled={busy}
          onClick={submit}
        >
          {t('profile.agreement.dialog.save')}
        </Button>
      </DialogActions>
    </>
  );
};

function startingTexts(
  { profile, agreement }: EntityContinuity,
  policy: ContinuityPolicy,
): Texts {
  const draft = draftOf(profile);
  const text = (field: 'rto' | 'rpo' | 'mtpd') =>
    profile[field].value === 'none' ? 'none' : (draft[field].value as string);
  return {
    tier: profile.tier.value ?? '',
    rto: text('rto'),
    rpo: text('rpo'),
    mtpd: text('mtpd'),
    with: agreement.current?.with ?? '',
    reference: '',
    agreedOn: DateTime.now().setZone(policy.timeZone).toISODate() ?? '',
    note: '',
  };
}

function inputOf(texts: Texts): AgreementInput {
  const values = Object.fromEntries(
    VALUES.filter(name => texts[name].trim() !== '').map(name => [
      name,
      texts[name].trim(),
    ]),
  );
  return {
    values,
    with: texts.with.trim(),
    reference: texts.reference.trim(),
    agreedOn: texts.agreedOn,
    ...(texts.note.trim() ? { note: texts.note.trim() } : {}),
  };
}

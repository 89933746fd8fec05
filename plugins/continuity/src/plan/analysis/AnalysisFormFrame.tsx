import type { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import TextField from '@material-ui/core/TextField';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import { PartyPicker } from '../../profile/PartyPicker';
import { useTranslation } from '../../translation';

const useStyles = makeStyles(theme => ({
  assessor: { margin: theme.spacing(1, 0, 0.5) },
}));

/** What every analysis says beside its content. */
export interface AnalysisRemarks {
  /** Ref of who made it; empty: who records it. */
  assessor: string;
  agreedWith: string;
  assessedOn: string;
  note: string;
}

/** What a form of an analysis has around its content: with whom, when, a note, and saving as a draft or as agreed. */
export const AnalysisFormFrame = (props: {
  /** Begins the ids of the fields. */
  id: string;
  remarks: AnalysisRemarks;
  issueOf: (field: keyof AnalysisRemarks) => string | undefined;
  agreedWithHint?: string;
  saving: { busy: boolean; failure?: ReactNode };
  onChange: (changed: Partial<AnalysisRemarks>) => void;
  onSave: (state: 'draft' | 'agreed') => void;
  onClose: () => void;
  children: ReactNode;
}) => {
  const { id, remarks, issueOf, saving, onChange, onSave } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const text = (name: Exclude<keyof AnalysisRemarks, 'assessor'>) => ({
    id: `${id}-${name}`,
    value: remarks[name],
    onChange: (event: { target: { value: string } }) =>
      onChange({ [name]: event.target.value }),
    error: Boolean(issueOf(name)),
    helperText: issueOf(name),
    variant: 'outlined' as const,
    size: 'small' as const,
    margin: 'dense' as const,
    fullWidth: true,
  });
  return (
    <>
      <DialogContent>
        {props.children}
        <TextField
          {...text('agreedWith')}
          label={t('analysis.bia.dialog.agreedWith')}
          helperText={issueOf('agreedWith') ?? props.agreedWithHint}
          inputProps={{ maxLength: 200 }}
        />
        <div className={classes.assessor}>
          <PartyPicker
            id={`${id}-assessor`}
            label={t('analysis.bia.dialog.assessor')}
            value={remarks.assessor}
            error={issueOf('assessor')}
            onChange={assessor => onChange({ assessor })}
          />
        </div>
        <TextField
          {...text('assessedOn')}
          type="date"
          label={t('analysis.bia.dialog.assessedOn')}
          InputLabelProps={{ shrink: true }}
        />
        <TextField
          {...text('note')}
          label={t('analysis.bia.dialog.note')}
          multiline
          inputProps={{ maxLength: 2000 }}
        />
        {saving.failure && (
          <Alert severity="error" role="alert">
            {saving.failure}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>{t('analysis.cancel')}</Button>
        <Button disabled={saving.busy} onClick={() => onSave('draft')}>
          {t('analysis.saveDraft')}
        </Button>
        <Button
          color="primary"
          variant="contained"
          disabled={saving.busy}
          onClick={() => onSave('agreed')}
        >
          {t('analysis.record')}
        </Button>
      </DialogActions>
    </>
  );
};

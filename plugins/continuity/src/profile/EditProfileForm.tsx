import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import Alert from '@material-ui/lab/Alert';
import {
  describeDuration,
  profileFields,
  type ContinuityPolicy,
  type EntityContinuity,
  type ProfileField,
} from 'backstage-plugin-continuity-common';
import { errorMessage } from '../screen/errorMessage';
import { useTranslation } from '../translation';
import { ConflictPanel } from './ConflictPanel';
import { DiscardDialog } from './DiscardDialog';
import { draftObjective } from './draftObjective';
import { workRecoveredAt } from './objective';
import { ObjectiveBar } from './ObjectiveBar';
import { ProfileFieldset } from './ProfileFieldset';
import { useProfileEdit } from './useProfileEdit';

/** The edit form, once the policy is known. */
export const EditProfileForm = (props: {
  continuity: EntityContinuity;
  policy: ContinuityPolicy;
  focus?: ProfileField;
  onSaved: (continuity: EntityContinuity) => void;
  onClose: () => void;
}) => {
  const { policy, focus, onClose } = props;
  const { t } = useTranslation();
  const id = useId();
  const edit = useProfileEdit(props);
  const { base, conflict, fields, issues } = edit;
  const [discarding, setDiscarding] = useState(false);

  const close = () => (edit.dirty ? setDiscarding(true) : onClose());
  const undecided = fields?.contested.some(row => !edit.choices[row.field]);

  return (
    <Dialog
      open
      onClose={close}
      aria-labelledby={id}
      maxWidth="md"
      fullWidth
      TransitionProps={{ onEntering: node => focusField(node, focus) }}
    >
      <DialogTitle id={id}>
        {t('profile.edit.title', { name: base.title })}
      </DialogTitle>
      <DialogContent>
        {conflict && fields ? (
          <ConflictPanel
            conflict={conflict}
            fields={fields}
            choices={edit.choices}
            onChoose={edit.choose}
          />
        ) : (
          <>
            <DialogContentText>{t('profile.edit.intro')}</DialogContentText>
            {profileFields.map(field => (
              <ProfileFieldset
                key={field}
                field={field}
                draft={edit.draft[field]}
                error={edit.issueOf(field)}
                continuity={base}
                policy={policy}
                onChange={next => edit.change(field, next)}
              />
            ))}
            <DraftPreview edit={edit} />
            <TextField
              id={`${id}-reason`}
              label={t('profile.edit.reason')}
              helperText={t('profile.edit.reasonHint')}
              value={edit.reason}
              onChange={event => edit.setReason(event.target.value)}
              variant="outlined"
              margin="normal"
              multiline
              fullWidth
              inputProps={{ maxLength: 2000 }}
            />
          </>
        )}
        {issues.length > 0 && (
          <Alert severity="error" role="alert">
            {t('profile.edit.fieldsWrong', { count: issues.length })}
            {edit.otherIssues.map(issue => (
              <div key={issue.field + issue.message}>{issue.message}</div>
            ))}
          </Alert>
        )}
        {edit.failure !== undefined && (
          <Alert severity="error" role="alert">
            <FailureText error={edit.failure} />
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{t('profile.edit.cancel')}</Button>
        <Button
          color="primary"
          variant="contained"
          disabled={
            edit.saving || (conflict ? undecided : edit.changed.length === 0)
          }
          onClick={conflict ? edit.saveResolved : edit.save}
        >
          {saveLabel()}
        </Button>
      </DialogActions>
      {discarding && (
        <DiscardDialog
          onKeep={() => setDiscarding(false)}
          onDiscard={onClose}
        />
      )}
    </Dialog>
  );

  function saveLabel() {
    if (edit.saving) return t('profile.edit.saving');
    return t(conflict ? 'profile.edit.conflict.apply' : 'profile.edit.save');
  }
};

function DraftPreview(props: { edit: ReturnType<typeof useProfileEdit> }) {
  const { draft, base } = props.edit;
  const { t } = useTranslation();
  const objective = draftObjective(draft, base.profile);
  const end = workRecoveredAt(objective) ?? objective.rto;
  const { mtpd } = objective;
  return (
    <div style={{ padding: '12px 0' }}>
      <ObjectiveBar objective={objective} />
      {end !== null && mtpd !== null && end > mtpd && (
        <Alert severity="warning" role="status">
          {t('profile.edit.beyond', { time: describeDuration(end - mtpd) })}
        </Alert>
      )}
    </div>
  );
}

function FailureText({ error }: { error: unknown }) {
  const { t } = useTranslation();
  return (error as { statusCode?: number }).statusCode === 403 ? (
    <>{t('profile.edit.forbidden')}</>
  ) : (
    <>{t('profile.edit.failed', { message: errorMessage(error) })}</>
  );
}

function focusField(content: HTMLElement, field?: ProfileField) {
  if (!field) return;
  const fieldset = content.querySelector<HTMLElement>(
    `[data-field="${field}"]`,
  );
  const target =
    fieldset?.querySelector<HTMLElement>(
      'input:not([type="radio"]), [role="button"], textarea',
    ) ?? fieldset?.querySelector<HTMLElement>('input, a');
  target?.focus();
  fieldset?.scrollIntoView?.({ block: 'nearest' });
}

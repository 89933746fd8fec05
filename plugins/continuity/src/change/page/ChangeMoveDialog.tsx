import { useApi } from '@backstage/core-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import DialogContentText from '@material-ui/core/DialogContentText';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import type { ChangeDetail } from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import { continuityApiRef } from '../../api';
import { DecisionDialog } from '../../screen/DecisionDialog';
import { NoteField } from '../../screen/NoteField';
import { FormDialog } from '../../screen/FormDialog';
import { fromTimeField, toTimeField } from '../../screen/zonedTime';
import { useTranslation } from '../../translation';

export type ChangeMove = 'approve' | 'implement' | 'withdraw' | 'review';

interface MoveProps {
  change: ChangeDetail;
  zone: string;
  onDone: (change: ChangeDetail) => void;
  onClose: () => void;
}

/** Asks what belongs to a step of a change, and takes it. */
export const ChangeMoveDialog = (props: MoveProps & { move: ChangeMove }) => {
  const { change, move, onDone, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  if (move === 'withdraw') {
    return (
      <DecisionDialog
        title={t('change.dialog.withdraw.title')}
        text={t('change.dialog.withdraw.text')}
        decide={t('change.dialog.submit.withdraw')}
        reason="needed"
        onDecide={async reason =>
          onDone(await api.changes.withdraw(change.id, reason))
        }
        onClose={onClose}
      />
    );
  }
  if (move === 'review') return <ReviewDialog {...props} />;
  return <StepDialog {...props} move={move} />;
};

function StepDialog(props: MoveProps & { move: 'approve' | 'implement' }) {
  const { change, move, zone, onDone, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const id = useId();
  const [note, setNote] = useState('');
  const [at, setAt] = useState(() =>
    toTimeField(new Date().toISOString(), zone),
  );
  const [untouched, setUntouched] = useState(true);
  const submit = async () => {
    const said = note.trim() ? { note: note.trim() } : {};
    if (move === 'approve') {
      onDone(await api.changes.approve(change.id, said));
      return;
    }
    // left alone it means "now", which goes on while the dialog is open
    const moment = untouched ? null : fromTimeField(at, zone);
    onDone(
      await api.changes.implement(change.id, {
        ...said,
        ...(moment && { at: moment }),
      }),
    );
  };
  return (
    <FormDialog
      title={t(`change.dialog.${move}.title`)}
      submitLabel={t(`change.dialog.submit.${move}`)}
      onSubmit={submit}
      onClose={onClose}
    >
      <DialogContentText color="textPrimary">
        <strong>{change.title}</strong>
        <br />
        {t(`change.dialog.${move}.text`)}
      </DialogContentText>
      {move === 'implement' && (
        <TextField
          id={`${id}-at`}
          type="datetime-local"
          label={t('change.dialog.implement.at')}
          helperText={t('change.form.windowHint', { zone })}
          value={at}
          onChange={event => {
            setAt(event.target.value);
            setUntouched(false);
          }}
          InputLabelProps={{ shrink: true }}
          variant="outlined"
          size="small"
          margin="normal"
        />
      )}
      <NoteField
        id={`${id}-note`}
        label={t('change.dialog.note')}
        value={note}
        onChange={setNote}
      />
    </FormDialog>
  );
}

function ReviewDialog(props: MoveProps) {
  const { change, onDone, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const id = useId();
  const [outcome, setOutcome] = useState('');
  const [major, setMajor] = useState(change.major);
  const submit = async () => {
    if (!outcome.trim()) {
      throw new Error(t('change.dialog.review.outcomeMissing'));
    }
    onDone(
      await api.changes.review(change.id, {
        outcome: outcome.trim(),
        ...(major !== change.major && { major }),
      }),
    );
  };
  return (
    <FormDialog
      title={t('change.dialog.review.title')}
      submitLabel={t('change.dialog.submit.review')}
      onSubmit={submit}
      onClose={onClose}
    >
      <DialogContentText color="textPrimary">
        <strong>{change.title}</strong>
        <br />
        {t('change.dialog.review.text')}
      </DialogContentText>
      <NoteField
        id={`${id}-outcome`}
        label={t('change.dialog.review.outcome')}
        value={outcome}
        onChange={setOutcome}
      />
      <FormControlLabel
        control={
          <Checkbox
            color="primary"
            size="small"
            checked={major}
            onChange={(_, on) => setMajor(on)}
          />
        }
        label={t('change.dialog.review.major')}
      />
    </FormDialog>
  );
}

import { useApi } from '@backstage/core-plugin-api';
import DialogContentText from '@material-ui/core/DialogContentText';
import type { PlanDetail } from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import { continuityApiRef } from '../../api';
import { PartyPicker } from '../../profile/PartyPicker';
import { useTranslation } from '../../translation';
import { NoteField } from '../../screen/NoteField';
import { FormDialog } from '../../screen/FormDialog';

/** Hands the draft in for review; somebody may be asked for it by name. */
export const PlanSubmitDialog = (props: {
  plan: PlanDetail;
  onDone: (plan: PlanDetail) => void;
  onClose: () => void;
}) => {
  const { plan, onDone, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const id = useId();
  const [reviewer, setReviewer] = useState('');
  const [name, setName] = useState<string>();
  const [note, setNote] = useState('');
  const submit = async () =>
    onDone(
      await api.plans.submit(plan.id, {
        ...(reviewer && { reviewer }),
        ...(note.trim() && { note: note.trim() }),
      }),
    );
  return (
    <FormDialog
      title={t('plan.submit.title')}
      submitLabel={t('plan.action.submit')}
      onSubmit={submit}
      onClose={onClose}
    >
      <DialogContentText color="textPrimary">
        {t('plan.submit.text')}
      </DialogContentText>
      <PartyPicker
        id={`${id}-reviewer`}
        label={t('plan.submit.reviewer')}
        value={reviewer}
        title={name}
        onChange={(ref, title) => {
          setReviewer(ref);
          setName(title);
        }}
      />
      <NoteField
        id={`${id}-note`}
        label={t('plan.submit.note')}
        value={note}
        onChange={setNote}
      />
    </FormDialog>
  );
};

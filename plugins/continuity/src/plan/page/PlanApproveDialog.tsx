import { useApi } from '@backstage/core-plugin-api';
import DialogContentText from '@material-ui/core/DialogContentText';
import type {
  PlanDetail,
  PlanVersion,
} from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import { continuityApiRef } from '../../api';
import { useTranslation } from '../../translation';
import { NoteField } from '../../screen/NoteField';
import { PlanDeputyChoice } from './PlanDeputyChoice';
import { FormDialog } from '../../screen/FormDialog';

/** Brings the version that was read into force. */
export const PlanApproveDialog = (props: {
  plan: PlanDetail;
  version: PlanVersion;
  onDone: (plan: PlanDetail) => void;
  onClose: () => void;
}) => {
  const { plan, version, onDone, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const id = useId();
  const [note, setNote] = useState('');
  const [onBehalfOf, setOnBehalfOf] = useState<string>();
  const submit = async () =>
    onDone(
      await api.plans.approve(plan.id, {
        version: version.version,
        revision: plan.revision,
        ...(onBehalfOf && { onBehalfOf }),
        ...(note.trim() && { note: note.trim() }),
      }),
    );
  return (
    <FormDialog
      title={t('plan.approve.title', { version: version.version })}
      submitLabel={t('plan.action.approve')}
      onSubmit={submit}
      onClose={onClose}
    >
      <DialogContentText color="textPrimary">
        {plan.inForce
          ? t('plan.approve.replaces', { version: plan.inForce.version })
          : t('plan.approve.first')}
      </DialogContentText>
      <PlanDeputyChoice value={onBehalfOf} onChange={setOnBehalfOf} />
      <NoteField
        id={`${id}-note`}
        label={t('plan.approve.note')}
        value={note}
        onChange={setNote}
      />
    </FormDialog>
  );
};

import { useApi } from '@backstage/core-plugin-api';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import type {
  CoveredEntity,
  PlanDetail,
} from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import { continuityApiRef } from '../../api';
import { PartyPicker } from '../../profile/PartyPicker';
import { useTranslation } from '../../translation';
import { FormDialog } from '../../screen/FormDialog';
import { PlanScopeEditor } from '../editor/PlanScopeEditor';

/** Begins another plan with this one's contents, for another scope. */
export const PlanCloneDialog = (props: {
  plan: PlanDetail;
  onDone: (plan: PlanDetail) => void;
  onClose: () => void;
}) => {
  const { plan, onDone, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const id = useId();
  const [title, setTitle] = useState(t('plan.clone.of', { title: plan.title }));
  const [owner, setOwner] = useState(plan.owner.ref);
  const [ownerTitle, setOwnerTitle] = useState(plan.owner.title);
  const [scope, setScope] = useState<CoveredEntity[]>([]);
  const missing = !title.trim();
  const submit = async () => {
    if (missing) return;
    onDone(
      await api.plans.clone(plan.id, {
        title: title.trim(),
        ...(owner && { owner }),
        scope,
      }),
    );
  };
  return (
    <FormDialog
      title={t('plan.clone.title')}
      submitLabel={t('plan.action.clone')}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        id={`${id}-title`}
        label={t('plan.new.title')}
        value={title}
        onChange={event => setTitle(event.target.value)}
        error={missing}
        helperText={missing ? t('plan.new.titleNeeded') : ' '}
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
        title={ownerTitle}
        onChange={(ref, name) => {
          setOwner(ref);
          setOwnerTitle(name);
        }}
      />
      <Typography variant="body2" style={{ marginTop: 16 }} gutterBottom>
        {t('plan.clone.scope')}
      </Typography>
      <PlanScopeEditor
        id={`${id}-scope`}
        label={t('plan.scope.add')}
        entries={scope}
        titles={new Map()}
        onChange={setScope}
      />
    </FormDialog>
  );
};

import { useApi } from '@backstage/core-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import DialogContentText from '@material-ui/core/DialogContentText';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import type { PlanDetail } from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import { continuityApiRef } from '../../api';
import { nameOfRef } from '../../catalog/EntityName';
import { useNames } from '../../catalog/Names';
import { useTranslation } from '../../translation';
import { PlanDeputyChoice } from './PlanDeputyChoice';
import { FormDialog } from '../../screen/FormDialog';
import type { ReasonToConfirm } from './PlanProblems';
import { staleText } from '../planStaleText';

/** "Still valid because …": for reasons that made the plan stale, for the plan as reviewed, or both. */
export const PlanConfirmDialog = (props: {
  plan: PlanDetail;
  /** Empty: only the review is confirmed. */
  reasons: ReasonToConfirm[];
  onDone: (plan: PlanDetail) => void;
  onClose: () => void;
}) => {
  const { plan, reasons, onDone, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const names = useNames();
  const id = useId();
  const onlyReview = reasons.length === 0;
  const [because, setBecause] = useState('');
  const [review, setReview] = useState(onlyReview);
  const [onBehalfOf, setOnBehalfOf] = useState<string>();
  const [asked, setAsked] = useState(false);
  const missing = !because.trim();

  const submit = async () => {
    setAsked(true);
    if (missing) return;
    const text = because.trim();
    onDone(
      await api.plans.confirm(plan.id, {
        reasons: reasons.map(({ entityRef, reason }) => ({
          entityRef,
          key: reason.key,
          because: text,
        })),
        ...(review && { review: { because: text } }),
        ...(onBehalfOf && { onBehalfOf }),
      }),
    );
  };

  return (
    <FormDialog
      title={t(onlyReview ? 'plan.confirm.reviewTitle' : 'plan.confirm.title')}
      submitLabel={t('plan.confirm.submit')}
      onSubmit={submit}
      onClose={onClose}
    >
      {onlyReview ? (
        <DialogContentText color="textPrimary">
          {t('plan.confirm.reviewText')}
        </DialogContentText>
      ) : (
        <ul>
          {reasons.map(({ entityRef, reason }) => (
            <li key={`${entityRef}|${reason.key}`}>
              {nameOfRef(entityRef)}: {staleText(t, reason, names)}
            </li>
          ))}
        </ul>
      )}
      <TextField
        id={`${id}-because`}
        label={t('plan.confirm.because')}
        value={because}
        onChange={event => setBecause(event.target.value)}
        error={asked && missing}
        helperText={asked && missing ? t('plan.confirm.becauseNeeded') : ' '}
        variant="outlined"
        margin="normal"
        multiline
        fullWidth
        inputProps={{ maxLength: 2000 }}
      />
      {!onlyReview && (
        <FormControlLabel
          control={
            <Checkbox
              color="primary"
              checked={review}
              onChange={(_, on) => setReview(on)}
            />
          }
          label={t('plan.confirm.alsoReview')}
        />
      )}
      <PlanDeputyChoice value={onBehalfOf} onChange={setOnBehalfOf} />
    </FormDialog>
  );
};

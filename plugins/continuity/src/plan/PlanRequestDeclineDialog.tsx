import { useApi } from '@backstage/core-plugin-api';
import type { PlanChangeRequest } from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../api';
import { DecisionDialog } from '../screen/DecisionDialog';
import { useTranslation } from '../translation';

/** Says that a plan needs no new version after all, and why. */
export const PlanRequestDeclineDialog = (props: {
  request: PlanChangeRequest;
  onDone: (request: PlanChangeRequest) => void;
  onClose: () => void;
}) => {
  const { request, onDone, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  return (
    <DecisionDialog
      title={t('change.request.declineTitle')}
      text={t('change.request.declineText', { plan: request.planTitle })}
      decide={t('change.request.decline')}
      reason="needed"
      onDecide={async reason =>
        onDone(await api.changes.requests.decline(request.id, reason))
      }
      onClose={onClose}
    />
  );
};

import { useApi } from '@backstage/core-plugin-api';
import type {
  Agreement,
  EntityContinuity,
} from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../api';
import { PendingDecision } from '../screen/PendingDecision';
import { useTranslation } from '../translation';
import { agreedValuesText } from './agreedValuesText';
import { usePartyName } from './usePartyName';

/** A looser agreement that holds only once somebody else has confirmed it. */
export const PendingAgreement = (props: {
  pending: Agreement;
  continuity: EntityContinuity;
  /** Taken over from a system: the answer is the system's, this entity has to be asked for again. */
  onChanged: (continuity: EntityContinuity) => void;
}) => {
  const { pending, continuity, onChanged } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const partyName = usePartyName();
  const fields = pending.looserThanBefore
    .map(field => t(`profile.field.${field}`))
    .join(', ');
  return (
    <PendingDecision
      title={t('profile.agreement.pending.title')}
      mayDecide={continuity.allowedActions.includes('agreement.approve')}
      words={{
        confirm: {
          decide: t('profile.agreement.pending.confirm'),
          title: t('profile.agreement.pending.confirmTitle'),
          text: t('profile.agreement.pending.confirmText'),
        },
        decline: {
          decide: t('profile.agreement.pending.decline'),
          title: t('profile.agreement.pending.declineTitle'),
          text: t('profile.agreement.pending.declineText'),
        },
      }}
      decide={(decision, said) =>
        decision === 'confirm'
          ? api.confirmAgreement(pending.entityRef, pending.id, said)
          : api.rejectAgreement(pending.entityRef, pending.id, said)
      }
      onChanged={onChanged}
    >
      <div>
        {t('profile.agreement.pending.text', {
          by: partyName(pending.recordedBy),
          fields,
        })}
      </div>
      <div>
        <strong>{agreedValuesText(t, pending.values)}</strong>
        {` · ${pending.with} · ${pending.reference}`}
      </div>
    </PendingDecision>
  );
};

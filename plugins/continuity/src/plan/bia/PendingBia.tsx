import { useApi } from '@backstage/core-plugin-api';
import type { Bia, EntityContinuity } from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../../api';
import { usePartyName } from '../../profile/usePartyName';
import { PendingDecision } from '../../screen/PendingDecision';
import { useTranslation } from '../../translation';
import { mtpdText, rpoText } from '../analysis/analysisWords';

/** An analysis that asks for less, and holds only once somebody else has confirmed it. */
export const PendingBia = (props: {
  pending: Bia;
  continuity: EntityContinuity;
  onChanged: (continuity: EntityContinuity) => void;
}) => {
  const { pending, continuity, onChanged } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const partyName = usePartyName();
  return (
    <PendingDecision
      title={t('analysis.bia.pending.title')}
      mayDecide={continuity.allowedActions.includes('analysis.approve')}
      words={{
        confirm: {
          decide: t('analysis.bia.pending.confirm'),
          title: t('analysis.bia.pending.confirmTitle'),
          text: t('analysis.bia.pending.confirmText'),
        },
        decline: {
          decide: t('analysis.bia.pending.decline'),
          title: t('analysis.bia.pending.declineTitle'),
          text: t('analysis.bia.pending.declineText'),
        },
      }}
      decide={(decision, said) =>
        decision === 'confirm'
          ? api.analyses.confirmBia(pending.entityRef, pending.id, said)
          : api.analyses.rejectBia(pending.entityRef, pending.id, said)
      }
      onChanged={onChanged}
    >
      <div>
        {t('analysis.bia.pending.text', {
          by: partyName(pending.recordedBy),
          fields: pending.looserThanBefore
            .map(field => t(`analysis.bia.field.${field}`))
            .join(', '),
          mtpd: mtpdText(t, pending.result),
          rpo: rpoText(t, pending.result.rpo),
        })}
      </div>
    </PendingDecision>
  );
};

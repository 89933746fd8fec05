import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Agreement,
  EntityContinuity,
} from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../api';
import { DecisionDialog } from '../screen/DecisionDialog';
import { usePartyName } from './usePartyName';
import { useTranslation } from '../translation';
import { agreedValuesText } from './agreedValuesText';

/** A looser agreement that holds only once somebody else has confirmed it. */
export const PendingAgreement = (props: {
  pending: Agreement;
  continuity: EntityContinuity;
  onChanged: (continuity: EntityContinuity) => void;
}) => {
  const { pending, continuity, onChanged } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const partyName = usePartyName();
  const [asking, setAsking] = useState<'confirm' | 'decline'>();
  const confirming = asking === 'confirm';
  const fields = pending.looserThanBefore
    .map(field => t(`profile.field.${field}`))
    .join(', ');

  return (
    <Alert severity="info" role="status" style={{ marginBottom: 16 }}>
      <AlertTitle>{t('profile.agreement.pending.title')}</AlertTitle>
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
      {continuity.allowedActions.includes('agreement.approve') && (
        <div>
          <Button
            size="small"
            color="primary"
            onClick={() => setAsking('confirm')}
          >
            {t('profile.agreement.pending.confirm')}
          </Button>
          <Button size="small" onClick={() => setAsking('decline')}>
            {t('profile.agreement.pending.decline')}
          </Button>
        </div>
      )}
      {asking && (
        <DecisionDialog
          title={t(`profile.agreement.pending.${asking}Title`)}
          text={t(`profile.agreement.pending.${asking}Text`)}
          decide={t(`profile.agreement.pending.${asking}`)}
          reason={confirming ? 'optional' : 'needed'}
          onClose={() => setAsking(undefined)}
          onDecide={async reason => {
            const decide = confirming
              ? api.confirmAgreement.bind(api)
              : api.rejectAgreement.bind(api);
            const newer = await decide(
              pending.entityRef,
              pending.id,
              reason ? { reason } : {},
            );
            setAsking(undefined);
            // Taken over from a system: the answer is the system's, this entity has to be asked for again.
            onChanged(newer);
          }}
        />
      )}
    </Alert>
  );
};

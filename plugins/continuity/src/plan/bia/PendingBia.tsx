import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { useApi } from '@backstage/core-plugin-api';
import type { Bia, EntityContinuity } from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../../api';
import { DecisionDialog } from '../../screen/DecisionDialog';
import { usePartyName } from '../../profile/usePartyName';
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
  const [asking, setAsking] = useState<'confirm' | 'decline'>();
  const confirming = asking === 'confirm';
  return (
    <Alert severity="info" role="status" style={{ marginBottom: 16 }}>
      <AlertTitle>{t('analysis.bia.pending.title')}</AlertTitle>
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
      {continuity.allowedActions.includes('analysis.approve') && (
        <div>
          <Button
            size="small"
            color="primary"
            onClick={() => setAsking('confirm')}
          >
            {t('analysis.bia.pending.confirm')}
          </Button>
          <Button size="small" onClick={() => setAsking('decline')}>
            {t('analysis.bia.pending.decline')}
          </Button>
        </div>
      )}
      {asking && (
        <DecisionDialog
          title={t(`analysis.bia.pending.${asking}Title`)}
          text={t(`analysis.bia.pending.${asking}Text`)}
          decide={t(`analysis.bia.pending.${asking}`)}
          reason={confirming ? 'optional' : 'needed'}
          onClose={() => setAsking(undefined)}
          onDecide={async reason => {
            const { entityRef, id } = pending;
            const decision = reason ? { reason } : {};
            const newer = confirming
              ? await api.analyses.confirmBia(entityRef, id, decision)
              : await api.analyses.rejectBia(entityRef, id, decision);
            setAsking(undefined);
            onChanged(newer);
          }}
        />
      )}
    </Alert>
  );
};

import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import type {
  Bia,
  EntityContinuity,
  RiskAssessment,
} from 'backstage-plugin-continuity-common';
import { DecisionDialog } from '../../screen/DecisionDialog';
import { formatDay } from '../../status/formatDay';
import { usePartyName } from '../../profile/usePartyName';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';

/** A draft that nobody has agreed to yet: go on with it, or put it away. */
export const AnalysisDraftNote = (props: {
  draft: Bia | RiskAssessment;
  mayEdit: boolean;
  timeZone?: string;
  onContinue: () => void;
  discard: (reason: string) => Promise<EntityContinuity>;
  onChanged: (continuity: EntityContinuity) => void;
}) => {
  const { draft, mayEdit, timeZone, onContinue, discard, onChanged } = props;
  const { t } = useTranslation();
  const partyName = usePartyName();
  const locale = useLocale();
  const [asking, setAsking] = useState(false);
  return (
    <Alert severity="info" role="status" style={{ marginBottom: 16 }}>
      <div>
        {t('analysis.draftWaits', {
          date: formatDay(draft.recordedAt, { locale, timeZone }),
          by: partyName(draft.recordedBy),
        })}
      </div>
      {mayEdit && (
        <div>
          <Button size="small" color="primary" onClick={onContinue}>
            {t('analysis.continueDraft')}
          </Button>
          <Button size="small" onClick={() => setAsking(true)}>
            {t('analysis.discardDraft')}
          </Button>
        </div>
      )}
      {asking && (
        <DecisionDialog
          title={t('analysis.discardDraft')}
          text={t('analysis.discardText')}
          decide={t('analysis.discardDraft')}
          reason="optional"
          onClose={() => setAsking(false)}
          onDecide={async reason => {
            const newer = await discard(reason);
            setAsking(false);
            onChanged(newer);
          }}
        />
      )}
    </Alert>
  );
};

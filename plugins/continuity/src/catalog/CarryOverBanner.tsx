import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { useApi } from '@backstage/core-plugin-api';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../api';
import { relativeTime } from '../record/relativeTime';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';
import { DecisionDialog } from '../screen/DecisionDialog';
import { nameOfRef } from './EntityName';

const REASONS = {
  'same-source-location': 'catalog.carryOver.sameSourceLocation',
  'returned-late': 'catalog.carryOver.returnedLate',
  'returned-elsewhere': 'catalog.carryOver.returnedElsewhere',
} as const;

/** Asks whether the records of an earlier entity belong to this one. A person decides, on the record. */
export const CarryOverBanner = (props: {
  continuity: Pick<EntityContinuity, 'carryOver' | 'allowedActions'>;
  onDecided: () => void;
}) => {
  const { carryOver, allowedActions } = props.continuity;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const locale = useLocale();
  const [asking, setAsking] = useState<'carry-over' | 'decline'>();
  if (!carryOver) return null;

  const from = nameOfRef(carryOver.fromRef);
  const when = relativeTime(carryOver.since, { locale, now: new Date() });
  const reason = REASONS[carryOver.reason as keyof typeof REASONS];
  const accepting = asking === 'carry-over';
  return (
    <Alert severity="info" role="status">
      <AlertTitle>{t('catalog.carryOver.title', { from })}</AlertTitle>
      {reason
        ? t(reason, { from, when })
        : t('catalog.carryOver.other', { when })}{' '}
      {allowedActions.includes('catalog.manage') ? (
        <div>
          <Button
            size="small"
            color="primary"
            onClick={() => setAsking('carry-over')}
          >
            {t('catalog.carryOver.accept')}
          </Button>
          <Button size="small" onClick={() => setAsking('decline')}>
            {t('catalog.carryOver.decline')}
          </Button>
        </div>
      ) : (
        t('catalog.carryOver.waits')
      )}
      {asking && (
        <DecisionDialog
          title={t(
            accepting
              ? 'catalog.carryOver.acceptTitle'
              : 'catalog.carryOver.declineTitle',
          )}
          text={
            accepting
              ? t('catalog.carryOver.acceptText', { from })
              : t('catalog.carryOver.declineText')
          }
          decide={t(
            accepting
              ? 'catalog.carryOver.accept'
              : 'catalog.carryOver.decline',
          )}
          reason="needed"
          onClose={() => setAsking(undefined)}
          onDecide={async why => {
            await api.decideCarryOver(carryOver.id, {
              decision: asking,
              reason: why,
            });
            setAsking(undefined);
            props.onDecided();
          }}
        />
      )}
    </Alert>
  );
};

import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { FindingDetail } from 'backstage-plugin-continuity-common';
import { usePartyName } from '../../profile/usePartyName';
import { Moment } from '../../record/Moment';
import { useTranslation } from '../../translation';
import { usePageStyles } from '../../screen/usePageStyles';

const ACTIONS = [
  'created',
  'updated',
  'started',
  'resolved',
  'verified',
  'did-not-work',
  'accepted',
  'reopened',
  'seeded',
] as const;

/** What was done with a finding, newest first. */
export const FindingHistory = ({ finding }: { finding: FindingDetail }) => {
  const classes = usePageStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const actionText = (action: string) => {
    const known = ACTIONS.find(each => each === action);
    return known
      ? t(`finding.history.${known}`)
      : t('finding.history.other', { action });
  };
  return (
    <EntityInfoCard title={t('finding.history.title')}>
      <ul className={classes.plainList}>
        {finding.history.map(({ at, by, action, reason }) => (
          <li key={`${at}-${action}`} className={classes.divided}>
            <strong>{partyName(by)}</strong> {actionText(action)}
            <div className={classes.small}>
              <Moment at={at} />
            </div>
            {reason && <div className={classes.small}>{reason}</div>}
          </li>
        ))}
      </ul>
    </EntityInfoCard>
  );
};

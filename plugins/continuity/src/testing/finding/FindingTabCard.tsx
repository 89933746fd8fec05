import { Link } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../../translation';
import { findingsAddress } from '../testAddress';
import { useTestsAddress } from '../useTestsAddress';
import { usePageStyles } from '../../screen/usePageStyles';
import { FindingLine } from './FindingLine';

/** What of an entity's findings is not done yet; nothing where there is none. */
export const FindingTabCard = (props: {
  continuity: Pick<EntityContinuity, 'entityRef' | 'findings'>;
}) => {
  const { entityRef, findings } = props.continuity;
  const classes = usePageStyles();
  const { t } = useTranslation();
  const tests = useTestsAddress();
  if (findings.length === 0) return null;
  const list = tests && findingsAddress(tests);
  return (
    <EntityInfoCard title={t('finding.card.title', { count: findings.length })}>
      <ul className={classes.plainList} aria-label={t('finding.card.list')}>
        {findings.slice(0, 5).map(finding => (
          <li key={finding.id} className={classes.divided}>
            <FindingLine finding={finding} findings={list} />
          </li>
        ))}
      </ul>
      {list && (
        <Link to={`${list}?entity=${encodeURIComponent(entityRef)}`}>
          {t('finding.card.all')}
        </Link>
      )}
    </EntityInfoCard>
  );
};

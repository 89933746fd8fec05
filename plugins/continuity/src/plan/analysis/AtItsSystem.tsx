import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { EntityName } from '../../catalog/EntityName';
import { useTranslation } from '../../translation';
import { useFactStyles } from './AnalysisFacts';

/** Where an analysis that is missing is best made: at the system that carries it for its parts. */
export const AtItsSystem = (props: {
  continuity: EntityContinuity;
  sort: 'bia' | 'risk';
}) => {
  const { continuity, sort } = props;
  const { system } = continuity[sort];
  const classes = useFactStyles();
  const { t } = useTranslation();
  const isMissedThere = continuity.gaps.some(
    ({ requirement, params }) =>
      requirement === sort && params.unit === 'system',
  );
  if (system === null || !isMissedThere) return null;
  return (
    <div className={classes.quiet}>
      {t('analysis.atSystem', {
        system: (<EntityName entityRef={system} />) as JSX.Element,
      })}
    </div>
  );
};

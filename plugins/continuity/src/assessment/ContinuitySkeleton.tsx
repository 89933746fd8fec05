import Skeleton from '@material-ui/lab/Skeleton';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { useTranslation } from '../translation';
import { useTabStyles } from './useTabStyles';

/** The tab's outline while it loads, so that nothing jumps when it is there. */
export const ContinuitySkeleton = () => {
  const classes = useTabStyles();
  const { t } = useTranslation();
  return (
    <div
      className={classes.root}
      role="progressbar"
      aria-label={t('assessment.loading')}
    >
      <EntityInfoCard title={<Skeleton width={260} height={32} />}>
        <Skeleton width="60%" />
        <Skeleton height={72} />
      </EntityInfoCard>
      <div className={classes.columns}>
        <div className={classes.main}>
          <EntityInfoCard title={<Skeleton width={140} />}>
            <Skeleton />
            <Skeleton width="80%" />
            <Skeleton width="90%" />
          </EntityInfoCard>
        </div>
        <div className={classes.side}>
          <EntityInfoCard title={<Skeleton width={120} />}>
            <Skeleton />
            <Skeleton />
            <Skeleton width="70%" />
          </EntityInfoCard>
        </div>
      </div>
    </div>
  );
};

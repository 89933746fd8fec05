import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { Link } from '@backstage/core-components';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  EntityInfoCard,
  useEntity,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { errorMessage } from '../screen/errorMessage';
import { LastKnownBanner } from '../catalog/LastKnownBanner';
import { objectiveOf } from '../profile/objective';
import { ObjectiveBar } from '../profile/ObjectiveBar';
import { PartyName } from '../profile/PartyName';
import { valueText } from '../profile/valueText';
import { ContinuityStatusChip } from '../status';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';
import { gapText } from './gapText';
import { TierName } from './TierName';
import { useEntityContinuity } from './useEntityContinuity';

const useStyles = makeStyles(theme => ({
  body: { display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5) },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
}));

/**
 * An entity's continuity for its overview: status, tier, RTO, RPO, who brings it back, and what to do first.
 *
 * @public
 */
export const EntityContinuityCard = (props: {
  /** Where the tab is, below the entity's page. */
  tabPath?: string;
}) => {
  const { tabPath = 'continuity' } = props;
  const { entity } = useEntity();
  const { t } = useTranslation();
  const entityLink = useEntityRefLink();
  const loaded = useEntityContinuity(stringifyEntityRef(entity));
  const { continuity, error } = loaded;
  const name = entity.metadata.title ?? entity.metadata.name;
  return (
    <EntityInfoCard
      title={t('assessment.card.title')}
      footerActions={
        <Link to={`${entityLink(entity)}/${tabPath}`}>
          {t('assessment.card.more')}
        </Link>
      }
    >
      {continuity && <Facts continuity={continuity} />}
      {!continuity && error === undefined && (
        <div role="progressbar" aria-label={t('assessment.loading')}>
          <Skeleton width="60%" height={32} />
          <Skeleton />
          <Skeleton width="80%" />
        </div>
      )}
      {!continuity && error !== undefined && (
        <Problem error={error} name={name} onRetry={loaded.reload} />
      )}
    </EntityInfoCard>
  );
};

function Facts({ continuity }: { continuity: EntityContinuity }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const { status, gaps, profile, parties, timeZone } = continuity;
  const owner = profile.recoveryOwner.value;
  const first = gaps.find(
    gap => gap.severity !== 'information' && !gap.exemption,
  );
  const objective = objectiveOf(profile);
  const assessed = status !== 'unassessed' && status !== 'out-of-scope';
  return (
    <div className={classes.body}>
      <LastKnownBanner continuity={continuity} />
      <div className={classes.head}>
        <ContinuityStatusChip status={status} gaps={gaps} timeZone={timeZone} />
        <TierName continuity={continuity} />
      </div>
      {assessed && objective.rto !== null && (
        <ObjectiveBar objective={objective} mini />
      )}
      {status === 'unassessed' && <div>{t('assessment.card.unassessed')}</div>}
      {status === 'out-of-scope' && (
        <div>{t('assessment.outOfScope.text')}</div>
      )}
      <dl className={classes.facts}>
        {assessed && (
          <>
            <dt>{t('profile.field.rto')}</dt>
            <dd>{valueText(t, 'rto', profile.rto.value)}</dd>
            <dt>{t('profile.field.rpo')}</dt>
            <dd>{valueText(t, 'rpo', profile.rpo.value)}</dd>
          </>
        )}
        {status !== 'out-of-scope' && (
          <>
            <dt>{t('assessment.card.owner')}</dt>
            <dd>
              {owner ? (
                <PartyName entityRef={owner} parties={parties} />
              ) : (
                t('profile.value.unset')
              )}
            </dd>
          </>
        )}
        {assessed && (
          <>
            <dt>{t('assessment.card.next')}</dt>
            <dd>
              {first
                ? gapText(t, first, { locale }).action
                : t('assessment.card.nothing')}
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}

function Problem(props: { error: unknown; name: string; onRetry: () => void }) {
  const { error, name, onRetry } = props;
  const { t } = useTranslation();
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 404)
    return <div>{t('assessment.error.unknown', { name })}</div>;
  if (statusCode === 401 || statusCode === 403) {
    return <div>{t('assessment.error.forbidden', { name })}</div>;
  }
  return (
    <div role="alert">
      {t('assessment.error.title')}: {errorMessage(error)}{' '}
      <Button size="small" color="primary" onClick={onRetry}>
        {t('assessment.error.retry')}
      </Button>
    </div>
  );
}

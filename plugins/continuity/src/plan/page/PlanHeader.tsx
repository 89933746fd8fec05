import { Link } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  PlanDetail,
  PlanVersion,
} from 'backstage-plugin-continuity-common';
import type { ReactNode } from 'react';
import { EntityName } from '../../catalog/EntityName';
import { usePartyName } from '../../profile/usePartyName';
import { Moment } from '../../record/Moment';
import { useTranslation } from '../../translation';
import { planAddress } from '../planAddress';
import { PlanReviewDue } from '../PlanReviewDue';
import { PlanStateMark } from '../PlanStateMark';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
  },
  title: { fontSize: '1.5rem', fontWeight: 700, overflowWrap: 'anywhere' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 4),
    margin: theme.spacing(2, 0, 0),
    '& dt': {
      color: theme.palette.text.secondary,
      fontSize: '0.8125rem',
    },
    '& dd': { margin: 0 },
  },
}));

/** What plan this is, which version is shown and in which state, who owns it, and when it is to be looked through. */
export const PlanHeader = (props: {
  plan: PlanDetail;
  version: PlanVersion;
  plansAddress: string;
  actions: ReactNode;
}) => {
  const { plan, version, plansAddress, actions } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const { inForce, owner } = plan;
  const isInForce = inForce?.version === version.version;
  const facts: Array<[string, ReactNode]> = [
    [
      t('plan.fact.owner'),
      owner.exists ? (
        <EntityName
          entityRef={owner.ref}
          title={owner.title ?? partyName(owner.ref)}
        />
      ) : (
        t('plan.table.ownerGone', { name: partyName(owner.ref) })
      ),
    ],
    [
      t('plan.fact.review'),
      <PlanReviewDue
        key="review"
        dueAt={plan.reviewDueAt}
        overdue={plan.reviewOverdue}
      />,
    ],
    ...(plan.lastReviewedAt
      ? ([
          [
            t('plan.fact.reviewed'),
            <Moment key="reviewed" at={plan.lastReviewedAt} />,
          ],
        ] as Array<[string, ReactNode]>)
      : []),
    ...(version.approvedAt && version.approvedBy
      ? ([
          [
            t('plan.fact.approvedBy'),
            <span key="approved">
              <EntityName
                entityRef={version.approvedBy}
                title={partyName(version.approvedBy)}
              />
              {version.approvedFor &&
                ` ${t('plan.version.forWhom', {
                  name: partyName(version.approvedFor),
                })}`}
              {', '}
              <Moment at={version.approvedAt} />
            </span>,
          ],
        ] as Array<[string, ReactNode]>)
      : []),
    ...(plan.source
      ? ([
          [
            t('plan.fact.source'),
            plan.source.url ? (
              <Link key="source" to={plan.source.url}>
                {t('plan.source.open')}
              </Link>
            ) : (
              t('plan.form.from-repository')
            ),
          ],
        ] as Array<[string, ReactNode]>)
      : []),
  ];
  return (
    <EntityInfoCard>
      <Link to={plansAddress}>{t('plan.back')}</Link>
      <div className={classes.head}>
        <div>
          <Typography component="h2" className={classes.title}>
            {version.title}
          </Typography>
          <div className={classes.line}>
            <PlanStateMark state={version.state} />
            <span>{t('plan.table.version', { version: version.version })}</span>
            {inForce && !isInForce && (
              <Link to={planAddress(plansAddress, plan.id)}>
                {t('plan.header.inForceIs', { version: inForce.version })}
              </Link>
            )}
            {!inForce && !plan.archived && (
              <span>{t('plan.header.notInForce')}</span>
            )}
            <span>{t(`plan.kind.${plan.kind}`)}</span>
          </div>
        </div>
        {actions}
      </div>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </EntityInfoCard>
  );
};

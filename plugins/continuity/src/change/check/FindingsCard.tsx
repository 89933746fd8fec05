import { Link } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ChangeAssessment } from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import { EntityName } from '../../catalog/EntityName';
import { planAddress } from '../../plan/planAddress';
import { usePlansAddress } from '../../plan/usePlansAddress';
import { usePageStyles } from '../../screen/usePageStyles';
import { useTranslation } from '../../translation';
import { FindingItem } from './FindingItem';
import { groupFindings, type FindingGroup } from './groupFindings';

const useStyles = makeStyles(theme => ({
  group: { '& + &': { marginTop: theme.spacing(2.5) } },
  head: { fontSize: '1rem', fontWeight: 700, margin: 0 },
  facts: { fontWeight: 400 },
  standing: {
    marginTop: theme.spacing(3),
    paddingTop: theme.spacing(2),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
}));

/** What a check found, by plan: what the change causes first, what was so before counted and folded away. */
export const FindingsCard = (props: { assessment: ChangeAssessment }) => {
  const { findings, plans, counts } = props.assessment;
  const classes = useStyles();
  const shared = usePageStyles();
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  const caused = findings.filter(({ origin }) => origin === 'caused');
  const standing = findings.filter(({ origin }) => origin === 'already-there');
  return (
    <EntityInfoCard title={t('change.findings.title')}>
      {caused.length === 0 ? (
        <Typography variant="body2">{t('change.findings.none')}</Typography>
      ) : (
        groupFindings(caused, plans).map(group => (
          <Group key={group.key} group={group} />
        ))
      )}
      {counts.alreadyThere > 0 && (
        <div className={classes.standing}>
          <div className={shared.row}>
            <strong>
              {t('change.findings.alreadyThere', {
                count: counts.alreadyThere,
              })}
            </strong>
            {standing.length > 0 && (
              <Button
                size="small"
                aria-expanded={open}
                aria-controls={open ? id : undefined}
                onClick={() => setOpen(!open)}
              >
                {t(open ? 'change.findings.hide' : 'change.findings.show')}
              </Button>
            )}
          </div>
          <Typography variant="body2" className={shared.quiet}>
            {t('change.findings.alreadyThereText')}
          </Typography>
          {open && (
            <div id={id}>
              {groupFindings(standing, plans).map(group => (
                <Group key={group.key} group={group} />
              ))}
            </div>
          )}
        </div>
      )}
    </EntityInfoCard>
  );
};

function Group(props: { group: FindingGroup }) {
  const { group } = props;
  const classes = useStyles();
  const shared = usePageStyles();
  const headId = useId();
  return (
    <section className={classes.group} aria-labelledby={headId}>
      <h4 className={classes.head} id={headId}>
        <GroupName group={group} />
      </h4>
      <ul className={shared.plainList}>
        {group.findings.map((finding, at) => (
          <li key={at} className={shared.divided}>
            <FindingItem
              finding={finding}
              entityIsNamed={group.entityRef !== null}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function GroupName({ group }: { group: FindingGroup }) {
  const classes = useStyles();
  const shared = usePageStyles();
  const { t } = useTranslation();
  const plans = usePlansAddress();
  const { plan, planId, entityRef } = group;
  if (planId === null) {
    return entityRef === null ? (
      <>{t('change.findings.general')}</>
    ) : (
      <EntityName entityRef={entityRef} />
    );
  }
  const title = t('change.findings.plan', { title: plan?.title ?? planId });
  const facts = plan && [
    plan.version === null
      ? t('change.findings.noVersion')
      : t('change.findings.planVersion', { version: plan.version }),
    ...(plan.stale ? [t('change.findings.stale')] : []),
    ...(plan.reviewOverdue ? [t('change.findings.reviewOverdue')] : []),
    ...(plan.openRequestId ? [t('change.findings.openRequest')] : []),
  ];
  return (
    <>
      {plans ? <Link to={planAddress(plans, planId)}>{title}</Link> : title}
      {facts && (
        <span className={`${shared.small} ${classes.facts}`}>
          {' · '}
          {facts.join(' · ')}
        </span>
      )}
    </>
  );
}

import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  describeDuration,
  durationSeconds,
  planRecoveryTime,
  type PlanContact,
  type PlanScopeEntry,
  type PlanStep,
} from 'backstage-plugin-continuity-common';
import { EntityName, nameOfRef } from '../../catalog/EntityName';
import { usePartyName } from '../../profile/usePartyName';
import { legibleColour } from '../../status/legibleColour';
import { statusColour } from '../../status/statusColour';
import { useTranslation } from '../../translation';
import { contactName } from '../planContactName';
import { planStepTimes } from './planStepTimes';
import { MarkdownText } from '../../screen/MarkdownText';

const useStyles = makeStyles(theme => ({
  sum: { fontWeight: 600, marginBottom: theme.spacing(1) },
  targets: { listStyle: 'none', margin: theme.spacing(0, 0, 1), padding: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  step: {
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 1fr) 148px',
    columnGap: theme.spacing(1.5),
    padding: theme.spacing(1.5, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    breakInside: 'avoid',
  },
  number: {
    width: 28,
    height: 28,
    borderRadius: '50%',
    border: `1.5px solid ${theme.palette.text.primary}`,
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    fontWeight: 700,
    fontSize: '0.8125rem',
  },
  title: { fontWeight: 600, overflowWrap: 'anywhere' },
  facts: {
    color: theme.palette.text.secondary,
    fontSize: '0.8125rem',
    marginTop: theme.spacing(0.5),
  },
  what: { marginTop: theme.spacing(0.5) },
  side: { textAlign: 'right', fontSize: '0.8125rem' },
  end: { fontWeight: 600, fontSize: '0.875rem' },
  bar: {
    position: 'relative',
    height: 8,
    marginTop: theme.spacing(0.75),
    background: theme.palette.action.hover,
    borderRadius: 2,
  },
  span: { position: 'absolute', top: 0, bottom: 0, borderRadius: 2 },
  line: { position: 'absolute', top: -3, bottom: -3, width: 2 },
}));

function target(entries: readonly PlanScopeEntry[]) {
  const seconds = entries.flatMap(({ rto }) => {
    if (rto === null) return [];
    return [durationSeconds(rto)];
  });
  return seconds.length ? Math.min(...seconds) : undefined;
}

/** The recovery steps in their order; on the side the times add up, against the strictest RTO of the scope. */
export const PlanSteps = (props: {
  steps: readonly PlanStep[];
  contacts: readonly PlanContact[];
  scopeEntries: readonly PlanScopeEntry[];
}) => {
  const { steps, contacts, scopeEntries } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const total = planRecoveryTime(steps);
  const times = planStepTimes(steps);
  const rto = target(scopeEntries);
  const end = Math.max(total.seconds, rto ?? 0, 1);
  const numberOf = new Map(steps.map((step, at) => [step.id, at + 1]));
  const titleOf = new Map(
    scopeEntries.map(({ entityRef, title }) => [entityRef, title]),
  );
  const roles = new Map(contacts.map(contact => [contact.id, contact]));
  const colourOf = (status: 'exposed' | 'met') =>
    legibleColour({
      colour: statusColour(theme, status),
      background: theme.palette.background.paper,
    });
  const late = scopeEntries.filter(({ beyondRto }) => beyondRto);
  const percent = (seconds: number) => `${(100 * seconds) / end}%`;

  return (
    <>
      <div className={classes.sum}>
        {t(total.isComplete ? 'plan.steps.sum' : 'plan.steps.sumAtLeast', {
          time: describeDuration(total.seconds),
        })}
        {rto !== undefined &&
          ` ${t(
            total.seconds > rto
              ? 'plan.steps.beyondRto'
              : 'plan.steps.withinRto',
            {
              rto: describeDuration(rto),
              over: describeDuration(Math.abs(total.seconds - rto)),
            },
          )}`}
      </div>
      {late.length > 0 && (
        <ul className={classes.targets} style={{ color: colourOf('exposed') }}>
          {late.map(({ entityRef, title, rto: own, expectedSeconds }) => (
            <li key={entityRef}>
              {t('plan.steps.entityLate', {
                name: title ?? nameOfRef(entityRef),
                time: describeDuration(expectedSeconds!),
                rto: describeDuration(durationSeconds(own!)),
              })}
            </li>
          ))}
        </ul>
      )}
      <ol className={classes.list} aria-label={t('plan.section.steps')}>
        {steps.map((step, at) => {
          const time = times.get(step.id)!;
          const isLate = rto !== undefined && time.to > rto;
          const from = describeDuration(time.from);
          const to = describeDuration(time.to);
          return (
            <li key={step.id} className={classes.step}>
              <span className={classes.number} aria-hidden>
                {at + 1}
              </span>
              <div>
                <Typography component="h4" className={classes.title}>
                  {step.title || t('plan.steps.untitled')}
                </Typography>
                {step.what && (
                  <div className={classes.what}>
                    <MarkdownText text={step.what} />
                  </div>
                )}
                <div className={classes.facts}>
                  {step.who.length > 0
                    ? t('plan.steps.who', {
                        who: step.who
                          .map(
                            id =>
                              contactName(t, roles.get(id), partyName) ?? id,
                          )
                          .join(', '),
                      })
                    : t('plan.steps.nobody')}
                  {step.after.length > 0 && (
                    <>
                      {' · '}
                      {t('plan.steps.after', {
                        steps: step.after
                          .map(id => numberOf.get(id) ?? `“${id}”`)
                          .join(', '),
                      })}
                    </>
                  )}
                  {step.entities.length > 0 && (
                    <>
                      {' · '}
                      {step.entities.map(({ entityRef, parts }, index) => (
                        <span key={entityRef}>
                          {index > 0 && ', '}
                          <EntityName
                            entityRef={entityRef}
                            title={
                              titleOf.get(entityRef) ?? partyName(entityRef)
                            }
                          />
                          {parts && ` ${t('plan.scope.withParts')}`}
                        </span>
                      ))}
                    </>
                  )}
                </div>
              </div>
              <div className={classes.side}>
                <div
                  className={classes.end}
                  style={isLate ? { color: colourOf('exposed') } : undefined}
                >
                  {t(
                    time.isComplete
                      ? 'plan.steps.done'
                      : 'plan.steps.doneAtLeast',
                    { time: to },
                  )}
                </div>
                <div>
                  {step.expectedDuration === null
                    ? t('plan.steps.unknown')
                    : t('plan.steps.takes', {
                        time: describeDuration(
                          durationSeconds(step.expectedDuration),
                        ),
                      })}
                </div>
                <div
                  className={classes.bar}
                  role="img"
                  aria-label={t(
                    isLate ? 'plan.steps.barLate' : 'plan.steps.bar',
                    { from, to },
                  )}
                >
                  <span
                    className={classes.span}
                    style={{
                      left: percent(time.from),
                      width: `max(3px, ${percent(time.to - time.from)})`,
                      background: isLate
                        ? colourOf('exposed')
                        : theme.palette.text.secondary,
                    }}
                  />
                  {rto !== undefined && (
                    <span
                      className={classes.line}
                      style={{
                        left: `min(calc(100% - 2px), ${percent(rto)})`,
                        background: theme.palette.text.primary,
                      }}
                    />
                  )}
                </div>
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
};

import { Link } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { TestDetail } from 'backstage-plugin-continuity-common';
import type { ReactNode } from 'react';
import { EntityName } from '../../catalog/EntityName';
import { usePartyName } from '../../profile/usePartyName';
import { Explained } from '../../record/Explained';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { OutcomeMark } from '../OutcomeMark';
import { TestStateMark } from '../TestStateMark';
import { usePolicyZone } from './usePolicyZone';
import { usePageStyles } from '../../screen/usePageStyles';
import { withZone, zonedMoment, zonedSpan } from '../../screen/zonedTime';

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
}));

/** When a test is, or was, held, in the policy's zone; with the zone that people planned in, where it is another one. */
export const TestWhen = ({ test }: { test: TestDetail }) => {
  const locale = useLocale();
  const { t } = useTranslation();
  const zone = usePolicyZone(test.timeZone);
  const own = zonedSpan(test, { zone: test.timeZone, locale });
  // a whole day is a day of the zone that it was planned in
  if (test.allDay) {
    return <>{t('testRun.when.allDay', { day: own, zone: test.timeZone })}</>;
  }
  return (
    <>
      {withZone(zonedSpan(test, { zone, locale }), zone)}
      {zone !== test.timeZone && (
        <div>
          {t('testRun.when.planned', { span: own, zone: test.timeZone })}
        </div>
      )}
    </>
  );
};

/** What test this is, in which state, when it is held and by whom. */
export const TestHeader = (props: {
  test: TestDetail;
  testsAddress: string;
  actions?: ReactNode;
}) => {
  const { test, testsAddress, actions } = props;
  const classes = useStyles();
  const styles = usePageStyles();
  const partyName = usePartyName();
  const locale = useLocale();
  const zone = usePolicyZone(test.timeZone);
  const { t } = useTranslation();
  const marks = [
    t(`testing.environment.${test.environment}`),
    ...(test.partial ? [t('testRun.partial')] : []),
    ...(test.restoresFromBackup && test.depth !== 'restore'
      ? [t('testRun.fromBackup')]
      : []),
    ...(test.enteredAfterwards ? [t('testRun.enteredAfterwards')] : []),
    ...(test.origin !== 'test' ? [t(`testing.origin.${test.origin}`)] : []),
  ];
  const person = (ref: string, title?: string | null) => (
    <EntityName entityRef={ref} title={title ?? partyName(ref)} />
  );
  const facts: Array<[string, ReactNode]> = [
    ...(test.heldAt
      ? ([
          [
            t('testRun.fact.held'),
            test.heldPrecision === 'day'
              ? zonedSpan(
                  { startsAt: test.heldAt, endsAt: test.heldAt, allDay: true },
                  { zone, locale },
                )
              : withZone(zonedMoment(test.heldAt, { zone, locale }), zone),
          ],
        ] as Array<[string, ReactNode]>)
      : ([
          [t('testRun.fact.when'), <TestWhen key="when" test={test} />],
        ] as Array<[string, ReactNode]>)),
    ...(test.facilitator
      ? ([
          [
            t('testRun.fact.facilitator'),
            person(test.facilitator.ref, test.facilitator.title),
          ],
        ] as Array<[string, ReactNode]>)
      : []),
    ...(test.state === 'completed'
      ? ([
          [
            t('testRun.fact.review'),
            test.review
              ? t('testRun.fact.reviewedBy', {
                  who: partyName(test.review.by),
                  when: zonedMoment(test.review.at, { zone, locale }),
                })
              : t('testRun.fact.notReviewed'),
          ],
        ] as Array<[string, ReactNode]>)
      : []),
  ];
  return (
    <EntityInfoCard>
      <Link to={testsAddress}>{t('testRun.back')}</Link>
      <div className={classes.head}>
        <div>
          <Typography component="h2" className={classes.title}>
            {test.title}
          </Typography>
          <div className={classes.line}>
            {test.outcome ? (
              <OutcomeMark outcome={test.outcome} />
            ) : (
              <TestStateMark test={test} />
            )}
            <Explained explanation={t(`testing.depthMeaning.${test.depth}`)}>
              {t(`policy.depth.${test.depth}`)}
            </Explained>
            {marks.map(mark => (
              <span key={mark}>{mark}</span>
            ))}
          </div>
        </div>
        {actions}
      </div>
      <dl className={styles.facts}>
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

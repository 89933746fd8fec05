import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import type {
  Reschedule,
  Scenario,
  TestDetail,
} from 'backstage-plugin-continuity-common';
import type { ReactNode } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { continuityApiRef } from '../../api';
import { EntityName } from '../../catalog/EntityName';
import { planAddress } from '../../plan/planAddress';
import { MarkdownText } from '../../screen/MarkdownText';
import { usePlansAddress } from '../../plan/usePlansAddress';
import { usePartyName } from '../../profile/usePartyName';
import { valueText } from '../../profile/valueText';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { usePageStyles } from '../../screen/usePageStyles';
import { zonedMoment, zonedSpan } from '../../screen/zonedTime';

/** A part of a test's text under its heading. */
export const TestSection = (props: { title: string; children: ReactNode }) => {
  const classes = usePageStyles();
  return (
    <section className={classes.section}>
      <Typography component="h3" className={classes.heading}>
        {props.title}
      </Typography>
      {props.children}
    </section>
  );
};

/** The scenario of the library that a test plays; undefined for one of its own, and until it is read. */
export function useScenario(test: TestDetail): Scenario | undefined {
  const api = useApi(continuityApiRef);
  const language = useLocale();
  const { id } = test.contents.scenario;
  return useAsync(async () => {
    if (id === null) return undefined;
    const { items } = await api.tests.scenarios({ language });
    return items.find(each => each.id === id);
  }, [api, id, language]).value;
}

/** What is to be shown, and what must be so. */
export const AimsSection = ({ test }: { test: TestDetail }) => {
  const classes = usePageStyles();
  const { t } = useTranslation();
  return (
    <TestSection title={t('testRun.section.aims')}>
      {test.contents.aims ? (
        <MarkdownText text={test.contents.aims} />
      ) : (
        <Typography className={classes.quiet}>{t('testRun.noAims')}</Typography>
      )}
    </TestSection>
  );
};

/** What is assumed to have happened, with what to ask while it is played. */
export const ScenarioSection = (props: {
  test: TestDetail;
  scenario: Scenario | undefined;
}) => {
  const { test, scenario } = props;
  const classes = usePageStyles();
  const { t } = useTranslation();
  const { id, description } = test.contents.scenario;
  if (id === null && !description) return null;
  return (
    <TestSection title={t('testRun.section.scenario')}>
      {scenario && (
        <>
          <Typography className={classes.sub} style={{ marginTop: 0 }}>
            {scenario.title}
          </Typography>
          {!description && <MarkdownText text={scenario.situation} />}
        </>
      )}
      {description && <MarkdownText text={description} />}
      {scenario && scenario.prompts.length > 0 && (
        <>
          <Typography component="h4" className={classes.sub}>
            {t('testRun.scenario.prompts')}
          </Typography>
          <ol className={classes.list}>
            {scenario.prompts.map(prompt => (
              <li key={prompt}>{prompt}</li>
            ))}
          </ol>
        </>
      )}
    </TestSection>
  );
};

/** The services under test with their targets, and how many the reader may not see. */
export const ScopeSection = ({ test }: { test: TestDetail }) => {
  const classes = usePageStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  return (
    <TestSection title={t('testRun.section.scope')}>
      <TableContainer>
        <Table
          size="small"
          className={classes.table}
          aria-label={t('testRun.section.scope')}
        >
          <TableHead>
            <TableRow>
              <TableCell>{t('testRun.scope.service')}</TableCell>
              <TableCell>{t('profile.field.tier')}</TableCell>
              <TableCell>RTO</TableCell>
              <TableCell>RPO</TableCell>
              <TableCell>{t('profile.field.mbco')}</TableCell>
              <TableCell>{t('profile.field.recoveryOwner')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {test.scope.map(each => (
              <TableRow key={each.entityRef}>
                <TableCell>
                  <EntityName entityRef={each.entityRef} title={each.title} />
                  {!each.exists && (
                    <div className={classes.small}>
                      {t('testRun.scope.gone')}
                    </div>
                  )}
                </TableCell>
                <TableCell>{valueText(t, 'tier', each.tier)}</TableCell>
                <TableCell>{valueText(t, 'rto', each.rto)}</TableCell>
                <TableCell>{valueText(t, 'rpo', each.rpo)}</TableCell>
                <TableCell>{valueText(t, 'mbco', each.mbco)}</TableCell>
                <TableCell>
                  {each.owner && (
                    <EntityName
                      entityRef={each.owner}
                      title={partyName(each.owner)}
                    />
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {test.entities.redacted > 0 && (
        <Typography variant="body2" className={classes.quiet}>
          {t('testRun.scope.redacted', { count: test.entities.redacted })}
        </Typography>
      )}
    </TestSection>
  );
};

/** The versions of plans that the test is about. */
export const PlansSection = ({ test }: { test: TestDetail }) => {
  const classes = usePageStyles();
  const { t } = useTranslation();
  const plansAddress = usePlansAddress();
  if (test.plans.length === 0) return null;
  return (
    <TestSection title={t('testRun.section.plans')}>
      <ul className={classes.list}>
        {test.plans.map(({ planId, version, title, inForce }) => (
          <li key={planId}>
            {plansAddress ? (
              <Link to={planAddress(plansAddress, planId, { version })}>
                {title}
              </Link>
            ) : (
              title
            )}{' '}
            {t('plan.table.version', { version })}
            {!inForce && ` · ${t('testRun.plans.notInForce')}`}
          </li>
        ))}
      </ul>
    </TestSection>
  );
};

/** Who takes part. */
export const PeopleSection = ({ test }: { test: TestDetail }) => {
  const classes = usePageStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  return (
    <TestSection title={t('testRun.section.people')}>
      <ul className={classes.list}>
        {test.facilitator && (
          <li>
            <EntityName
              entityRef={test.facilitator.ref}
              title={test.facilitator.title ?? partyName(test.facilitator.ref)}
            />{' '}
            ({t('testRun.fact.facilitator')})
          </li>
        )}
        {test.participants.map(({ ref, title }) => (
          <li key={ref}>
            <EntityName entityRef={ref} title={title ?? partyName(ref)} />
          </li>
        ))}
      </ul>
    </TestSection>
  );
};

/** Earlier dates, oldest first, with why they did not hold. */
export const DatesSection = (props: { test: TestDetail; zone: string }) => {
  const { test, zone } = props;
  const classes = usePageStyles();
  const partyName = usePartyName();
  const locale = useLocale();
  const { t } = useTranslation();
  if (test.reschedules.length === 0) return null;
  const span = (dates: Reschedule['from']) =>
    zonedSpan({ ...dates, allDay: test.allDay }, { zone, locale });
  return (
    <TestSection title={t('testRun.section.dates')}>
      <ul className={classes.list}>
        {test.reschedules.map(({ from, to, reason, at, by }) => (
          <li key={at}>
            {t('testRun.dates.moved', { from: span(from), to: span(to) })}
            <div className={classes.small}>
              {t('testRun.dates.why', {
                who: partyName(by),
                when: zonedMoment(at, { zone, locale }),
                reason,
              })}
            </div>
          </li>
        ))}
      </ul>
    </TestSection>
  );
};

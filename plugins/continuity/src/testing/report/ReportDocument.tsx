import { Link } from '@backstage/core-components';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  describeDuration,
  findingSeverities,
  isMeasuringDepth,
  testTimeKeys,
  type FindingSummary,
  type Scenario,
  type TestDetail,
  type TestResult,
} from 'backstage-plugin-continuity-common';
import { EntityName } from '../../catalog/EntityName';
import { MarkdownText } from '../../screen/MarkdownText';
import { secondsOf } from '../../profile/objective';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { FindingLine } from '../finding/FindingLine';
import { OutcomeMark } from '../OutcomeMark';
import { stepSeconds } from '../run/ChecklistRow';
import { CriteriaSection } from '../page/CriteriaSection';
import { MeasuredResult } from '../run/MeasuredResult';
import { bestOutcomeText } from '../run/outcomeReasonText';
import { LogEntry } from '../run/LogEntry';
import { personName } from '../personName';
import {
  AimsSection,
  DatesSection,
  PeopleSection,
  PlansSection,
  ScenarioSection,
  ScopeSection,
  TestSection,
} from '../page/TestSections';
import { usePageStyles } from '../../screen/usePageStyles';
import { zonedMoment } from '../../screen/zonedTime';

const useStyles = makeStyles(theme => ({
  result: {
    padding: theme.spacing(2, 0),
    breakInside: 'avoid',
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
    fontWeight: 600,
  },
  times: { '& td, & th': { padding: theme.spacing(0.5, 1) } },
  log: { listStyle: 'none', margin: 0, padding: 0 },
}));

function worstFirst(findings: readonly FindingSummary[]): FindingSummary[] {
  const rank = ({ severity }: FindingSummary) =>
    findingSeverities.indexOf(severity);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

/** A test from its aims to its findings, to be read from top to bottom: on the screen and on paper. */
export const ReportDocument = (props: {
  test: TestDetail;
  scenario: Scenario | undefined;
  zone: string;
  /** Where the findings are; on paper nothing is linked. */
  findings?: string;
}) => {
  const { test, scenario, zone, findings } = props;
  const classes = useStyles();
  const styles = usePageStyles();
  const locale = useLocale();
  const { t } = useTranslation();
  const held = test.state === 'completed' || test.state === 'in-progress';
  const measures = isMeasuringDepth(test.depth);
  return (
    <div>
      {test.summary && (
        <TestSection title={t('testRun.section.summary')}>
          <MarkdownText text={test.summary} />
        </TestSection>
      )}
      <AimsSection test={test} />
      <CriteriaSection test={test} />
      {held && test.results.length > 0 && (
        <TestSection title={t('testRun.section.results')}>
          {test.results.map(result => (
            <section key={result.entityRef} className={classes.result}>
              <div className={classes.head}>
                <EntityName
                  entityRef={result.entityRef}
                  title={result.title}
                  defaultKind="component"
                />
                {result.outcome && <OutcomeMark outcome={result.outcome} />}
              </div>
              <ResultBody result={result} measures={measures} zone={zone} />
            </section>
          ))}
          {test.entities.redacted > 0 && (
            <Typography variant="body2" className={styles.quiet}>
              {t('testRun.scope.redacted', { count: test.entities.redacted })}
            </Typography>
          )}
        </TestSection>
      )}
      {test.findings.length > 0 && (
        <TestSection title={t('testRun.section.findings')}>
          <ul className={styles.plainList}>
            {worstFirst(test.findings).map(finding => (
              <li key={finding.id} className={styles.divided}>
                <FindingLine finding={finding} findings={findings} />
              </li>
            ))}
          </ul>
        </TestSection>
      )}
      {test.state === 'completed' && (
        <TestSection title={t('testRun.section.review')}>
          {test.review ? (
            <>
              <Typography>
                {t('testRun.fact.reviewedBy', {
                  who: personName(test, test.review.by),
                  when: zonedMoment(test.review.at, { zone, locale }),
                })}
              </Typography>
              {test.review.note && <MarkdownText text={test.review.note} />}
            </>
          ) : (
            <Typography>{t('testRun.fact.notReviewed')}</Typography>
          )}
        </TestSection>
      )}
      <ScopeSection test={test} />
      <PlansSection test={test} />
      <PeopleSection test={test} />
      <ScenarioSection test={test} scenario={scenario} />
      <StepsSection test={test} />
      {test.events.length > 0 && (
        <TestSection title={t('testRun.log.titleIn', { zone })}>
          <ul className={classes.log}>
            {test.events.map(entry => (
              <LogEntry key={entry.id} entry={entry} test={test} zone={zone} />
            ))}
          </ul>
        </TestSection>
      )}
      <DatesSection test={test} zone={zone} />
      {findings === undefined && test.attachments.length > 0 && (
        <TestSection title={t('testRun.attachment.title')}>
          <ul className={styles.list}>
            {test.attachments.map(each => (
              <li key={each.id} style={{ overflowWrap: 'anywhere' }}>
                {each.title || t('testRun.attachment.title')}:{' '}
                {each.kind === 'link'
                  ? each.url
                  : `${each.fileName}, SHA-256 ${each.sha256}`}
              </li>
            ))}
          </ul>
        </TestSection>
      )}
      {test.machine && (
        <TestSection title={t('testRun.section.machine')}>
          <Typography>
            {t('testRun.machine.text', {
              tool: test.machine.tool,
              subject: test.machine.subject,
            })}{' '}
            {test.machine.runUrl && (
              <Link to={test.machine.runUrl}>{t('testRun.machine.run')}</Link>
            )}
          </Typography>
        </TestSection>
      )}
      {test.supplier && (
        <TestSection title={t('testRun.section.supplier')}>
          <Typography>
            {t('testRun.supplier.text', {
              name: test.supplier.name,
              document: test.supplier.document,
              day: test.supplier.issuedOn,
            })}{' '}
            {test.supplier.url && (
              <Link to={test.supplier.url}>{t('testRun.supplier.open')}</Link>
            )}
          </Typography>
        </TestSection>
      )}
    </div>
  );
};

function ResultBody(props: {
  result: TestResult;
  measures: boolean;
  zone: string;
}) {
  const { result, measures, zone } = props;
  const classes = useStyles();
  const styles = usePageStyles();
  const locale = useLocale();
  const { t } = useTranslation();
  const times = testTimeKeys.filter(key => result.times[key] !== null);
  const why = bestOutcomeText(t, result);
  const marks = [
    ...(result.restoredFromBackup ? [t('testRun.fromBackup')] : []),
    ...(result.partial ? [t('testRun.partial')] : []),
    ...(result.recovered === false ? [t('testRun.result.notRecovered')] : []),
    ...(result.levelMet !== null
      ? [
          t(
            result.levelMet
              ? 'testRun.review.levelMet'
              : 'testRun.review.levelNotMet',
          ),
        ]
      : []),
  ];
  return (
    <>
      {measures && <MeasuredResult result={result} />}
      {why && <Typography variant="body2">{why}</Typography>}
      {marks.length > 0 && (
        <Typography variant="body2">{marks.join(' · ')}</Typography>
      )}
      {times.length > 0 && (
        <TableContainer>
          <Table
            size="small"
            className={classes.times}
            aria-label={t('testRun.times.title')}
          >
            <TableBody>
              {times.map(key => (
                <TableRow key={key}>
                  <TableCell component="th" scope="row">
                    {t(`testRun.time.${key}`)}
                  </TableCell>
                  <TableCell>
                    {zonedMoment(result.times[key]!, {
                      zone,
                      locale,
                      seconds: true,
                    })}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      {result.deficiencies && (
        <>
          <Typography component="h4" className={styles.sub}>
            {t('testRun.result.deficiencies')}
          </Typography>
          <MarkdownText text={result.deficiencies} />
        </>
      )}
      {result.note && (
        <>
          <Typography component="h4" className={styles.sub}>
            {t('testRun.result.note')}
          </Typography>
          <MarkdownText text={result.note} />
        </>
      )}
    </>
  );
}

/** What was done and how long it took, against what the plan expects. */
function StepsSection({ test }: { test: TestDetail }) {
  const classes = useStyles();
  const styles = usePageStyles();
  const { t } = useTranslation();
  if (test.steps.length === 0) return null;
  return (
    <TestSection title={t('testRun.checklist.title')}>
      <TableContainer>
        <Table
          size="small"
          className={classes.times}
          aria-label={t('testRun.checklist.title')}
        >
          <TableHead>
            <TableRow>
              <TableCell>{t('testRun.step.column.step')}</TableCell>
              <TableCell>{t('testRun.step.column.state')}</TableCell>
              <TableCell>{t('testRun.step.column.expected')}</TableCell>
              <TableCell>{t('testRun.step.column.took')}</TableCell>
              <TableCell>{t('testRun.step.column.who')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {test.steps.map((step, at) => {
              const expected = secondsOf(step.expectedDuration);
              const took = stepSeconds(step);
              return (
                <TableRow key={step.id}>
                  <TableCell>
                    {at + 1}. {step.title}
                    {step.note && (
                      <div className={styles.small}>{step.note}</div>
                    )}
                  </TableCell>
                  <TableCell>{t(`testRun.step.state.${step.state}`)}</TableCell>
                  <TableCell>
                    {expected === null ? '–' : describeDuration(expected)}
                  </TableCell>
                  <TableCell>
                    {took === null ? '–' : describeDuration(took)}
                  </TableCell>
                  <TableCell>
                    {step.doneBy ? personName(test, step.doneBy) : '–'}
                  </TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </TableContainer>
    </TestSection>
  );
}

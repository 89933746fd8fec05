import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type {
  CoverageTrend,
  Insights,
} from 'backstage-plugin-continuity-common';
import type { ReactNode } from 'react';
import { gapText } from '../../assessment/gapText';
import { EntityName } from '../../catalog/EntityName';
import { withNames } from '../../catalog/withNames';
import { formatDay } from '../../status/formatDay';
import { statusKey } from '../../status/statusKey';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { KpiTiers } from './KpiTiers';
import { kpiTargetText, kpiValueText, kpiVerdict } from './kpiValueText';
import type { ReportLists } from './useReportLists';

const useStyles = makeStyles(theme => ({
  part: { marginBottom: theme.spacing(3) },
  // Backstage breaks words anywhere: beside a long text the short columns would be one letter wide, on paper too
  cell: {
    wordBreak: 'normal',
    overflowWrap: 'normal',
    '&:first-child': { minWidth: 110 },
    [theme.breakpoints.down('sm')]: { padding: theme.spacing(1, 0.75) },
  },
  tierTitle: { margin: theme.spacing(2, 0, 0.5) },
  whole: { whiteSpace: 'nowrap' },
  definitions: {
    '& dt': { fontWeight: 700 },
    '& dd': { margin: theme.spacing(0, 0, 1) },
  },
}));

const Part = (props: { title: string; children: ReactNode }) => (
  <section className={useStyles().part}>
    <Typography variant="h6" component="h3" gutterBottom>
      {props.title}
    </Typography>
    {props.children}
  </section>
);

function Rows(props: {
  label: string;
  head: string[];
  rows: Array<{ key: string; cells: ReactNode[] }>;
}) {
  const classes = useStyles();
  return (
    <TableContainer>
      <Table size="small" aria-label={props.label}>
        <TableHead>
          <TableRow>
            {props.head.map(name => (
              <TableCell key={name} className={classes.cell}>
                {name}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.rows.map(({ key, cells }) => (
            <TableRow key={key}>
              {cells.map((cell, index) => (
                <TableCell key={index} className={classes.cell}>
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

const PartFailed = ({ error }: { error: Error }) => {
  const { t } = useTranslation();
  return (
    <Alert severity="warning">
      {t('insights.paper.listFailed', { message: error.message })}
    </Alert>
  );
};

const Figures = ({ insights }: { insights: Insights }) => {
  const { tierTitle } = useStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const tiers = insights.items.find(({ id }) => id === 'coverage')?.parts ?? [];
  return (
    <>
      <Rows
        label={t('insights.paper.figures')}
        head={[
          t('insights.paper.figure'),
          t('insights.paper.value'),
          t('insights.paper.previous'),
          t('insights.paper.targetHead'),
          t('insights.paper.verdict'),
        ]}
        rows={insights.items.map(kpi => {
          const options = { unit: kpi.unit, t, locale };
          return {
            key: kpi.id,
            cells: [
              t(`insights.kpi.${kpi.id}.title`),
              kpiValueText(kpi.current.value, options),
              kpi.previous ? kpiValueText(kpi.previous.value, options) : '–',
              kpiTargetText(kpi, { t, locale }),
              kpi.target === null
                ? '–'
                : t(`insights.verdict.${kpiVerdict(kpi)}`),
            ],
          };
        })}
      />
      {tiers.length > 0 && (
        <>
          <Typography variant="subtitle2" component="h4" className={tierTitle}>
            {t('insights.byTier')}
          </Typography>
          <KpiTiers parts={tiers} />
        </>
      )}
    </>
  );
};

const Moves = ({ trend }: { trend: CoverageTrend }) => {
  const { t } = useTranslation();
  const sum = (
    of: (cause: string) => boolean,
    which: Array<'better' | 'worse' | 'same'>,
  ) =>
    trend.moves.reduce(
      (total, { causes }) =>
        total +
        Object.entries(causes).reduce(
          (part, [cause, counts]) =>
            of(cause)
              ? part + which.reduce((all, key) => all + counts[key], 0)
              : part,
          0,
        ),
      0,
    );
  const isWork = (cause: string) => cause === 'work';
  const fixed = sum(isWork, ['better']);
  const broke = sum(isWork, ['worse']);
  const reclassified = sum(
    cause => !isWork(cause),
    ['better', 'worse', 'same'],
  );
  if (fixed + broke + reclassified === 0) {
    return <p>{t('insights.paper.nothingChanged')}</p>;
  }
  return (
    <ul>
      <li>{t('insights.paper.fixed', { count: fixed })}</li>
      <li>{t('insights.paper.broke', { count: broke })}</li>
      <li>{t('insights.paper.reclassified', { count: reclassified })}</li>
    </ul>
  );
};

const Risks = ({ lists }: { lists: ReportLists }) => {
  const { whole } = useStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const { value, error } = lists.risks;
  if (error) return <PartFailed error={error} />;
  if (!value) return null;
  if (value.items.length === 0) return <p>{t('insights.paper.noRisks')}</p>;
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {t('insights.paper.risksNote')}
      </Typography>
      <Rows
        label={t('insights.paper.risks')}
        head={[
          t('insights.paper.service'),
          t('insights.paper.tierHead'),
          t('insights.paper.status'),
          t('insights.paper.why'),
        ]}
        rows={value.items.map(item => ({
          key: item.entityRef,
          cells: [
            <EntityName entityRef={item.entityRef} title={item.title} />,
            <span className={whole}>{item.tier ?? '–'}</span>,
            t(`status.${statusKey(item.status)}`),
            item.gaps
              .filter(gap => gap.severity !== 'information')
              .slice(0, 3)
              .map(gap =>
                withNames(gapText(t, gap, { locale }).message, value.names),
              )
              .join(' '),
          ],
        }))}
      />
    </>
  );
};

const Findings = (props: { lists: ReportLists }) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const { value, error } = props.lists.findings;
  if (error) return <PartFailed error={error} />;
  if (!value) return null;
  if (value.items.length === 0) return <p>{t('insights.paper.noFindings')}</p>;
  return (
    <Rows
      label={t('insights.paper.findings')}
      head={[
        t('insights.paper.finding'),
        t('insights.paper.owner'),
        t('insights.paper.dueOn'),
      ]}
      rows={value.items.map(finding => ({
        key: finding.id,
        cells: [
          finding.title,
          <EntityName
            entityRef={finding.owner.ref}
            title={finding.owner.title}
          />,
          formatDay(finding.dueOn, { locale }),
        ],
      }))}
    />
  );
};

/** What the management report says, on the screen as on paper. */
export const ReportDocument = (props: {
  insights: Insights;
  lists: ReportLists;
}) => {
  const { insights, lists } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { value: trend, error: trendError } = lists.moves;
  return (
    <>
      <Part title={t('insights.paper.factors')}>
        <ul>
          {insights.factors.map(factor => (
            <li key={factor.id}>
              <strong>{factor.title}</strong>
              {': '}
              {factor.measured === 0
                ? t('insights.factorUnmeasured')
                : t('insights.factor', {
                    reached: factor.reached,
                    measured: factor.measured,
                  })}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('insights.paper.figures')}>
        <Figures insights={insights} />
      </Part>
      <Part title={t('insights.paper.changed')}>
        {trendError && <PartFailed error={trendError} />}
        {trend && <Moves trend={trend} />}
      </Part>
      <Part title={t('insights.paper.risks')}>
        <Risks lists={lists} />
      </Part>
      <Part title={t('insights.paper.findings')}>
        <Findings lists={lists} />
      </Part>
      <Part title={t('insights.paper.appendix')}>
        <dl className={classes.definitions}>
          {insights.items.map(({ id }) => (
            <div key={id}>
              <dt>{t(`insights.kpi.${id}.title`)}</dt>
              <dd>{t(`insights.kpi.${id}.text`)}</dd>
            </div>
          ))}
        </dl>
      </Part>
    </>
  );
};

import { Link, Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  continuityAuditReadPermission,
  type Insights,
} from 'backstage-plugin-continuity-common';
import { useLocation } from 'react-router-dom';
import { nameOfRef } from '../../catalog/EntityName';
import { LoadError } from '../../screen/LoadError';
import { PageTheme } from '../../screen/PageTheme';
import { PrintedPaper } from '../../record/PrintedPaper';
import { fullMoment } from '../../record/relativeTime';
import { rootRouteRef } from '../../routes';
import { formatDay } from '../../status/formatDay';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { ReportDocument } from './ReportDocument';
import { useInsights } from './useInsights';
import { useReportLists } from './useReportLists';

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
  },
}));

const Report = ({ insights }: { insights: Insights }) => {
  const classes = useStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const location = useLocation();
  const pages = useRouteRef(rootRouteRef)();
  const lists = useReportLists(insights);
  const span = (days: { from: string; to: string }) =>
    [days.from, days.to].map(day => formatDay(day, { locale })).join(' – ');
  const { last } = insights.review;
  const document = <ReportDocument insights={insights} lists={lists} />;
  return (
    <>
      <div className={classes.bar}>
        <Link to={`${pages}/insights${location.search}`}>
          {t('insights.paper.back')}
        </Link>
        <Button
          variant="contained"
          color="primary"
          disabled={!lists.isComplete}
          onClick={() => window.print()}
        >
          {t('insights.paper.print')}
        </Button>
      </div>
      <Typography variant="h5" component="h2" gutterBottom>
        {t('insights.paper.title')}
      </Typography>
      <Typography variant="body2" paragraph>
        {t('insights.intro', {
          from: formatDay(insights.period.from, { locale }),
          to: formatDay(insights.period.to, { locale }),
          previousFrom: formatDay(insights.previousPeriod.from, { locale }),
          previousTo: formatDay(insights.previousPeriod.to, { locale }),
          zone: insights.timeZone,
        })}
      </Typography>
      {document}
      <PrintedPaper
        title={t('insights.paper.title')}
        facts={printedAt => [
          [t('insights.paper.period'), span(insights.period)],
          [t('insights.paper.compared'), span(insights.previousPeriod)],
          [t('insights.paper.zone'), insights.timeZone],
          [
            t('insights.paper.reviewed'),
            last
              ? `${formatDay(last.at, {
                  locale,
                  timeZone: insights.timeZone,
                })}, ${insights.names[last.by] ?? nameOfRef(last.by)}`
              : t('insights.paper.neverReviewed'),
          ],
          [t('insights.paper.printed'), fullMoment(printedAt, locale)],
        ]}
        foot={t('insights.paper.foot')}
      >
        {document}
      </PrintedPaper>
    </>
  );
};

const Content = () => {
  const { t } = useTranslation();
  const { value, error, retry } = useInsights();
  if (error) {
    return (
      <LoadError
        error={error}
        title={t('insights.loadFailed')}
        refused={{
          title: t('insights.noAccess.title'),
          text: t('insights.noAccess.text', {
            permission: continuityAuditReadPermission.name,
          }),
        }}
        onRetry={retry}
      />
    );
  }
  return value ? <Report insights={value} /> : <Progress />;
};

/** The management report of a period, on the screen and on paper. */
export const ReportPage = () => (
  <PageTheme>
    <Content />
  </PageTheme>
);

import { LinkButton, Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  continuityAuditReadPermission,
  type Insights,
  type Kpi,
} from 'backstage-plugin-continuity-common';
import { LoadError } from '../../screen/LoadError';
import { Notice } from '../../screen/Notice';
import { PageTheme } from '../../screen/PageTheme';
import { rootRouteRef } from '../../routes';
import { formatDay } from '../../status/formatDay';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { writeInsightsSearch } from './insightsSearch';
import { KpiCard } from './KpiCard';
import { PeriodBar } from './PeriodBar';
import { ReviewNote } from './ReviewNote';
import { useInsights } from './useInsights';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    justifyContent: 'space-between',
    gap: theme.spacing(1.5, 2),
    marginBottom: theme.spacing(2),
  },
  links: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  factor: { margin: theme.spacing(3, 0, 1) },
  cards: { '& > *': { display: 'flex', flexDirection: 'column' } },
}));

const Cards = (props: { items: Kpi[]; pages: string }) => {
  const classes = useStyles();
  return (
    <Grid
      container
      spacing={2}
      className={classes.cards}
      // beside a card with a table the others would be mostly empty
      alignItems={
        props.items.some(({ parts }) => parts.length > 0)
          ? 'flex-start'
          : 'stretch'
      }
    >
      {props.items.map(kpi => (
        <Grid item xs={12} md={6} lg={4} key={kpi.id}>
          <KpiCard kpi={kpi} pages={props.pages} />
        </Grid>
      ))}
    </Grid>
  );
};

const Factors = ({ insights }: { insights: Insights }) => {
  const classes = useStyles();
  const { t } = useTranslation();
  const pages = useRouteRef(rootRouteRef)();
  const named = new Set(insights.factors.flatMap(factor => factor.kpis));
  const others = insights.items.filter(({ id }) => !named.has(id));
  return (
    <>
      {insights.factors
        .filter(factor => factor.kpis.length > 0)
        .map(factor => (
          <section key={factor.id} aria-labelledby={`factor-${factor.id}`}>
            <div className={classes.factor}>
              <Typography
                variant="h6"
                component="h3"
                id={`factor-${factor.id}`}
              >
                {factor.title}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {factor.description && `${factor.description} · `}
                {factor.measured === 0
                  ? t('insights.factorUnmeasured')
                  : t('insights.factor', {
                      reached: factor.reached,
                      measured: factor.measured,
                    })}
              </Typography>
            </div>
            <Cards
              items={insights.items.filter(({ id }) =>
                factor.kpis.includes(id),
              )}
              pages={pages}
            />
          </section>
        ))}
      {others.length > 0 && (
        <section aria-labelledby="other-figures">
          <Typography
            variant="h6"
            component="h3"
            id="other-figures"
            className={classes.factor}
          >
            {t('insights.others')}
          </Typography>
          <Cards items={others} pages={pages} />
        </section>
      )}
    </>
  );
};

const Content = () => {
  const classes = useStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const pages = useRouteRef(rootRouteRef)();
  const { search, change, value, error, retry, loading } = useInsights();
  const day = (of: string) => formatDay(of, { locale });
  return (
    <>
      <Typography variant="h5" component="h2" gutterBottom>
        {t('insights.title')}
      </Typography>
      <div className={classes.head}>
        <PeriodBar search={search} shown={value?.period} onChange={change} />
        <div className={classes.links}>
          <LinkButton
            size="small"
            variant="outlined"
            color="primary"
            to={`${pages}/insights/report${writeInsightsSearch(search)}`}
          >
            {t('insights.report')}
          </LinkButton>
          <LinkButton
            size="small"
            variant="outlined"
            color="primary"
            to={`${pages}/insights/evidence`}
          >
            {t('insights.evidence')}
          </LinkButton>
        </div>
      </div>
      {error && (
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
      )}
      {loading && !value && <Progress />}
      {value && !error && (
        <>
          <Typography variant="body2" paragraph aria-live="polite">
            {t('insights.intro', {
              from: day(value.period.from),
              to: day(value.period.to),
              previousFrom: day(value.previousPeriod.from),
              previousTo: day(value.previousPeriod.to),
              zone: value.timeZone,
            })}
            {value.historySince !== null &&
              value.historySince.slice(0, 10) > value.previousPeriod.from &&
              ` · ${t('insights.historyBegins', {
                date: formatDay(value.historySince, {
                  locale,
                  timeZone: value.timeZone,
                }),
              })}`}
          </Typography>
          <ReviewNote insights={value} onReviewed={retry} />
          {value.historySince === null ? (
            <Notice
              title={t('insights.noHistory.title')}
              text={t('insights.noHistory.text')}
            />
          ) : (
            <Factors insights={value} />
          )}
        </>
      )}
    </>
  );
};

/** How continuity goes, in figures: by critical success factor, against targets and the period before. */
export const InsightsPage = () => (
  <PageTheme>
    <Content />
  </PageTheme>
);

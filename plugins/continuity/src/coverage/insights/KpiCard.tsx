import { Link } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Kpi } from 'backstage-plugin-continuity-common';
import { useFormats } from '../../screen/useFormats';
import { Explained } from '../../record/Explained';
import { useTranslation } from '../../translation';
import { KpiTiers } from './KpiTiers';
import { KpiTrend } from './KpiTrend';
import { kpiTargetText, kpiValueText } from './kpiValueText';
import { KpiVerdict } from './KpiVerdict';

const useStyles = makeStyles(theme => ({
  value: {
    fontSize: '1.75rem',
    fontWeight: 700,
    lineHeight: 1.2,
  },
  // a figure with words in it
  long: { fontSize: '1.375rem' },
  base: { display: 'inline-block' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(0.25, 2),
  },
  trend: { margin: theme.spacing(1, 0) },
}));

/** One figure: what it is, what is aimed at, how it was, and the way to what it counts. */
export const KpiCard = (props: { kpi: Kpi; pages: string }) => {
  const { kpi, pages } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number, locale } = useFormats();
  const name = t(`insights.kpi.${kpi.id}.title`);
  const text = (value: number | null) =>
    kpiValueText(value, { unit: kpi.unit, t, locale });
  const target = kpiTargetText(kpi, { t, locale });
  const { value, base } = kpi.current;
  return (
    <EntityInfoCard
      title={
        <Explained explanation={t(`insights.kpi.${kpi.id}.text`)}>
          {name}
        </Explained>
      }
    >
      <div>
        <span
          className={`${classes.value} ${
            kpi.unit === 'ratio' ? classes.long : ''
          }`}
        >
          {text(value)}
        </span>{' '}
        {value !== null && kpi.unit !== 'count' && (
          <Typography
            variant="body2"
            component="span"
            color="textSecondary"
            className={classes.base}
          >
            {t(`insights.base.${kpi.unit}`, {
              count: base,
              shown: number(base),
            })}
          </Typography>
        )}
      </div>
      <Typography variant="body2" component="div" className={classes.line}>
        {kpi.target !== null && <KpiVerdict kpi={kpi} />}
        <span>
          {kpi.target === null
            ? target
            : t('insights.target.named', { target })}
        </span>
      </Typography>
      <div className={classes.trend}>
        <KpiTrend kpi={kpi} name={name} />
      </div>
      <Typography variant="body2" component="div" className={classes.line}>
        <span>
          {kpi.previous
            ? t('insights.before', { value: text(kpi.previous.value) })
            : t('insights.beforeUnknown')}
        </span>
        <Link
          to={`${pages}${kpi.drillDown}`}
          aria-label={t('insights.showNamed', { name })}
        >
          {t('insights.show')}
        </Link>
      </Typography>
      {kpi.parts.length > 0 && <KpiTiers parts={kpi.parts} pages={pages} />}
    </EntityInfoCard>
  );
};

import { makeStyles } from '@material-ui/core/styles';
import type { Bia, RiskAssessment } from 'backstage-plugin-continuity-common';
import { EntityName } from '../../catalog/EntityName';
import { formatDay } from '../../status/formatDay';
import { usePartyName } from '../../profile/usePartyName';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';

export const useFactStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'fit-content(45%) minmax(0, 1fr)',
    columnGap: theme.spacing(2),
    rowGap: theme.spacing(1),
    margin: theme.spacing(2, 0, 0),
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  quiet: {
    color: theme.palette.text.secondary,
    marginBottom: theme.spacing(1),
    '& a': { textDecoration: 'underline' },
  },
  late: { fontWeight: 600 },
}));

/** Who made an analysis, with whom it was agreed, when, and when it must be renewed. */
export const AnalysisFacts = (props: {
  analysis: Bia | RiskAssessment;
  dueOn: string | null;
  dueAt: string | null;
  timeZone?: string;
}) => {
  const { analysis, dueOn, dueAt, timeZone } = props;
  const classes = useFactStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const locale = useLocale();
  const late = dueAt !== null && Date.parse(dueAt) <= Date.now();
  const confirmed = 'confirmedBy' in analysis ? analysis : undefined;
  return (
    <dl className={classes.list}>
      {analysis.agreedWith && (
        <>
          <dt>{t('analysis.agreedWith')}</dt>
          <dd>{analysis.agreedWith}</dd>
        </>
      )}
      {analysis.assessor && (
        <>
          <dt>{t('analysis.assessor')}</dt>
          <dd>
            <EntityName
              entityRef={analysis.assessor}
              title={partyName(analysis.assessor)}
            />
          </dd>
        </>
      )}
      <dt>{t('analysis.assessedOn')}</dt>
      {/* Days of analyses are days of the calendar, not moments. */}
      <dd>{formatDay(analysis.assessedOn, { locale })}</dd>
      {dueOn && (
        <>
          <dt>{t('analysis.renewal')}</dt>
          <dd className={late ? classes.late : undefined}>
            {t(late ? 'analysis.late' : 'analysis.due', {
              date: formatDay(dueOn, { locale }),
            })}
          </dd>
        </>
      )}
      {confirmed?.confirmedBy && confirmed.confirmedAt && (
        <>
          <dt>{t('analysis.confirmed')}</dt>
          <dd>
            {partyName(confirmed.confirmedBy)},{' '}
            {formatDay(confirmed.confirmedAt, { locale, timeZone })}
          </dd>
        </>
      )}
      {analysis.note && (
        <>
          <dt>{t('analysis.note')}</dt>
          <dd>{analysis.note}</dd>
        </>
      )}
    </dl>
  );
};

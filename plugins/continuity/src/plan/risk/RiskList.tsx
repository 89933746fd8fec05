import { makeStyles } from '@material-ui/core/styles';
import {
  riskLevel,
  riskScore,
  topRisks,
  type AssessedThreat,
  type RiskContent,
} from 'backstage-plugin-continuity-common';
import { EntityName } from '../../catalog/EntityName';
import { formatDay } from '../../status/formatDay';
import { usePartyName } from '../../profile/usePartyName';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { threatName } from '../analysis/analysisWords';
import { useRiskColours } from './useRiskColours';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    padding: theme.spacing(1, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    '&:last-child': { borderBottom: 0 },
  },
  level: {
    display: 'inline-block',
    padding: theme.spacing(0, 0.75),
    marginRight: theme.spacing(1),
    borderRadius: theme.shape.borderRadius,
    fontSize: '0.8125rem',
    fontWeight: 600,
  },
  quiet: {
    // links in running text are told apart by more than their colour
    '& a': { textDecoration: 'underline' },
    color: theme.palette.text.secondary,
    fontSize: '0.875rem',
    overflowWrap: 'anywhere',
  },
  late: { fontWeight: 600, color: theme.palette.text.primary },
}));

/** Risks, greatest first: what is done about each, who answers for it, and by when. */
export const RiskList = (props: { content: RiskContent; most?: number }) => {
  const { content, most = Infinity } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const risks = topRisks(content);
  const notApplicable = content.threats.filter(
    threat => threat.notApplicable,
  ).length;
  const unrated = content.threats.filter(
    threat => !threat.notApplicable && !threat.rating,
  ).length;
  return (
    <>
      <ul className={classes.list} aria-label={t('analysis.risk.top')}>
        {risks.slice(0, most).map(threat => (
          <Risk key={threat.id} threat={threat} />
        ))}
      </ul>
      {risks.length > most && (
        <div className={classes.quiet}>
          {t('analysis.risk.more', { count: risks.length - most })}
        </div>
      )}
      {notApplicable > 0 && (
        <div className={classes.quiet}>
          {t('analysis.risk.notApplicable', { count: notApplicable })}
        </div>
      )}
      {unrated > 0 && (
        <div className={classes.quiet}>
          {t('analysis.risk.unrated', { count: unrated })}
        </div>
      )}
    </>
  );
};

function Risk({ threat }: { threat: AssessedThreat }) {
  const { rating, residual, treatment, owner, dueOn, measures } = threat;
  const classes = useStyles();
  const colours = useRiskColours();
  const locale = useLocale();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const level = riskLevel(rating!);
  const isLate =
    dueOn !== null &&
    treatment !== 'accept' &&
    dueOn < new Date().toISOString().slice(0, 10);
  return (
    <li className={classes.item}>
      <div>
        <span
          className={classes.level}
          style={{ backgroundColor: colours[level] }}
        >
          {t(`analysis.risk.level.${level}`)} {riskScore(rating!)}
        </span>
        <strong>{threatName(t, threat)}</strong>
      </div>
      <div className={classes.quiet}>
        {[
          treatment && t(`analysis.risk.treatment.${treatment}`),
          residual &&
            t('analysis.risk.residual', {
              level: `${t(
                `analysis.risk.level.${riskLevel(residual)}`,
              ).toLocaleLowerCase(locale)} ${riskScore(residual)}`,
            }),
        ]
          .filter(Boolean)
          .join(' · ')}
        {owner && (
          <>
            {' · '}
            <EntityName entityRef={owner} title={partyName(owner)} />
          </>
        )}
        {dueOn && (
          <span className={isLate ? classes.late : undefined}>
            {' · '}
            {t(isLate ? 'analysis.risk.overdue' : 'analysis.risk.dueBy', {
              date: formatDay(dueOn, { locale }),
            })}
          </span>
        )}
      </div>
      {measures && <div className={classes.quiet}>{measures}</div>}
    </li>
  );
}

import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  describeDuration,
  durationSeconds,
  loosenedBia,
  type Bia,
  type ContinuityPolicy,
  type TierMisfit,
  type TierRecommendation,
} from 'backstage-plugin-continuity-common';
import { valueText } from '../../profile/valueText';
import { useTranslation } from '../../translation';
import type { Translate } from '../../translation/Translate';
import { mtpdText, rpoText } from '../analysis/analysisWords';
import type { LiveBia } from './biaDraft';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(2),
    marginTop: theme.spacing(2),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    '& h3': { margin: theme.spacing(0, 0, 1), fontSize: '1rem' },
    '& ul': { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(3) },
  },
  quiet: { color: theme.palette.text.secondary },
  tier: { fontWeight: 600 },
}));

/** What follows from the form while one writes: MTPD, tier and why, and whether it will need a second person. */
export const BiaOutcome = (props: {
  live: LiveBia;
  policy: ContinuityPolicy;
  wrt: string | null;
  current: Bia | null;
}) => {
  const { live, policy, wrt, current } = props;
  const { result, recommendation, falls } = live;
  const classes = useStyles();
  const { t } = useTranslation();
  const says = result && (result.mtpd !== null || result.beyond !== null);
  const loosened =
    result && current && recommendation
      ? loosenedBia(current.result, result, { policy, wrt })
      : [];
  return (
    <section className={classes.root} aria-live="polite">
      <h3>{t('analysis.bia.dialog.result')}</h3>
      {!says && (
        <div className={classes.quiet}>
          {t(
            falls.length > 0
              ? 'analysis.bia.dialog.fallsNote'
              : 'analysis.bia.dialog.resultNothing',
          )}
        </div>
      )}
      {says && (
        <>
          <div>
            {t('analysis.bia.dialog.resultMtpd', { time: mtpdText(t, result) })}
          </div>
          {result.rpo !== null && (
            <div>
              {t('analysis.bia.dialog.resultRpo', {
                time: rpoText(t, result.rpo),
              })}
            </div>
          )}
          {recommendation ? (
            <Why recommendation={recommendation} policy={policy} />
          ) : (
            <div className={classes.quiet}>
              {t('analysis.bia.dialog.resultNoRpo')}
            </div>
          )}
        </>
      )}
      {loosened.length > 0 && (
        <Alert severity="info" style={{ marginTop: 8 }}>
          {t('analysis.bia.dialog.looser', {
            fields: loosened
              .map(field => t(`analysis.bia.field.${field}`))
              .join(', '),
          })}
        </Alert>
      )}
    </section>
  );
};

function Why(props: {
  recommendation: TierRecommendation;
  policy: ContinuityPolicy;
}) {
  const { recommendation, policy } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const tier = policy.tiers.find(({ id }) => id === recommendation.tier);
  return (
    <>
      <div>
        <span className={classes.tier}>
          {tier
            ? t('analysis.bia.dialog.resultTier', {
                tier: `${tier.id} ${tier.title}`,
              })
            : t('analysis.bia.dialog.resultNoTier')}
        </span>
        {tier && ` – ${t('analysis.bia.dialog.why')}`}
      </div>
      <ul>
        {recommendation.tiers.map(({ id, misfits }) => (
          <li key={id}>
            {misfits.length === 0
              ? t('analysis.bia.dialog.fits', { tier: id })
              : t('analysis.bia.dialog.misfits', {
                  tier: id,
                  reasons: reasonsAgainst(t, misfits, {
                    id,
                    policy,
                    recommendation,
                  }),
                })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What speaks against a tier; targets that it leaves out are said once. */
function reasonsAgainst(
  t: Translate,
  misfits: TierMisfit[],
  of: {
    id: string;
    policy: ContinuityPolicy;
    recommendation: TierRecommendation;
  },
): string {
  const { id, policy, recommendation } = of;
  const targets = policy.tiers.find(tier => tier.id === id)?.targets ?? {};
  const texts = misfits.map(misfit => {
    if (misfit === 'rpo-beyond') {
      return t('analysis.bia.dialog.rpoBeyond', {
        rpo: valueText(t, 'rpo', targets.rpo),
      });
    }
    if (misfit !== 'rto-beyond') return t('analysis.bia.dialog.targetsUnset');
    const rto = valueText(t, 'rto', targets.rto);
    return recommendation.wrt === null
      ? t('analysis.bia.dialog.rtoBeyond', { rto })
      : t('analysis.bia.dialog.rtoBeyondWork', {
          rto,
          wrt: describeDuration(durationSeconds(recommendation.wrt)),
        });
  });
  return [...new Set(texts)].join('; ');
}

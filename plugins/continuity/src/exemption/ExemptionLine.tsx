import { makeStyles } from '@material-ui/core/styles';
import type {
  ExemptionDetail,
  ExemptionLimits,
  ExemptionSummary,
} from 'backstage-plugin-continuity-common';
import { useMe } from '../screen/useMe';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';
import { exemptedName } from './exemptedName';
import { ExemptionActions } from './ExemptionActions';
import { ExemptionHistory } from './ExemptionHistory';
import { exemptionPeriodText } from './exemptionPeriodText';
import { ExemptionStateMark } from './ExemptionStateMark';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0.25, 1.5),
  },
  // within sentences the names begin small
  name: {
    display: 'inline-block',
    fontWeight: 600,
    '&::first-letter': { textTransform: 'uppercase' },
  },
  reason: { overflowWrap: 'anywhere', margin: theme.spacing(0.5, 0) },
  quiet: { color: theme.palette.text.secondary },
}));

/** One exemption in full: from what, until when, why, who asked and who decided, and what can be done. */
export const ExemptionLine = (props: {
  exemption: ExemptionSummary;
  limits: ExemptionLimits;
  timeZone: string | undefined;
  onDone: (exemption: ExemptionDetail) => void;
}) => {
  const { exemption, limits, timeZone, onDone } = props;
  const { requirement, reason, renewal, state, requestedBy } = exemption;
  const classes = useStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const me = useMe();
  return (
    <>
      <div className={classes.head}>
        <span className={classes.name}>{exemptedName(t, requirement)}</span>
        <ExemptionStateMark exemption={exemption} />
        <span>{exemptionPeriodText(t, exemption, { locale, timeZone })}</span>
        {renewal > 0 && (
          <span className={classes.quiet}>
            {t('exemption.renewal', {
              number: renewal,
              most: limits.renewals,
            })}
          </span>
        )}
      </div>
      <div className={classes.reason}>{reason}</div>
      <ExemptionHistory exemption={exemption} />
      {state === 'asked' && requestedBy === me && (
        <div className={classes.quiet}>{t('exemption.ownDecision')}</div>
      )}
      <ExemptionActions
        exemption={exemption}
        limits={limits}
        timeZone={timeZone}
        onDone={onDone}
      />
    </>
  );
};

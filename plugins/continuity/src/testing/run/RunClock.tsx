import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  describeDuration,
  isMeasuringDepth,
  type TestDetail,
} from 'backstage-plugin-continuity-common';
import { useEffect, useState } from 'react';
import { secondsOf } from '../../profile/objective';
import { legibleColour } from '../../status/legibleColour';
import { statusColour } from '../../status/statusColour';
import { StatusShape } from '../../status/StatusShape';
import { useTranslation } from '../../translation';
import { personName } from '../personName';
import { RunSaveLine } from './RunSaveLine';
import { disruptionStartOf, type LiveRun } from './useTestRun';
import { usePageStyles } from '../../screen/usePageStyles';
import { runningClock } from '../../screen/zonedTime';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'sticky',
    top: 0,
    zIndex: 5,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 4),
    padding: theme.spacing(1.5, 3),
    borderRadius: 8,
    border: `1px solid ${theme.palette.divider}`,
  },
  big: {
    fontSize: '2.75rem',
    lineHeight: 1.1,
    fontWeight: 700,
    fontVariantNumeric: 'tabular-nums',
  },
  small: {
    fontSize: '1.5rem',
    lineHeight: 1.1,
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
  },
  verdict: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontWeight: 600,
  },
  state: { marginLeft: 'auto', textAlign: 'right', maxWidth: 340 },
}));

/** How much time has gone by, how much is left, whether all is saved, and who is here. */
export const RunClock = (props: {
  test: TestDetail;
  live: LiveRun;
  zone: string;
}) => {
  const { test, live, zone } = props;
  const classes = useStyles();
  const styles = usePageStyles();
  const { t } = useTranslation();
  const [now, setNow] = useState(live.serverNow);
  const { serverNow } = live;
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 500);
    return () => clearInterval(timer);
  }, [serverNow]);

  const { results, startedAt } = live.view;
  const measures = isMeasuringDepth(test.depth);
  const disruption = measures ? disruptionStartOf(results) : null;
  const back = results.map(({ times }) => times.minimumService);
  const allBack = disruption !== null && back.every(at => at !== null);
  const lastBack = allBack ? Math.max(...back.map(at => Date.parse(at!))) : now;
  const since = (from: string, until: number) =>
    (until - Date.parse(from)) / 1000;

  return (
    <Paper elevation={2} className={classes.root} component="section">
      {/* a test that is entered afterwards has no time that runs */}
      {measures && !test.enteredAfterwards && (
        <div>
          <div className={classes.big} role="timer" aria-live="off">
            {disruption
              ? runningClock(since(disruption, lastBack))
              : t('testRun.clock.notYet')}
          </div>
          <Typography variant="body2">
            {disruption === null && t('testRun.clock.waits')}
            {disruption !== null &&
              t(allBack ? 'testRun.clock.back' : 'testRun.clock.disruption')}
          </Typography>
        </div>
      )}
      {disruption !== null && !test.enteredAfterwards && (
        <TimeLeft
          test={test}
          seconds={since(disruption, lastBack)}
          allBack={allBack}
        />
      )}
      {startedAt !== null && !test.enteredAfterwards && (
        <div>
          <div
            className={measures ? classes.small : classes.big}
            role="timer"
            aria-live="off"
          >
            {runningClock(since(startedAt, now))}
          </div>
          <Typography variant="body2">{t('testRun.clock.started')}</Typography>
        </div>
      )}
      <div className={classes.state}>
        <RunSaveLine live={live} zone={zone} />
        {live.present.length > 0 && (
          <Typography variant="body2" className={styles.quiet}>
            {t('testRun.present', {
              who: live.present
                .map(({ by }) => personName(test, by))
                .join(', '),
            })}
          </Typography>
        )}
      </div>
    </Paper>
  );
};

/** What is left of the strictest RTO, or how far it is past. */
function TimeLeft(props: {
  test: TestDetail;
  seconds: number;
  allBack: boolean;
}) {
  const { test, seconds, allBack } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const rtos = test.scope
    .map(({ rto }) => secondsOf(rto))
    .filter((each): each is number => each !== null);
  if (rtos.length === 0) {
    return <Typography variant="body2">{t('testRun.clock.noRto')}</Typography>;
  }
  const rto = Math.min(...rtos);
  const over = seconds > rto;
  // people count minutes here; seconds are in the clock
  const rest = Math.floor(Math.abs(rto - seconds) / 60) * 60;
  const ground = theme.palette.background.paper;
  const status = over ? 'exposed' : 'met';
  const time = describeDuration(rest);
  const words = {
    target: describeDuration(rto),
    time: rest === 0 ? t('testRun.clock.underAMinute') : time,
  };
  return (
    <div>
      <span
        className={classes.verdict}
        style={{
          color: legibleColour({
            colour: statusColour(theme, status),
            background: ground,
          }),
        }}
      >
        <StatusShape status={status} ground={ground} size={18} />
        {over && t('testRun.clock.over', words)}
        {!over &&
          t(allBack ? 'testRun.clock.inTime' : 'testRun.clock.left', words)}
      </span>
      <Typography variant="body2">
        {t('testRun.clock.target', words)}
      </Typography>
    </div>
  );
}

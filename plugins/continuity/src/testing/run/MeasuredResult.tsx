import Typography from '@material-ui/core/Typography';
import {
  describeDuration,
  type TestResult,
} from 'backstage-plugin-continuity-common';
import { ObjectiveBar } from '../../profile/ObjectiveBar';
import { secondsOf } from '../../profile/objective';
import { valueText } from '../../profile/valueText';
import { useTranslation } from '../../translation';
import type { Translate } from '../../translation/Translate';
import { TargetVerdict } from './TargetVerdict';
import { usePageStyles } from '../../screen/usePageStyles';

/** What was measured, in a sentence: "Back in 4 h 40 min, 40 min over the RTO of 4 h." */
function rtaText(t: Translate, result: TestResult): string {
  const { rtaSeconds } = result.measure;
  const rto = secondsOf(result.targets.rto);
  if (rtaSeconds === null) return t('testRun.rta.missing');
  const time = describeDuration(rtaSeconds);
  if (rto === null) return t('testRun.rta.noTarget', { time });
  const target = describeDuration(rto);
  return rtaSeconds > rto
    ? t('testRun.rta.missed', {
        time,
        target,
        over: describeDuration(rtaSeconds - rto),
      })
    : t('testRun.rta.met', { time, target });
}

/** RTA and RPA against the targets that hold for a result, drawn on the bar. */
export const MeasuredResult = ({ result }: { result: TestResult }) => {
  const classes = usePageStyles();
  const { t } = useTranslation();
  const { measure, targets } = result;
  const rto = secondsOf(targets.rto);
  return (
    <div>
      <Typography style={{ fontWeight: 600 }}>{rtaText(t, result)}</Typography>
      {(rto !== null || measure.rtaSeconds !== null) && (
        <ObjectiveBar
          words={{
            latest: t(
              measure.rto === 'missed'
                ? 'testRun.rta.dotMissed'
                : 'testRun.rta.dot',
              { time: describeDuration(measure.rtaSeconds ?? 0) },
            ),
            sentence: rtaText(t, result),
          }}
          objective={{
            rto,
            wrt: null,
            mtpd: null,
            measured:
              measure.rtaSeconds === null
                ? []
                : [
                    {
                      seconds: measure.rtaSeconds,
                      missed: measure.rto === 'missed',
                    },
                  ],
          }}
        />
      )}
      <dl className={classes.facts}>
        <div>
          <dt>
            {t('testRun.rta.short', {
              target: valueText(t, 'rto', targets.rto),
            })}
          </dt>
          <dd>
            <TargetVerdict seconds={measure.rtaSeconds} against={measure.rto} />
          </dd>
        </div>
        <div>
          <dt>
            {t('testRun.rpa.short', {
              target: valueText(t, 'rpo', targets.rpo),
            })}
          </dt>
          <dd>
            {targets.rpo === 'none' ? (
              t('profile.value.holdsNoData')
            ) : (
              <TargetVerdict
                seconds={measure.rpaSeconds}
                against={measure.rpo}
              />
            )}
          </dd>
        </div>
        {targets.mbcoText !== null && (
          <div>
            <dt>{t('profile.field.mbco')}</dt>
            <dd>
              {result.deliveredPercent === null
                ? t('testRun.result.levelNotSaid')
                : t('testRun.result.levelSaid', {
                    percent: String(result.deliveredPercent),
                  })}
              {targets.mbcoPercent !== null &&
                ` / ${t('profile.value.percent', {
                  percent: String(targets.mbcoPercent),
                })}`}
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
};

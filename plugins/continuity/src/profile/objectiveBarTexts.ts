import { describeDuration } from 'backstage-plugin-continuity-common';
import type { Translate } from '../translation/Translate';
import { workRecoveredAt, type Objective } from './objective';
import type { ObjectiveBarTexts } from './objectiveBarGeometry';

/** What is written at the marks of an objective bar. */
export function objectiveBarTexts(
  t: Translate,
  objective: Objective,
): ObjectiveBarTexts {
  const { rto, wrt, mtpd, measured = [], expected } = objective;
  const time = (seconds: number | null | undefined) =>
    describeDuration(seconds ?? 0);
  const latest = measured[measured.length - 1];
  return {
    rto:
      rto === 0
        ? t('profile.bar.rtoZero')
        : t('profile.bar.rto', { time: time(rto) }),
    work: t('profile.bar.work', {
      wrt: time(wrt),
      total: time(workRecoveredAt(objective)),
    }),
    mtpd: t('profile.bar.mtpd', { time: time(mtpd) }),
    latest: t(
      latest?.missed ? 'profile.bar.latestMissed' : 'profile.bar.latest',
      { time: time(latest?.seconds) },
    ),
    expected: t(
      expected?.atLeast
        ? 'profile.bar.expectedAtLeast'
        : 'profile.bar.expected',
      { time: time(expected?.seconds) },
    ),
    tick: time,
  };
}

import { describeDuration } from 'backstage-plugin-continuity-common';
import type { Translate } from '../translation/Translate';
import { workRecoveredAt, type Objective } from './objective';

/**
 * The objective bar in words: "Back in 4 h 40 min in the last test, 40 min over the target of 4 h; tolerable: 24 h". For those who
 * don't see the picture it is all there is.
 */
export function objectiveSentence(t: Translate, objective: Objective): string {
  const { rto, mtpd, measured = [], expected } = objective;
  const latest = measured[measured.length - 1];
  const work = workRecoveredAt(objective);
  const parts: string[] = [];

  if (latest) {
    parts.push(testPart(t, latest.seconds, rto));
  } else {
    parts.push(targetPart(t, rto));
  }
  if (work !== null) {
    parts.push(
      t('profile.bar.sentence.work', { time: describeDuration(work) }),
    );
  }
  if (expected) {
    parts.push(
      t(
        expected.atLeast
          ? 'profile.bar.expectedAtLeast'
          : 'profile.bar.expected',
        { time: describeDuration(expected.seconds) },
      ),
    );
  }
  parts.push(
    mtpd === null
      ? t('profile.bar.sentence.mtpdUnset')
      : t('profile.bar.sentence.mtpd', { time: describeDuration(mtpd) }),
  );
  const end = work ?? rto;
  if (mtpd !== null && end !== null && end > mtpd) {
    parts.push(
      t('profile.bar.sentence.beyond', { time: describeDuration(end - mtpd) }),
    );
  }
  return `${parts.join('; ')}.`;
}

function targetPart(t: Translate, rto: number | null): string {
  if (rto === null) return t('profile.bar.sentence.rtoUnset');
  if (rto === 0) return t('profile.bar.sentence.rtoZero');
  return t('profile.bar.sentence.rto', { time: describeDuration(rto) });
}

function testPart(t: Translate, seconds: number, rto: number | null): string {
  const time = describeDuration(seconds);
  if (rto === null)
    return t('profile.bar.sentence.testWithoutTarget', { time });
  const target = describeDuration(rto);
  return seconds > rto
    ? t('profile.bar.sentence.testMissed', {
        time,
        over: describeDuration(seconds - rto),
        target,
      })
    : t('profile.bar.sentence.testMet', { time, target });
}

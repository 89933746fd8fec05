import {
  describeDuration,
  type EntityDependencies,
} from 'backstage-plugin-continuity-common';
import type { Translate } from '../translation/Translate';
import { targetTimeText } from './timeText';

type Expected = NonNullable<EntityDependencies['entity']['expected']>;

/** When it is expected back, in a sentence. A lower bound proves nothing, and is written "at least". */
export function expectedSentence(
  t: Translate,
  options: {
    expected: Pick<
      Expected,
      'seconds' | 'atLeast' | 'againstRto' | 'againstMtpd'
    >;
    rtoSeconds: number | null;
  },
): string {
  const { expected, rtoSeconds } = options;
  const { seconds, atLeast, againstRto, againstMtpd } = expected;
  if (seconds === 0 && atLeast) return t('dependency.expected.nothing');
  const time = describeDuration(seconds);
  const rto = targetTimeText(t, 'rto', rtoSeconds);
  const over = describeDuration(Math.max(0, seconds - (rtoSeconds ?? 0)));
  const parts: string[] = [];
  switch (againstRto) {
    case 'beyond':
      parts.push(
        atLeast
          ? t('dependency.expected.beyondAtLeast', { time, rto, over })
          : t('dependency.expected.beyond', { time, rto, over }),
      );
      break;
    case 'within':
      parts.push(t('dependency.expected.within', { time, rto }));
      break;
    case 'unproven':
      parts.push(t('dependency.expected.unproven', { time, rto }));
      break;
    default:
      parts.push(
        atLeast
          ? t('dependency.expected.noTargetAtLeast', { time })
          : t('dependency.expected.noTarget', { time }),
      );
  }
  if (againstMtpd === 'beyond') parts.push(t('dependency.expected.beyondMtpd'));
  return parts.join(' ');
}

import type { Translate } from '../translation/Translate';
import { targetTimeText } from './timeText';
import type { Direction } from './useDependencies';

interface Targets {
  rtoSeconds: number | null;
  rpoSeconds: number | 'none' | null;
}

const of = (targets: Targets, target: 'rto' | 'rpo') =>
  target === 'rto' ? targets.rtoSeconds : targets.rpoSeconds;

/** Why two targets don't fit, in words: "may take 24 h, needed in 1 h". */
export function conflictText(
  t: Translate,
  options: {
    target: 'rto' | 'rpo';
    direction: Direction;
    /** What is needed, or what needs. */
    item: Targets;
    entity: Targets;
  },
): string {
  const { target, direction, item, entity } = options;
  const [slow, demanding] =
    direction === 'needs' ? [item, entity] : [entity, item];
  const values = {
    time: targetTimeText(t, target, of(slow, target)),
    demanded: targetTimeText(t, target, of(demanding, target)),
  };
  if (direction === 'needs') {
    return target === 'rto'
      ? t('dependency.row.tooSlow', values)
      : t('dependency.row.tooSlowRpo', values);
  }
  return target === 'rto'
    ? t('dependency.row.faster', values)
    : t('dependency.row.fasterRpo', values);
}

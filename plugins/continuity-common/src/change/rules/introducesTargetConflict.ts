import { describeDuration } from '../../terms/formatDuration';
import { findIntroducedConflicts } from '../findIntroducedConflicts';
import type { ChangeRule } from './ChangeRule';

/**
 * A dependency that may take longer than what depends on it, because of the change. Params: `entity` (the dependency), `target`, `seconds`,
 * `neededSeconds`, `neededBy`, and, where it was in conflict before and is more so now, `beforeSeconds`, `beforeNeededSeconds`.
 */
export const introducesTargetConflict: ChangeRule = {
  id: 'introduces-target-conflict',
  title: 'A dependency is slower than needed',
  severity: 'warning',
  find({ facts, changed }) {
    const { before, after } = facts.graphs;
    if (before === after) return [];
    const touched = new Set([
      ...facts.touched.map(({ entityRef }) => entityRef),
      ...changed.map(({ entityRef }) => entityRef),
    ]);
    return findIntroducedConflicts(before, after, touched).map(conflict => ({
      entityRef: conflict.ref,
      path: conflict.path,
      ask: facts.askAbout(conflict.ref),
      params: {
        entity: conflict.ref,
        target: conflict.target,
        seconds: conflict.seconds,
        neededSeconds: conflict.neededSeconds,
        neededBy: conflict.path[0],
        ...(conflict.before && {
          beforeSeconds: conflict.before.seconds,
          beforeNeededSeconds: conflict.before.neededSeconds,
        }),
      },
    }));
  },
  why: ({
    entity,
    target,
    seconds,
    neededSeconds,
    neededBy,
    beforeSeconds,
  }) => {
    const verb = target === 'rto' ? 'take' : 'lose data of';
    const again = beforeSeconds === undefined ? '' : ', more than before';
    return `With the change, ${entity} may ${verb} ${describeDuration(
      Number(seconds),
    )} and is needed within ${describeDuration(
      Number(neededSeconds),
    )} by ${neededBy}${again}.`;
  },
  what: ({ entity, target, neededBy }) => {
    const name = target === 'rto' ? 'RTO' : 'RPO';
    return `Agree on a stricter ${name} for ${entity}, a looser one for ${neededBy}, or a way for it to do without.`;
  },
};

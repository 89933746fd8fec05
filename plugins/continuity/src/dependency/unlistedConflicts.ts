import type { EntityDependencies } from 'backstage-plugin-continuity-common';
import type { Direction } from './useDependencies';

/**
 * Targets that don't fit and whose entity is not among the items that are loaded: the worst ones are far away at times, and they are to
 * stand first all the same.
 */
export function unlistedConflicts(
  answer: EntityDependencies,
  direction: Direction,
) {
  const listed = new Set(
    (answer[direction]?.items ?? []).map(item => item.entityRef),
  );
  const { targets } = answer.entity;
  return (['rto', 'rpo'] as const).flatMap(target =>
    (direction === 'needs'
      ? targets[target].waitsFor
      : targets[target].neededFasterBy
    ).items
      .filter(compared => !listed.has(compared.entityRef))
      .map(compared => ({ target, compared })),
  );
}

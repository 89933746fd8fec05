import type { CoveredEntity, PlanContents } from './planContents';
import type { PlanRename } from './planDetail';

/**
 * The contents as they read with the names that entities have now. An approved version is never changed: it names what it named, and who reads
 * it, or begins the next version with it, is given these.
 *
 * @public
 */
export function renamePlanEntities(
  contents: PlanContents,
  renamed: readonly PlanRename[],
): PlanContents {
  if (renamed.length === 0) return contents;
  const names = new Map(renamed.map(({ from, to }) => [from, to]));
  const rename = (entities: CoveredEntity[]): CoveredEntity[] => {
    const found = new Map<string, CoveredEntity>();
    for (const { entityRef, parts } of entities) {
      const now = names.get(entityRef) ?? entityRef;
      const known = found.get(now);
      found.set(now, { entityRef: now, parts: parts || Boolean(known?.parts) });
    }
    return [...found.values()];
  };
  return {
    ...contents,
    scope: rename(contents.scope),
    steps: contents.steps.map(step => ({
      ...step,
      entities: rename(step.entities),
    })),
  };
}

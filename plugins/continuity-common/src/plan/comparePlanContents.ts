import { canonicalJson } from '../record/canonicalJson';
import type { PlanContents } from './planContents';
import type { PlanComparison } from './planRequests';

/** A part of the contents that differs between two versions. @public */
export type PlanDifference = PlanComparison['differences'][number];

function text(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'string' ? value : canonicalJson(value);
}

function changeOf(from: string | null, to: string | null) {
  if (from === null) return 'added';
  return to === null ? 'removed' : 'changed';
}

function compareText(
  part: string,
  before: unknown,
  after: unknown,
): PlanDifference[] {
  const [from, to] = [text(before), text(after)];
  if (from === to) return [];
  return [
    { part, item: null, change: changeOf(from, to), before: from, after: to },
  ];
}

/** Items that changed place among those that both lists have. */
function moved(before: string[], after: string[]): Set<string> {
  const kept = before.filter(id => after.includes(id));
  const now = after.filter(id => before.includes(id));
  return new Set(kept.filter((id, at) => now[at] !== id));
}

function compareList<T>(
  part: string,
  lists: { before: readonly T[]; after: readonly T[] },
  options: { idOf: (item: T) => string; ordered: boolean },
): PlanDifference[] {
  const { idOf, ordered } = options;
  const before = new Map(lists.before.map(item => [idOf(item), item]));
  const after = new Map(lists.after.map(item => [idOf(item), item]));
  const shifted = ordered
    ? moved([...before.keys()], [...after.keys()])
    : new Set<string>();
  const found: PlanDifference[] = [];
  for (const [id, item] of before) {
    const other = after.get(id);
    const from = canonicalJson(item);
    if (other === undefined) {
      found.push({
        part,
        item: id,
        change: 'removed',
        before: from,
        after: null,
      });
      continue;
    }
    const to = canonicalJson(other);
    if (from !== to) {
      found.push({
        part,
        item: id,
        change: 'changed',
        before: from,
        after: to,
      });
    } else if (shifted.has(id)) {
      found.push({ part, item: id, change: 'moved', before: from, after: to });
    }
  }
  for (const [id, item] of after) {
    if (before.has(id)) continue;
    const to = canonicalJson(item);
    found.push({ part, item: id, change: 'added', before: null, after: to });
  }
  return found;
}

/**
 * What differs between two versions, part by part in the order of the plan. Items of lists are given as JSON.
 *
 * @public
 */
export function comparePlanContents(
  before: PlanContents,
  after: PlanContents,
): PlanDifference[] {
  const list = <T>(
    part: string,
    pick: (contents: PlanContents) => readonly T[],
    idOf: (item: T) => string,
    ordered = false,
  ) =>
    compareList(
      part,
      { before: pick(before), after: pick(after) },
      { idOf, ordered },
    );
  const one = (part: string, pick: (contents: PlanContents) => unknown) =>
    compareText(part, pick(before), pick(after));
  return [
    ...one('title', c => c.title),
    ...one('purpose', c => c.purpose),
    ...list(
      'scope',
      c => c.scope,
      entry => entry.entityRef,
    ),
    ...one('strategy.kind', c => c.strategy.kind),
    ...one('strategy.description', c => c.strategy.description),
    ...one('strategy.resources', c => c.strategy.resources),
    ...one('invocation.criteria', c => c.invocation.criteria),
    ...list(
      'invocation.invokers',
      c => c.invocation.invokers,
      id => id,
    ),
    ...list(
      'contacts',
      c => c.contacts,
      contact => contact.id,
    ),
    ...one('minimumService', c => c.minimumService),
    ...one('recoveryRequirements', c => c.recoveryRequirements),
    ...list(
      'steps',
      c => c.steps,
      step => step.id,
      true,
    ),
    ...one('lossOfService', c => c.lossOfService),
    ...one('returnToNormal', c => c.returnToNormal),
    ...one('basis.bia', c => c.basis.bia),
    ...one('basis.risk', c => c.basis.risk),
    ...one('changeReference', c => c.changeReference),
    ...one('reference', c => c.reference),
    ...list(
      'notApplicable',
      c => Object.entries(c.notApplicable),
      ([key]) => key,
    ),
  ];
}

import type { Severity } from '../terms/gapCode';
import type { MineItem } from './mine';

/** What has no severity stands between what is wrong and what is only said. */
const severityRank: Record<Severity | 'none', number> = {
  critical: 0,
  warning: 1,
  none: 2,
  information: 3,
};

type Urgent = Pick<MineItem, 'dueAt' | 'late' | 'severity' | 'title'>;

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Without a date last. */
function compareDues(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareTexts(a, b);
}

/**
 * By urgency: what is late first, and what is late for the longest time first of all; then what is due soonest; then by severity and name.
 *
 * @public
 */
export function compareMine(a: Urgent, b: Urgent): number {
  return (
    Number(b.late) - Number(a.late) ||
    compareDues(a.dueAt, b.dueAt) ||
    severityRank[a.severity ?? 'none'] - severityRank[b.severity ?? 'none'] ||
    compareTexts(a.title.toLowerCase(), b.title.toLowerCase())
  );
}

/** The most urgent items first; the list that was given is left as it is. @public */
export function sortMine<T extends Urgent>(items: readonly T[]): T[] {
  return [...items].sort(compareMine);
}

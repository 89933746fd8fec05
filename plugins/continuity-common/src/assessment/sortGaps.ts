import type { Gap } from './gap';
import type { Severity } from '../terms/gapCode';

const severityRank: Record<Severity, number> = {
  critical: 0,
  warning: 1,
  information: 2,
};

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function compareGaps(a: Gap, b: Gap): number {
  return (
    Number(b.late) - Number(a.late) ||
    severityRank[a.severity] - severityRank[b.severity] ||
    compareTexts(a.dueBy, b.dueBy) ||
    compareTexts(a.code, b.code) ||
    compareTexts(a.requirement, b.requirement)
  );
}

/**
 * Gaps in the order in which they are worked off: late ones first, then by severity, due date and name. The list that was given is
 * left as it is.
 *
 * @public
 */
export function sortGaps(gaps: readonly Gap[]): Gap[] {
  return [...gaps].sort(compareGaps);
}

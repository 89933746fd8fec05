import type { Gap } from 'backstage-plugin-continuity-common';

const SEVERITIES = { critical: 0, warning: 1, information: 2 };

/** Most urgent first: what counts before what is exempted, late before due, critical before warning, then by due date. */
export function byUrgency(gaps: readonly Gap[]): Gap[] {
  return [...gaps].sort(
    (a, b) =>
      Number(Boolean(a.exemption)) - Number(Boolean(b.exemption)) ||
      Number(b.late) - Number(a.late) ||
      SEVERITIES[a.severity] - SEVERITIES[b.severity] ||
      Date.parse(a.dueBy) - Date.parse(b.dueBy),
  );
}

/** The gap that a row names; information alone is nothing urgent. */
export function mostUrgentGap(gaps: readonly Gap[]): Gap | undefined {
  return byUrgency(gaps).find(gap => gap.severity !== 'information');
}

import {
  standingGapCodes,
  type Gap,
  type StandingGap,
} from 'backstage-plugin-continuity-common';

const codes = new Set<string>(standingGapCodes);

/** Of an assessment's gaps those that a check of a change tells about, with what it reads of them. */
export function standingGaps(
  gaps: readonly Gap[],
): Array<Omit<StandingGap, 'entityRef'>> {
  return gaps
    .filter(({ code }) => codes.has(code))
    .map(({ code, requirement, severity, late, params }) => ({
      code,
      requirement,
      severity,
      late,
      ...(params?.planId !== undefined && {
        params: { planId: params.planId, plan: params.plan },
      }),
    }));
}

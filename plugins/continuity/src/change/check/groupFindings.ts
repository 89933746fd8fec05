import type {
  ChangeFinding,
  ImpactedPlan,
} from 'backstage-plugin-continuity-common';

/** Findings about one plan, or about one entity that has none. */
export interface FindingGroup {
  key: string;
  planId: string | null;
  /** Undefined where the answer does not describe the plan. */
  plan: ImpactedPlan | undefined;
  /** Of a group without a plan; null for what is about the change as a whole. */
  entityRef: string | null;
  findings: ChangeFinding[];
}

/** Puts findings together by plan, and those without one by entity; in the order in which they came. Plans come first. */
export function groupFindings(
  findings: readonly ChangeFinding[],
  plans: readonly ImpactedPlan[],
): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const { planId, entityRef } = finding;
    const key = planId === null ? `entity ${entityRef}` : `plan ${planId}`;
    const group = groups.get(key) ?? {
      key,
      planId,
      plan: plans.find(plan => plan.planId === planId),
      entityRef: planId === null ? entityRef : null,
      findings: [],
    };
    group.findings.push(finding);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  return [
    ...all.filter(group => group.planId !== null),
    ...all.filter(group => group.planId === null),
  ];
}

import type { ChangeAssessment } from 'backstage-plugin-continuity-common';
import { collectEntityRefs } from './entityRefsIn';
import { hideEntities } from './hideEntities';

/**
 * An assessment as somebody may read it who may not be told of everything: what is about a hidden entity is left out and counted, and where one stands
 * on the way to something else its name is replaced, whatever field it is in.
 *
 * @param isShown - whether an entity, user or group may be named
 */
export function hideInAssessment(
  whole: ChangeAssessment,
  isShown: (ref: string) => boolean,
): ChangeAssessment {
  const hidden = new Set(
    [...collectEntityRefs(whole)].filter(ref => !isShown(ref)),
  );
  if (hidden.size === 0) return whole;
  const isSeen = ({ entityRef }: { entityRef: string }) =>
    !hidden.has(entityRef);
  const touched = whole.touched.filter(isSeen);
  const impacted = whole.impacted.filter(isSeen);
  const plans = whole.plans
    .map(plan => {
      const entityRefs = plan.entityRefs.filter(ref => !hidden.has(ref));
      const lost = plan.entityRefs.length - entityRefs.length;
      return { ...plan, entityRefs, totalEntities: plan.totalEntities - lost };
    })
    .filter(({ entityRefs }) => entityRefs.length > 0);
  const seenPlans = new Set(plans.map(({ planId }) => planId));
  const lostPlans = new Set(
    whole.plans
      .map(({ planId }) => planId)
      .filter(planId => !seenPlans.has(planId)),
  );
  const findings = whole.findings
    .filter(
      ({ entityRef, planId }) =>
        (entityRef === null || !hidden.has(entityRef)) &&
        (planId === null || !lostPlans.has(planId)),
    )
    .map(finding => ({
      ...finding,
      ask: finding.ask.filter(party => !hidden.has(party)),
    }));
  const lostImpacted = whole.impacted.length - impacted.length;
  const hiddenImpacted = new Set(
    whole.impacted.map(one => one.entityRef).filter(ref => hidden.has(ref)),
  );
  const lostWithoutPlan = whole.findings.filter(
    ({ rule, entityRef }) =>
      rule === 'plan-missing' && hiddenImpacted.has(entityRef ?? ''),
  ).length;
  const byTier = whole.byTier
    .map(({ tier, impacted: count }) => ({
      tier,
      impacted:
        count -
        whole.impacted.filter(
          one => one.tier?.id === tier?.id && hidden.has(one.entityRef),
        ).length,
    }))
    .filter(({ impacted: count }) => count > 0);
  const answer: ChangeAssessment = {
    ...whole,
    touched,
    material: whole.material.filter(isSeen),
    impacted,
    totalImpacted: whole.totalImpacted - lostImpacted,
    byTier,
    plans,
    withoutPlan: Math.max(0, whole.withoutPlan - lostWithoutPlan),
    findings,
    counts: countFindings(findings),
    names: Object.fromEntries(
      Object.entries(whole.names).filter(([ref]) => !hidden.has(ref)),
    ),
    redacted: {
      touched: whole.redacted.touched + whole.touched.length - touched.length,
      impacted: whole.redacted.impacted + lostImpacted,
      findings:
        whole.redacted.findings + whole.findings.length - findings.length,
      plans: whole.redacted.plans + lostPlans.size,
    },
  };
  return hideEntities(answer, hidden);
}

/** How many findings there are of which kind. */
export function countFindings(
  findings: ChangeAssessment['findings'],
): ChangeAssessment['counts'] {
  const caused = findings.filter(({ origin }) => origin === 'caused');
  const count = (is: (finding: (typeof findings)[number]) => boolean) =>
    findings.filter(is).length;
  return {
    caused: caused.length,
    alreadyThere: findings.length - caused.length,
    blocking: count(({ enforcement }) => enforcement === 'block'),
    warning: count(({ enforcement }) => enforcement === 'warn'),
    information: count(({ enforcement }) => enforcement === 'off'),
  };
}

import type { AssessmentContext, GapRule } from '../assessmentContext';
import type { GapFinding } from '../gapFinding';

function missing(
  code: 'bia-missing' | 'risk-missing',
  key: 'bia' | 'risk',
  { requirements, resolved, tier }: AssessmentContext,
): GapFinding[] {
  const requirement = requirements.get(key);
  if (!requirement) return [];
  const unit = resolved.tierTakenOverFrom === null ? 'entity' : 'system';
  const params = { tier: tier!.id, unit };
  return [{ code, requirement: key, params, dueBy: requirement.dueBy }];
}

/** A tier that requires a BIA or a risk assessment has none: nothing of the kind is known to this version. */
export const analysisGaps: GapRule = context => [
  ...missing('bia-missing', 'bia', context),
  ...missing('risk-missing', 'risk', context),
];

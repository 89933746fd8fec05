import type {
  EntityContinuity,
  Gap,
  ProfileField,
} from 'backstage-plugin-continuity-common';

/** How a gap can be mended from where the reader is. */
export type GapRemedy =
  | { kind: 'edit'; field: ProfileField }
  | { kind: 'file' }
  | { kind: 'agreement' }
  | { kind: 'bia' }
  | { kind: 'risk' }
  | { kind: 'plan'; planId: string }
  | { kind: 'write-plan' };

const FIELDS: Record<string, ProfileField> = {
  tier: 'tier',
  rto: 'rto',
  rpo: 'rpo',
  mtpd: 'mtpd',
  owner: 'recoveryOwner',
  alternates: 'recoveryAlternates',
};

/** What the reader may do about a gap here and now; undefined where it is done elsewhere or by somebody else. */
export function gapRemedy(
  gap: Pick<Gap, 'requirement' | 'params'>,
  continuity: Pick<
    EntityContinuity,
    'allowedActions' | 'profile' | 'file' | 'plansInWork'
  >,
): GapRemedy | undefined {
  const { allowedActions, profile, file } = continuity;
  const hasFile = Boolean(file?.edit ?? file?.view);
  if (gap.requirement.startsWith('metadata:')) {
    const inPortal = String(gap.params.key ?? '').startsWith('portal:');
    if (!inPortal) return hasFile ? { kind: 'file' } : undefined;
    const field = gap.params.field as ProfileField;
    return allowedActions.includes('profile.update')
      ? { kind: 'edit', field }
      : undefined;
  }
  if (gap.requirement === 'plan') {
    const inWork = continuity.plansInWork?.[0]?.planId;
    const planId = gap.params.planId ?? inWork;
    if (planId !== undefined) return { kind: 'plan', planId: String(planId) };
    return allowedActions.includes('plan.create')
      ? { kind: 'write-plan' }
      : undefined;
  }
  if (gap.requirement === 'agreement') {
    // A system's agreement is recorded at the system.
    const here = gap.params.unit !== 'system';
    return here && allowedActions.includes('agreement.create')
      ? { kind: 'agreement' }
      : undefined;
  }
  if (gap.requirement === 'bia' || gap.requirement === 'risk') {
    // A system's analysis is made at the system.
    const here = gap.params.unit !== 'system';
    return here && allowedActions.includes('analysis.update')
      ? { kind: gap.requirement }
      : undefined;
  }
  const field = FIELDS[gap.requirement];
  if (!field) return undefined;
  if (profile[field].locked) return hasFile ? { kind: 'file' } : undefined;
  return allowedActions.includes('profile.update')
    ? { kind: 'edit', field }
    : undefined;
}

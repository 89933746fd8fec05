import {
  testDepths,
  type EntityContinuity,
  type Gap,
  type ProfileField,
  type TestDepth,
} from 'backstage-plugin-continuity-common';

/** How a gap can be mended from where the reader is. */
export type GapRemedy =
  | { kind: 'edit'; field: ProfileField }
  | { kind: 'file' }
  | { kind: 'agreement' }
  | { kind: 'bia' }
  | { kind: 'risk' }
  | { kind: 'plan'; planId: string }
  | { kind: 'write-plan' }
  | { kind: 'test'; testId: string }
  | { kind: 'plan-test'; depth: TestDepth }
  | { kind: 'finding'; findingId: string };

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
  gap: Pick<Gap, 'requirement' | 'params'> & Partial<Pick<Gap, 'code'>>,
  continuity: Pick<
    EntityContinuity,
    'allowedActions' | 'profile' | 'file' | 'plansInWork'
  > &
    Partial<Pick<EntityContinuity, 'tests'>>,
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
  if (gap.requirement.startsWith('test:')) return testRemedy(gap, continuity);
  if (gap.requirement.startsWith('finding:')) {
    const findingId = String(gap.params.findingId ?? '');
    return findingId ? { kind: 'finding', findingId } : undefined;
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

/** What is wrong with a test that was held or missed is mended at that test; else another one is planned, unless one is. */
function testRemedy(
  gap: Parameters<typeof gapRemedy>[0],
  {
    allowedActions,
    tests,
  }: Pick<EntityContinuity, 'allowedActions'> &
    Partial<Pick<EntityContinuity, 'tests'>>,
): GapRemedy | undefined {
  const testId = String(gap.params.testId ?? '');
  if (gap.code === 'result-unreviewed' || gap.code === 'test-missed') {
    return testId ? { kind: 'test', testId } : undefined;
  }
  const planned = tests?.requirements.find(
    each => each.requirement === gap.requirement,
  )?.planned;
  if (planned) return { kind: 'test', testId: planned.testId };
  const depth = testDepths.find(each => gap.requirement === `test:${each}`);
  return depth && allowedActions.includes('test.create')
    ? { kind: 'plan-test', depth }
    : undefined;
}

import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import type { AssessmentEngine } from './AssessmentEngine';
import {
  type PolicyVersion,
  PolicyVersionStore,
} from '../policy/PolicyVersionStore';

/**
 * Lets a policy rule from now on: what fell due before is decided by the policy of that time, then everything is marked for the new one.
 *
 * For the start of the plugin. Several replicas may do it at once.
 */
export async function enterPolicy<Engine extends AssessmentEngine>(options: {
  versions: PolicyVersionStore;
  policy: ContinuityPolicy;
  now: string;
  engineUnder: (policy: ContinuityPolicy) => Engine;
}): Promise<{ engine: Engine; inForce: PolicyVersion }> {
  const { versions, policy, now, engineUnder } = options;
  const earlier = await versions.policyInForce();
  if (earlier) {
    await engineUnder(earlier).settleDue(now);
  }
  const inForce = await versions.recordPolicyInForce(policy, now);
  const engine = engineUnder(policy);
  await engine.adoptPolicy(now);
  return { engine, inForce };
}

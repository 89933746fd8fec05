import { useContinuityPolicy } from '../../policy/useContinuityPolicy';

/** The zone in which times are written: the policy's, until it is known the one that the test was planned in. */
export function usePolicyZone(planned: string): string {
  return useContinuityPolicy().value?.policy.timeZone ?? planned;
}

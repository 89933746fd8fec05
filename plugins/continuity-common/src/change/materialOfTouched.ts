import { changePolicy } from '../policy/changePolicy';
import type { ContinuityPolicy } from '../policy/policy';
import type { TouchedFacts } from './changeFacts';
import { compareProposed } from './compareProposed';
import type { MaterialChange } from './materialChange';

/** What is known to be material of a touched entity: by a proposed document, or because it is added or removed. */
export function materialOfTouched(
  touched: TouchedFacts,
  policy: ContinuityPolicy,
): MaterialChange[] {
  const { entityRef, action, before, after } = touched;
  const { material } = changePolicy(policy);
  if (action === 'remove') {
    return material.includes('removal')
      ? [{ entityRef, aspect: 'removal', before: entityRef, after: null }]
      : [];
  }
  if (before === null) {
    return action === 'add' && material.includes('addition')
      ? [{ entityRef, aspect: 'addition', before: null, after: entityRef }]
      : [];
  }
  if (!after || after === before) return [];
  return compareProposed(before.entity, after.entity, policy);
}

import type { Candidate } from './AssessmentBatch';

/**
 * Whether the stored assessment is what assessing would give: the same facts, policy and people, later than it was made and before time alone
 * changes it. `assess` promises the same answer for these, given its own memory.
 */
export function stillHolds(
  candidate: Candidate,
  options: {
    factsHash: string;
    policyVersion: string;
    from: string;
    until: string;
  },
): boolean {
  const { current, facts, storedParties } = candidate;
  const { factsHash, policyVersion, from, until } = options;
  if (
    current === null ||
    current.facts_hash !== factsHash ||
    current.policy_version !== policyVersion ||
    current.people_known !== facts.people.known ||
    // several changes at one moment count as the last of them: they start from what was remembered before
    from <= current.assessed_at
  ) {
    return false;
  }
  const next = current.next_change_at;
  if (next !== null && (next <= until || next <= from)) return false;
  for (const [party, state] of storedParties) {
    if (facts.people.stateOf(party) !== state) return false;
  }
  return true;
}

import type { GapRule } from '../assessmentContext';
import type { GapFinding } from '../gapFinding';

/** Required depths that were never tested: no result is known to this version. */
export const testGaps: GapRule = ({ requirements, tier }) => {
  const findings: GapFinding[] = [];
  for (const { key, every, dueBy } of requirements.values()) {
    if (!key.startsWith('test:')) continue;
    const params = { tier: tier!.id, depth: key.slice(5), every };
    findings.push({ code: 'test-never', requirement: key, params, dueBy });
  }
  return findings;
};

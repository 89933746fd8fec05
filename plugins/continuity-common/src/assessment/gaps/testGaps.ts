import { advance } from '../calendarSteps';
import type { GapRule } from '../assessmentContext';
import type { GapFinding } from '../gapFinding';

/** How long the most critical tier may stay untested after the first test was due (DOMAIN.md §8). */
const LONG_OVERDUE = 'P90D';

/** Required depths that were never tested: no result is known to this version. */
export const testGaps: GapRule = ({ requirements, tier, policy }) => {
  const findings: GapFinding[] = [];
  const isMostCritical = tier !== null && tier === policy.tiers[0];
  for (const { key, every, dueBy } of requirements.values()) {
    if (!key.startsWith('test:')) continue;
    const params = { tier: tier!.id, depth: key.slice(5), every };
    const found = { requirement: key, params, dueBy };
    if (!isMostCritical) {
      findings.push({ code: 'test-never', ...found });
      continue;
    }
    const long = advance(dueBy, LONG_OVERDUE, policy.timeZone);
    findings.push(
      { code: 'test-never', ...found, until: long },
      { code: 'test-long-overdue', ...found, since: long },
    );
  }
  return findings;
};

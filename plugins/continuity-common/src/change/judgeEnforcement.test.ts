import { changePolicy } from '../policy/changePolicy';
import {
  causedRuleIds,
  changeTypeSchema,
  standingRuleIds,
  type ChangeRuleId,
  type ChangeType,
  type Enforcement,
} from '../terms/changeTerms';
import { policyWith } from './__testUtils__/judgedScenes';
import { judgeEnforcement } from './judgeEnforcement';

describe('what is made of a finding', () => {
  const tiers = [null, 'tier-1', 'tier-2', 'gone'];
  const words: Enforcement[] = ['off', 'warn', 'block'];
  const severities = ['critical', 'warning', 'information'] as const;
  const rules: ChangeRuleId[] = [...causedRuleIds, ...standingRuleIds];

  /** DOMAIN.md §7 "Verdict", sentence by sentence. */
  function expected(said: {
    rule: ChangeRuleId;
    severity: string;
    tier: string | null;
    word: Enforcement;
    ofTier1: Enforcement;
    treatedAs: ChangeType;
  }): Enforcement {
    if (said.severity === 'information') return 'off';
    if (said.treatedAs === 'standard') return 'off';
    const isCaused = causedRuleIds.some(id => id === said.rule);
    if (!isCaused) return said.word === 'off' ? 'off' : 'warn';
    const word = said.tier === 'tier-1' ? said.ofTier1 : said.word;
    return said.treatedAs === 'emergency' && word === 'block' ? 'warn' : word;
  }

  it.each(
    rules.flatMap(rule =>
      changeTypeSchema.options.map(type => [rule, type] as const),
    ),
  )('is as the policy says: %s, %s', (rule, treatedAs) => {
    let cases = 0;
    for (const word of words) {
      for (const ofTier1 of words) {
        const changes = changePolicy(
          policyWith({
            enforcement: Object.fromEntries(
              causedRuleIds.map(id => [
                id,
                { default: word, tiers: { 'tier-1': ofTier1 } },
              ]),
            ),
            alreadyThere: Object.fromEntries(
              standingRuleIds.map(id => [id, word === 'off' ? 'off' : 'warn']),
            ),
          }),
        );
        for (const id of tiers) {
          for (const severity of severities) {
            expect(
              judgeEnforcement(
                { rule, severity, tier: id },
                { changes, treatedAs },
              ),
            ).toBe(
              expected({ rule, severity, tier: id, word, ofTier1, treatedAs }),
            );
            cases++;
          }
        }
      }
    }
    expect(cases).toBe(108);
  });
});

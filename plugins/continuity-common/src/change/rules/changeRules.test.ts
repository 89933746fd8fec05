import { defaultPolicy } from '../../policy/defaultPolicy';
import { changeRuleIdSchema } from '../../terms/changeTerms';
import { assessChangeImpact } from '../assessChangeImpact';
import { tellChangeFinding } from '../tellChangeFinding';
import { changeRules } from './changeRules';
import { aDocument } from '../__testUtils__/aCatalogOf';
import { marks, tier, company as catalog } from '../__testUtils__/aCompany';
import { factsOfScene, judge, type Scene } from '../__testUtils__/aScene';

describe('the rules of changes', () => {
  it('are all there, once', () => {
    expect(changeRules.map(({ id }) => id)).toEqual(changeRuleIdSchema.options);
  });
});

describe('every finding', () => {
  it('says why and what to do in whole sentences, made of its params alone', () => {
    const plans = [
      { id: 'p', covers: ['ledger', 'web'], steps: ['ledger', 'resource:db'] },
    ];
    const scenes: Partial<Scene>[] = [
      {
        touched: { ledger: 'modify', 'resource:db': 'remove' },
        change: {
          major: true,
          plannedStart: '2026-03-01T09:00:00Z',
          plannedEnd: '2026-03-01T10:00:00Z',
        },
      },
      {
        proposed: [
          aDocument('new'),
          aDocument('ledger', { dependsOn: ['resource:archive'] }),
          aDocument('System:money', {}, tier('tier-3')),
        ],
      },
      {
        proposed: [
          aDocument(
            'web',
            { dependsOn: ['component:api'] },
            marks({ 'continuity/soft-dependencies': 'component:api' }),
          ),
        ],
      },
    ];
    const rules = new Set<string>();
    for (const scene of scenes) {
      const all = judge({
        catalog,
        plans,
        tests: [
          { entityRefs: ['web'] },
          { entityRefs: ['web'], isInvocation: true, state: 'in-progress' },
        ],
        standing: (
          [
            'plan-missing',
            'plan-stale',
            'plan-review-overdue',
            'test-overdue',
            'test-failed',
            'owner-missing',
          ] as const
        ).map(code => ({
          entityRef: 'web',
          code,
          params: { plan: 'P', planId: 'p' },
        })),
        ...scene,
      }).findings;
      for (const finding of all) {
        rules.add(finding.rule);
        const { title, why, what } = finding;
        expect(tellChangeFinding(finding)).toEqual({ title, why, what });
        for (const text of [why, what]) {
          expect(text).toMatch(
            /^[^a-z].*\.$|^(component|resource|system):.*\.$/,
          );
          expect(text).not.toMatch(/undefined|null|NaN|\[object/);
        }
        expect(finding.path.length).toBeGreaterThan(0);
      }
    }
    expect([...rules].sort()).toEqual([...changeRuleIdSchema.options].sort());
  });

  it('comes in the same order, whatever the order of the facts', () => {
    const facts = factsOfScene({
      catalog,
      touched: { ledger: 'modify', web: 'modify' },
      plans: [
        { id: 'b', covers: ['web', 'ledger'] },
        { id: 'a', covers: ['web'] },
      ],
      standing: [
        { entityRef: 'web', code: 'plan-missing' },
        { entityRef: 'api', code: 'test-failed' },
      ],
    });
    const turned = {
      ...facts,
      touched: [...facts.touched].reverse(),
      plans: [...facts.plans].reverse(),
      standing: [...facts.standing].reverse(),
    };
    const { findings } = judgeFacts(facts);
    expect(judgeFacts(turned).findings).toEqual(findings);
    expect(
      findings.map(({ origin, severity }) => `${origin} ${severity}`),
    ).toEqual([
      ...Array(3).fill('caused information'),
      ...Array(2).fill('already-there critical'),
    ]);
  });
});

function judgeFacts(facts: Parameters<typeof assessChangeImpact>[0]) {
  return assessChangeImpact(facts, defaultPolicy, '2026-03-01T00:00:00.000Z');
}

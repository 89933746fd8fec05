import fc from 'fast-check';
import { defaultPolicy } from '../policy/defaultPolicy';
import { causedRuleIds, standingRuleIds } from '../terms/changeTerms';
import { aDocument } from './__testUtils__/aCatalogOf';
import { judge, type Scene } from './__testUtils__/aScene';
import {
  atTier2,
  catalog,
  material,
  models,
  plans,
  policyWith,
  tier,
} from './__testUtils__/judgedScenes';

describe('the answer', () => {
  it('counts what it found, by what is made of it', () => {
    const { counts, findings, withoutPlan } = judge({
      catalog,
      plans,
      proposed: [material('ledger', 'tier-3')],
      touched: { loose: 'modify' },
      standing: [
        { entityRef: 'web', code: 'plan-missing' },
        { entityRef: 'loose', code: 'test-overdue' },
      ],
      policy: policyWith({
        enforcement: { 'weakens-requirement': 'block' },
        alreadyThere: { 'plan-missing': 'warn' },
      }),
    });
    expect(
      findings.map(
        ({ rule, entityRef, enforcement }) =>
          `${enforcement} ${rule} ${entityRef!.split('/')[1]}`,
      ),
    ).toEqual([
      'warn introduces-target-conflict ledger',
      'warn introduces-target-conflict ledger',
      'warn plan-review-needed ledger',
      'block weakens-requirement ledger',
      'off plan-review-needed loose',
      'warn plan-missing web',
      'off test-overdue loose',
    ]);
    expect(counts).toEqual({
      caused: 5,
      alreadyThere: 2,
      blocking: 1,
      warning: 4,
      information: 2,
    });
    expect(withoutPlan).toBe(1);
  });

  it('counts the impacted by tier, most critical first', () => {
    expect(
      judge({
        catalog,
        touched: { ledger: 'modify', loose: 'modify', nowhere: 'modify' },
      }).byTier,
    ).toEqual([
      { tier: 'tier-1', impacted: 1 },
      { tier: 'tier-2', impacted: 1 },
      { tier: null, impacted: 2 },
    ]);
  });

  it.each<[string, Scene, string]>([
    [
      'nothing',
      { catalog, touched: { loose: 'modify' } },
      'Nothing speaks against it: 1 entity is impacted, and no plan has to be changed.',
    ],
    [
      'informations',
      { catalog, plans, touched: { ledger: 'modify' } },
      'Nothing speaks against it: 2 entities are impacted, and 1 finding of this change is for information.',
    ],
    [
      'warnings',
      atTier2,
      'May go ahead with 1 warning: 2 entities are impacted.',
    ],
    [
      'blocks',
      {
        ...atTier2,
        policy: policyWith({ enforcement: { 'plan-review-needed': 'block' } }),
      },
      'Must wait: 1 finding must be settled first. 2 entities are impacted.',
    ],
    [
      'a standard change',
      {
        ...atTier2,
        change: { type: 'standard', model: 'patches' },
        policy: policyWith(models),
      },
      'Passes as the standard change “Monthly patches”: 2 entities are impacted, and 1 finding of this change is kept.',
    ],
    [
      'an emergency',
      { ...atTier2, change: { type: 'emergency' } },
      'Goes ahead as an emergency: 2 entities are impacted, 1 finding of this change. Its review is due by 2026-03-05.',
    ],
  ])('says in a sentence: %s', (_, scene, headline) => {
    expect(judge(scene).headline).toBe(headline);
  });

  it('lists what is material, by ref', () => {
    const { material: listed } = judge({
      catalog,
      proposed: [material('web', 'tier-1'), material('ledger', 'tier-2')],
      touched: { loose: 'remove' },
    });
    expect(
      listed.map(
        ({ entityRef, aspect }) => `${entityRef.split('/')[1]} ${aspect}`,
      ),
    ).toEqual([
      'ledger owner',
      'loose removal',
      'web dependencies',
      'web owner',
    ]);
  });

  it('lists what a document says of others as a change of these', () => {
    const { material: listed } = judge({
      catalog,
      proposed: [
        aDocument(
          'ledger',
          { owner: 'b', dependencyOf: ['component:loose'] },
          tier('tier-2'),
        ),
      ],
    });
    expect(listed).toEqual([
      {
        entityRef: 'component:default/loose',
        aspect: 'dependencies',
        before: null,
        after: 'component:default/ledger',
      },
    ]);
  });

  it('never blocks for what nobody caused, whatever is touched', () => {
    const strict = policyWith({
      enforcement: Object.fromEntries(
        causedRuleIds.map(rule => [rule, 'block']),
      ),
      alreadyThere: Object.fromEntries(
        standingRuleIds.map(rule => [rule, 'warn']),
      ),
    });
    const names = ['web', 'ledger', 'loose'];
    fc.assert(
      fc.property(
        fc.subarray(names, { minLength: 1 }),
        fc.array(
          fc.record({
            entityRef: fc.constantFrom(...names),
            code: fc.constantFrom(
              'plan-missing',
              'test-failed',
              'owner-missing',
            ),
          }),
          { maxLength: 4 },
        ),
        fc.constantFrom(defaultPolicy, strict),
        (touched, standing, policy) => {
          const { verdict, findings } = judge({
            catalog,
            plans,
            policy,
            touched: Object.fromEntries(
              touched.map(name => [name, 'modify' as const]),
            ),
            standing: standing as Scene['standing'],
          });
          expect(verdict).not.toBe('block');
          expect(
            findings
              .filter(({ origin }) => origin === 'caused')
              .every(({ severity }) => severity === 'information'),
          ).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

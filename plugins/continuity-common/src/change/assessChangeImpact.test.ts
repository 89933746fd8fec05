import fc from 'fast-check';
import { parsePolicy } from '../policy/parsePolicy';
import { changePolicy } from '../policy/changePolicy';
import { defaultPolicy } from '../policy/defaultPolicy';
import {
  causedRuleIds,
  changeTypeSchema,
  standingRuleIds,
  type ChangeRuleId,
  type ChangeType,
  type Enforcement,
} from '../terms/changeTerms';
import { aDocument } from './__testUtils__/aCatalogOf';
import { judge, type Scene } from './__testUtils__/aScene';
import { judgeEnforcement } from './judgeEnforcement';

const tier = (id: string) => ({ annotations: { 'continuity/tier': id } });
const catalog = [
  aDocument(
    'web',
    { dependsOn: ['component:ledger'], owner: 'a' },
    tier('tier-1'),
  ),
  aDocument('ledger', { owner: 'b' }, tier('tier-2')),
  aDocument('loose', { owner: 'b' }),
];
const plans = [{ id: 'p', covers: ['ledger', 'loose', 'web'] }];
const material = (name: string, id?: string) =>
  aDocument(name, { owner: 'somebody-else' }, id ? tier(id) : {});

/** A scene with one warning of `plan-review-needed` at an entity of tier-2, or without a tier. */
const atTier2: Scene = {
  catalog,
  plans,
  proposed: [material('ledger', 'tier-2')],
};
const withoutTier: Scene = { catalog, plans, proposed: [material('loose')] };

const policyWith = (changes: object) => parsePolicy({ changes });
const models = {
  standardModels: [{ id: 'patches', title: 'Monthly patches' }],
};

describe('the verdict', () => {
  it.each<[string, Scene, object, string]>([
    ['warns of what a change causes, by default', atTier2, {}, 'warn'],
    [
      'passes where nothing is caused',
      { catalog, touched: { loose: 'modify' } },
      {},
      'pass',
    ],
    [
      'blocks where the rule blocks',
      atTier2,
      { 'plan-review-needed': 'block' },
      'block',
    ],
    [
      'passes where the rule is off',
      atTier2,
      { 'plan-review-needed': 'off' },
      'pass',
    ],
    [
      'blocks by the tier of the entity',
      atTier2,
      { 'plan-review-needed': { tiers: { 'tier-2': 'block' } } },
      'block',
    ],
    [
      'is not moved by the word for another tier',
      atTier2,
      { 'plan-review-needed': { tiers: { 'tier-1': 'block' } } },
      'warn',
    ],
    [
      'lets a tier off',
      atTier2,
      {
        'plan-review-needed': { default: 'block', tiers: { 'tier-2': 'off' } },
      },
      'pass',
    ],
    [
      'takes the rule’s default without a tier',
      withoutTier,
      {
        'plan-review-needed': { default: 'block', tiers: { 'tier-1': 'off' } },
      },
      'block',
    ],
    [
      'is not moved by informations',
      { catalog, plans, touched: { ledger: 'modify' } },
      { 'plan-review-needed': 'block' },
      'pass',
    ],
    [
      'is not moved by another rule’s word',
      atTier2,
      { 'weakens-requirement': 'block' },
      'warn',
    ],
  ])('%s', (_, scene, enforcement, verdict) => {
    expect(
      judge({ ...scene, policy: policyWith({ enforcement }) }).verdict,
    ).toBe(verdict);
  });

  it('judges a lowered tier by the tier it had: nobody gets rid of a rule by that', () => {
    const { verdict, findings } = judge({
      catalog,
      proposed: [
        aDocument(
          'web',
          { dependsOn: ['component:ledger'], owner: 'a' },
          tier('tier-4'),
        ),
      ],
      policy: policyWith({
        enforcement: {
          'weakens-requirement': { tiers: { 'tier-1': 'block' } },
        },
      }),
    });
    expect(
      findings.map(({ rule, enforcement }) => `${rule} ${enforcement}`),
    ).toEqual(['weakens-requirement block']);
    expect(verdict).toBe('block');
  });

  it.each<['off' | 'warn', string]>([
    ['off', 'pass'],
    ['warn', 'warn'],
  ])('with %s for what was there before is %s', (word, verdict) => {
    const { findings, ...rest } = judge({
      catalog,
      touched: { ledger: 'modify' },
      standing: [{ entityRef: 'web', code: 'plan-missing' }],
      policy: policyWith({ alreadyThere: { 'plan-missing': word } }),
    });
    expect(rest.verdict).toBe(verdict);
    expect(findings).toMatchObject([
      { origin: 'already-there', enforcement: word },
    ]);
  });

  const all = causedRuleIds.map(rule => [rule, 'block']);
  const strict = policyWith({
    ...models,
    enforcement: Object.fromEntries(all),
  });

  it.each<[string, Scene['change'], ChangeType, string]>([
    ['normal', { type: 'normal' }, 'normal', 'block'],
    ['of no type', {}, 'normal', 'block'],
    ['emergency', { type: 'emergency' }, 'emergency', 'warn'],
    [
      'standard with a model of the policy',
      { type: 'standard', model: 'patches' },
      'standard',
      'pass',
    ],
    ['standard without a model', { type: 'standard' }, 'normal', 'block'],
    [
      'standard with a model that the policy lacks',
      { type: 'standard', model: 'Patches' },
      'normal',
      'block',
    ],
    [
      'normal that names a model',
      { type: 'normal', model: 'patches' },
      'normal',
      'block',
    ],
  ])('of a change %s', (_, change, treatedAs, verdict) => {
    const judged = judge({ ...atTier2, policy: strict, change });
    expect(judged).toMatchObject({ treatedAs, verdict });
    // The findings stay, whatever becomes of the change
    expect(judged.findings).toMatchObject([
      { rule: 'plan-review-needed', severity: 'warning', origin: 'caused' },
    ]);
  });

  it('lets an emergency owe a review, findings or not', () => {
    const now = '2026-03-01T12:00:00.000Z';
    const emergency = { change: { type: 'emergency' as const }, now };
    expect(judge({ ...atTier2, ...emergency }).reviewDueAt).toBe(
      '2026-03-06T12:00:00.000Z',
    );
    expect(
      judge({ catalog, touched: { loose: 'modify' }, ...emergency }),
    ).toMatchObject({
      findings: [],
      verdict: 'pass',
      reviewDueAt: '2026-03-06T12:00:00.000Z',
    });
    expect(judge({ ...atTier2, now }).reviewDueAt).toBeNull();
    expect(
      judge({
        ...atTier2,
        ...emergency,
        policy: policyWith({ emergencyReview: 'P1M' }),
      }).reviewDueAt,
    ).toBe('2026-04-01T12:00:00.000Z');
  });
});

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

import { causedRuleIds, type ChangeType } from '../terms/changeTerms';
import { aDocument } from './__testUtils__/aCatalogOf';
import { judge, type Scene } from './__testUtils__/aScene';
import {
  atTier2,
  catalog,
  models,
  plans,
  policyWith,
  tier,
  withoutTier,
} from './__testUtils__/judgedScenes';

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

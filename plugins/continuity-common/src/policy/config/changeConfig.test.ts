import { causedRuleIds, materialAspects } from '../../terms/changeTerms';
import { changePolicy } from '../changePolicy';
import { defaultPolicy } from '../defaultPolicy';
import { parsePolicy } from '../parsePolicy';
import { refusalOf } from '../refusalOf';

describe('the section changes', () => {
  it('warns of what a change causes, lets the rest be, and blocks nothing, by default', () => {
    const changes = changePolicy(defaultPolicy);
    expect(changes.material).toEqual(materialAspects);
    expect(changes.enforcement).toEqual(
      Object.fromEntries(
        causedRuleIds.map(rule => [rule, { default: 'warn', tiers: {} }]),
      ),
    );
    expect(new Set(Object.values(changes.alreadyThere))).toEqual(
      new Set(['off']),
    );
    expect(changes).toMatchObject({
      emergencyReview: 'P5D',
      requestDue: 'P30D',
      standardModels: [],
      rootEntityTakesRest: false,
    });
  });

  it('is what it is by default in a policy that was recorded before there were changes', () => {
    const { changes, ...recorded } = defaultPolicy;
    expect(changePolicy(recorded)).toEqual(changes);
  });

  it('takes a word for a rule, or a word for each tier; YAML’s false is off', () => {
    const { enforcement, alreadyThere } = changePolicy(
      parsePolicy({
        changes: {
          enforcement: {
            'weakens-requirement': 'block',
            'plan-review-needed': { tiers: { 'tier-1': 'block' } },
            'retest-needed': false,
            'plan-invoked': { default: 'block', tiers: { 'tier-4': false } },
          },
          alreadyThere: { 'plan-missing': 'warn', 'plan-stale': false },
        },
      }),
    );
    expect(enforcement).toMatchObject({
      'weakens-requirement': { default: 'block', tiers: {} },
      'plan-review-needed': { default: 'warn', tiers: { 'tier-1': 'block' } },
      'retest-needed': { default: 'off', tiers: {} },
      'plan-invoked': { default: 'block', tiers: { 'tier-4': 'off' } },
      'overlaps-planned-test': { default: 'warn', tiers: {} },
    });
    expect(alreadyThere).toMatchObject({
      'plan-missing': 'warn',
      'plan-stale': 'off',
      'test-failed': 'off',
    });
  });

  it('keeps the aspects in one order, so that two policies that rule the same are the same', () => {
    const { material } = changePolicy(
      parsePolicy({ changes: { material: ['removal', 'owner', 'removal'] } }),
    );
    expect(material).toEqual(['owner', 'removal']);
  });

  it.each<[string, object, RegExp]>([
    [
      'an unknown aspect',
      { material: ['tags'] },
      /changes\.material\[0\]: Found "tags"\. Write one of dependencies/,
    ],
    [
      'an unknown rule',
      { enforcement: { 'plan-missing': 'warn' } },
      /changes\.enforcement\.plan-missing: This key is not known here\. Accepted are plan-review-needed/,
    ],
    [
      'an unknown word',
      { enforcement: { 'plan-invoked': 'deny' } },
      /changes\.enforcement\.plan-invoked.*: Found "deny"\. Write one of off, warn, block\./,
    ],
    [
      'a tier that does not exist',
      { enforcement: { 'plan-invoked': { tiers: { gold: 'block' } } } },
      /changes\.enforcement\.plan-invoked\.tiers\.gold: "gold" is no tier of this policy/,
    ],
    [
      'blocking for what was there before',
      { alreadyThere: { 'plan-missing': 'block' } },
      /changes\.alreadyThere\.plan-missing: Found "block"\. What was there before the change never blocks it/,
    ],
    [
      'a model twice',
      {
        standardModels: [
          { id: 'a', title: 'A' },
          { id: 'a', title: 'B' },
        ],
      },
      /changes\.standardModels\[1\]\.id: "a" is there already/,
    ],
    [
      'a review in hours',
      { emergencyReview: 'PT48H' },
      /changes\.emergencyReview: /,
    ],
    ['an unknown key', { webhok: {} }, /changes\.webhok/],
  ])('refuses %s', (_, changes, message) => {
    expect(refusalOf({ changes }).join('\n')).toMatch(message);
  });
});

import {
  createZodV4FilterPredicateSchema,
  type FilterPredicate,
} from '@backstage/filter-predicates';
import fc from 'fast-check';
import { defaultPolicyConfig } from './config/defaultPolicyConfig';
import { scopeProblems } from './scopeProblems';

const official = createZodV4FilterPredicateSchema();

describe('scopeProblems', () => {
  it.each<[string, FilterPredicate]>([
    ['the shipped scope', defaultPolicyConfig.scope as FilterPredicate],
    ['everything', {}],
    ['one kind', { kind: 'Component' }],
    ['numbers and booleans', { 'spec.tier': 0, 'spec.critical': true }],
    ['a tag', { 'metadata.tags': { $contains: 'customer-facing' } }],
    ['the existence of tags', { 'metadata.tags': { $exists: true } }],
    [
      'an annotation',
      { 'metadata.annotations.example.com/class': { $hasPrefix: 'a' } },
    ],
    ['a label that is set', { 'metadata.labels.region': { $exists: true } }],
    [
      'an owner',
      {
        relations: {
          $contains: { type: 'ownedBy', targetRef: 'group:default/payments' },
        },
      },
    ],
    [
      'names and titles',
      {
        $any: [
          { 'metadata.name': 'a' },
          { 'metadata.title': 'A' },
          { 'metadata.namespace': 'x' },
        ],
      },
    ],
    [
      'a list in a list',
      {
        'spec.regions': {
          $contains: { $any: [{ name: 'eu' }, { name: { $in: ['us'] } }] },
        },
      },
    ],
  ])('accepts %s, as the catalog does', (_, scope) => {
    expect(scopeProblems(scope)).toEqual([]);
    expect(official.safeParse(scope).success).toBe(true);
  });

  it.each<[string, unknown, Array<string | number>, string]>([
    [
      'a text',
      'Component',
      [],
      'This is no condition. Write conditions such as',
    ],
    [
      'a number in a list of conditions',
      { $all: [4] },
      ['$all', 0],
      'This is no condition.',
    ],
    ['nothing', { $not: null }, ['$not'], 'This is no condition.'],
    ['a list', [], [], 'This is a list. Write it as $all'],
    [
      'an unknown combinator',
      { $or: [{ kind: 'A' }] },
      ['$or'],
      '"$or" can\'t combine conditions.',
    ],
    [
      'an operator of values in its place',
      { $in: ['A'] },
      ['$in'],
      '"$in" can\'t combine conditions.',
    ],
    [
      'a combinator beside a field',
      { $not: { kind: 'A' }, kind: 'B' },
      [],
      '"$not" stands beside kind. Put all of them as a list under $all.',
    ],
    [
      'a combinator of a section',
      { $any: { kind: 'A' } },
      ['$any'],
      'Write a list of conditions under $any.',
    ],
    [
      'a combinator of nothing, which would leave everything out',
      { $any: [] },
      ['$any'],
      'Write a list of conditions under $any.',
    ],
    [
      'a list of values',
      { kind: ['A', 'B'] },
      ['kind'],
      'This is a list. Write such as {$in: [a, b]}.',
    ],
    [
      'a field without value',
      { 'spec.type': null },
      ['spec.type'],
      'There is no value here.',
    ],
    [
      'two operators',
      { 'spec.type': { $in: ['a'], $exists: true } },
      ['spec.type'],
      'Write exactly one operator.',
    ],
    [
      'no operator',
      { 'spec.type': {} },
      ['spec.type'],
      'Write exactly one operator.',
    ],
    [
      'a field below a field',
      { spec: { type: 'a' } },
      ['spec'],
      '"spec" is not known here. The scope can look at kind,',
    ],
    [
      'an unknown operator',
      { 'spec.type': { $is: 'a' } },
      ['spec.type', '$is'],
      '"$is" is not known here.',
    ],
    [
      '$in with one value',
      { 'spec.type': { $in: 'a' } },
      ['spec.type', '$in'],
      'Write a list of values under $in',
    ],
    [
      '$in with nothing',
      { 'spec.type': { $in: [] } },
      ['spec.type', '$in'],
      'Write a list of values under $in',
    ],
    [
      '$in with a section',
      { 'spec.type': { $in: [{}] } },
      ['spec.type', '$in'],
      'Write a list of values under $in',
    ],
    [
      '$exists with a text',
      { 'spec.type': { $exists: 'yes' } },
      ['spec.type', '$exists'],
      'Write true or false under $exists.',
    ],
    [
      '$hasPrefix with a number',
      { 'spec.type': { $hasPrefix: 1 } },
      ['spec.type', '$hasPrefix'],
      'Write a text under $hasPrefix.',
    ],
    [
      '$contains with a list',
      { 'spec.x': { $contains: ['a'] } },
      ['spec.x', '$contains'],
      'This is a list.',
    ],
    [
      'a list compared to a text',
      { 'metadata.tags': 'java' },
      ['metadata.tags'],
      '"metadata.tags" is a list. Write such as {$contains: java}.',
    ],
    [
      'relations compared to a text',
      { relations: { $in: ['a'] } },
      ['relations'],
      '"relations" is a list. Write such as {$contains: {type: ownedBy,',
    ],
    [
      'a relation in the form of the search',
      { 'relations.ownedBy': 'group:default/a' },
      ['relations.ownedBy'],
      '"relations.ownedBy" is not known here.',
    ],
    [
      'what is not mirrored',
      { 'metadata.description': 'x' },
      ['metadata.description'],
      '"metadata.description" is not known here.',
    ],
    [
      'a kind in capitals',
      { Kind: 'System' },
      ['Kind'],
      '"Kind" is not known here.',
    ],
    [
      'an entry of a list, which the catalog can not be asked for',
      { 'spec.regions[0]': 'eu' },
      ['spec.regions[0]'],
      '"spec.regions[0]" is not known here.',
    ],
    [
      'an empty annotation',
      { 'metadata.annotations.': 'x' },
      ['metadata.annotations.'],
      '"metadata.annotations." is not known here.',
    ],
    [
      'a result',
      { 'metadata.labels.continuity/status': 'met' },
      ['metadata.labels.continuity/status'],
      '"continuity/status" is a result',
    ],
  ])('refuses %s', (_, scope, path, message) => {
    const problems = scopeProblems(scope);
    expect(problems).toHaveLength(1);
    expect(problems[0].path).toEqual(path);
    expect(problems[0].message.slice(0, message.length)).toBe(message);
  });

  it('accepts nothing that the filter predicates of the catalog refuse', () => {
    const anything: fc.Arbitrary<unknown> = fc.letrec(tie => ({
      value: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.constantFrom<unknown>('a', 0, true, null),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(
          fc.constantFrom(
            '$all',
            '$any',
            '$not',
            '$in',
            '$exists',
            '$contains',
            '$hasPrefix',
            '$x',
            'kind',
            'spec.type',
            'metadata.tags',
          ),
          tie('value'),
          { maxKeys: 2 },
        ),
      ),
    })).value;
    let accepted = 0;
    fc.assert(
      fc.property(anything, value => {
        if (scopeProblems(value).length > 0) return;
        accepted += 1;
        expect(official.safeParse(value).success).toBe(true);
      }),
      { numRuns: 20_000, seed: 1 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

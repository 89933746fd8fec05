import { mockApis } from '@backstage/frontend-test-utils';
import {
  defaultPolicy,
  parsePolicy,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import { continuityTranslationRef } from '../translation';
import type { Translate } from '../translation/Translate';
import { cadenceText } from './cadenceText';
import { mappingExample } from './mappingExample';
import { requirementTexts } from './requirementTexts';
import { scopeWords } from './scopeWords';
import { targetText } from './targetText';

function english(): Translate {
  const snapshot = mockApis
    .translation()
    .getTranslation(continuityTranslationRef);
  if (!snapshot.ready) throw new Error('English is not there');
  return snapshot.t;
}
const t = english();

describe('cadenceText', () => {
  it.each([
    ['P1Y', 'every year'],
    ['P2Y', 'every 2 years'],
    ['P1M', 'every month'],
    ['P3M', 'every 3 months'],
    ['P2W', 'every 2 weeks'],
    ['P30D', 'every 30 days'],
    ['P1Y6M', 'every 1 year 6 months'],
  ])('%s is "%s"', (iso, text) => {
    expect(cadenceText(t, iso)).toBe(text);
  });
});

describe('targetText', () => {
  it.each([
    ['rto', 'PT4H', '4 h'],
    ['rto', 'PT0S', '0 (no interruption)'],
    ['rto', undefined, 'not set'],
    ['rpo', 'PT0S', '0 (no loss)'],
    ['rpo', 'none', 'holds no data'],
    ['rpo', undefined, 'not set'],
    ['mtpd', 'P1DT12H', '1 d 12 h'],
  ] as const)('%s %s is "%s"', (field, iso, text) => {
    expect(targetText(t, field, iso)).toBe(text);
  });
});

describe('requirementTexts', () => {
  it('says what the shipped tiers require, and nothing for the last one', () => {
    expect(requirementTexts(t, defaultPolicy.tiers[0])).toEqual([
      'Plan, reviewed every year',
      'Business impact analysis, renewed every year',
      'Risk assessment, renewed every year',
      'Agreement with the business, renewed every year',
      'Restore test every 3 months',
      'Failover test every year',
    ]);
    expect(requirementTexts(t, defaultPolicy.tiers[3])).toEqual([]);
  });

  it('says which environments count, and that a partial test does not', () => {
    const tier = {
      ...defaultPolicy.tiers[3],
      requires: {
        tests: [
          {
            depth: 'failover' as const,
            every: 'P1Y',
            environments: ['production' as const],
            partial: false,
          },
        ],
      },
    };
    expect(requirementTexts(t, tier)).toEqual([
      'Failover test every year (in production, whole service only)',
    ]);
  });
});

describe('scopeWords', () => {
  const words = (scope: unknown) =>
    scopeWords(t, scope as ContinuityPolicy['scope']);

  it.each([
    [{ kind: 'Component' }, 'kind is Component'],
    [
      { kind: 'Component', 'spec.type': { $in: ['service', 'website'] } },
      'kind is Component and type is one of service, website',
    ],
    [{ $not: { kind: 'API' } }, 'kind is not API'],
    [
      { $not: { 'spec.lifecycle': { $in: ['a', 'b'] } } },
      'lifecycle is none of a, b',
    ],
    [{ 'metadata.labels.x': { $exists: true } }, 'metadata.labels.x is set'],
    [
      { $not: { 'metadata.labels.x': { $exists: true } } },
      'metadata.labels.x is not set',
    ],
    [{ 'metadata.tags': { $contains: 'prod' } }, 'metadata.tags contains prod'],
    [{ 'metadata.name': { $hasPrefix: 'p-' } }, 'metadata.name begins with p-'],
    [{ $all: [{ kind: 'System' }] }, 'kind is System'],
    [{ $future: 1 }, '{"$future":1}'],
  ])('says %j', (scope, text) => {
    expect(words(scope)).toEqual({ kind: 'sentence', text });
  });

  it('keeps "all", "any" and "not" of several apart', () => {
    expect(words(defaultPolicy.scope)).toEqual({
      kind: 'list',
      title: 'all of these',
      items: [
        {
          kind: 'list',
          title: 'any of these',
          items: [
            { kind: 'sentence', text: 'kind is one of System, Resource' },
            {
              kind: 'sentence',
              text: 'kind is Component and type is one of service, website',
            },
          ],
        },
        {
          kind: 'sentence',
          text: 'lifecycle is none of experimental, deprecated',
        },
      ],
    });
    expect(words({ $not: { kind: 'A', 'spec.type': 'b' } })).toEqual({
      kind: 'list',
      title: 'not',
      items: [{ kind: 'sentence', text: 'kind is A and type is b' }],
    });
  });

  it('says nothing where nothing is left out', () => {
    expect(words({})).toBeNull();
  });
});

describe('mappingExample', () => {
  it('is what the policy accepts', () => {
    expect(mappingExample(['tier-1', 'tier-2'])).toBe(
      [
        'continuity:',
        '  mappings:',
        '    - field: tier',
        '      annotation: example.com/tier',
        '      values:',
        "        '1': tier-1",
        "        '2': tier-2",
      ].join('\n'),
    );
    expect(
      parsePolicy({
        mappings: [
          {
            field: 'tier',
            annotation: 'example.com/tier',
            values: { '1': 'tier-1', '2': 'tier-2' },
          },
        ],
      }).mappings,
    ).toHaveLength(1);
  });
});

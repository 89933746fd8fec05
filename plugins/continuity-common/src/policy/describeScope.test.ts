import type { FilterPredicate } from '@backstage/filter-predicates';
import { defaultPolicy } from './defaultPolicy';
import { describeScope } from './describeScope';

describe('describeScope', () => {
  it.each<[FilterPredicate, string[]]>([
    [
      defaultPolicy.scope,
      [
        'Systems and Resources',
        'Components of type service or website',
        'Left out: lifecycle is experimental or deprecated',
      ],
    ],
    [{}, ['Every entity']],
    [{ kind: 'Component' }, ['Components']],
    [
      { kind: { $in: ['API', 'Proxy', 'Gateway'] } },
      ['APIs, Proxies and Gateways'],
    ],
    [
      {
        kind: 'Component',
        'spec.type': 'service',
        'spec.lifecycle': 'production',
      },
      ['Components of type service where lifecycle is production'],
    ],
    [
      { kind: 'Component', 'spec.type': { $exists: true } },
      ['Components where type is set'],
    ],
    [
      {
        $all: [
          { kind: 'Component' },
          { 'metadata.annotations.example.com/class': { $hasPrefix: 'a' } },
          { 'metadata.labels.region': { $exists: false } },
          {
            $not: {
              $any: [
                { 'metadata.tags': { $contains: 'poc' } },
                { kind: 'API' },
              ],
            },
          },
        ],
      },
      [
        'Components',
        'Of these only: annotation example.com/class begins with a',
        'Of these only: label region is not set',
        'Left out: tags contains poc',
        'Left out: APIs',
      ],
    ],
    [{ $not: { 'spec.tier': 0 } }, ['Every entity', 'Left out: tier is 0']],
    [
      {
        $all: [
          {
            $any: [
              { kind: 'A' },
              { $all: [{ kind: 'B' }, { $not: { 'spec.x': true } }] },
            ],
          },
        ],
      },
      ['As', 'Bs and not x is true'],
    ],
    [
      {
        relations: {
          $contains: { type: 'ownedBy', targetRef: 'group:default/payments' },
        },
      },
      [
        'Relations contains (type is ownedBy and targetRef is group:default/payments)',
      ],
    ],
  ])('says %j in words', (scope, lines) => {
    expect(describeScope(scope)).toEqual(lines);
  });
});

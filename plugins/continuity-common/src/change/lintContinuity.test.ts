import { parsePolicy } from '../policy/parsePolicy';
import { lintContinuity, lintPlanFile } from './lintContinuity';

function lint(
  annotations: Record<string, string>,
  more: { spec?: object; labels?: Record<string, string> } = {},
  policy?: unknown,
) {
  const { spec, labels } = more;
  return lintContinuity(
    [
      {
        path: 'a/catalog-info.yaml',
        line: 3,
        document: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'Shop', annotations, labels },
          spec: { type: 'service', ...spec },
        },
      },
    ],
    policy === undefined ? undefined : parsePolicy(policy),
  );
}

describe('lintContinuity', () => {
  it('finds nothing wrong with what the server reads', () => {
    expect(
      lint(
        {
          'continuity/tier': 'tier-1',
          'continuity/rto': '90m',
          'continuity/rpo': 'none',
          'continuity/recovery-owner': 'payments',
          'continuity/soft-dependencies': 'component:mailer',
          'continuity/plan': './plan.md',
          'example.com/rto': 'whenever',
        },
        { spec: { dependsOn: ['resource:db'], owner: 'payments' } },
      ),
    ).toEqual([]);
  });

  it.each<[string, Record<string, string>, string, string, RegExp]>([
    [
      'a range',
      { 'continuity/rto': '4-6 h' },
      'continuity/rto',
      '4-6 h',
      /is a range/,
    ],
    [
      'an unknown tier',
      { 'continuity/tier': 'gold' },
      'continuity/tier',
      'gold',
      /tier-1/,
    ],
    [
      'n/a as RPO',
      { 'continuity/rpo': 'n/a' },
      'continuity/rpo',
      'n/a',
      /none/,
    ],
    [
      'a ref without a kind',
      { 'continuity/hard-dependencies': 'component:a, db' },
      'continuity/hard-dependencies',
      'db',
      /kind/,
    ],
    [
      'a misspelt key',
      { 'continuity/rt0': 'PT4H' },
      'continuity/rt0',
      'PT4H',
      /Known are .*continuity\/rto/,
    ],
  ])(
    'tells of %s what it is and what is accepted',
    (_, annotations, key, value, accepted) => {
      const problems = lint(annotations);
      expect(problems).toEqual([
        {
          path: 'a/catalog-info.yaml',
          line: 3,
          entity: 'component:default/shop',
          key,
          value,
          message: expect.any(String),
          accepted: expect.stringMatching(accepted),
        },
      ]);
      expect(problems[0].message).not.toBe('');
    },
  );

  it('reads what the policy maps', () => {
    const policy = {
      mappings: [{ field: 'tier', label: 'tier', values: { gold: 'tier-1' } }],
    };
    expect(lint({}, { labels: { tier: 'gold' } }, policy)).toEqual([]);
    expect(lint({}, { labels: { tier: 'lead' } }, policy)).toMatchObject([
      { key: 'label:tier', value: 'lead', entity: 'component:default/shop' },
    ]);
  });

  it('tells of refs that the catalog would refuse', () => {
    expect(
      lint({}, { spec: { dependsOn: ['db', 7], owner: 'payments' } }),
    ).toMatchObject([
      {
        key: 'spec.dependsOn',
        message: expect.stringMatching(/^"db" is no entity ref.*kind/),
      },
      {
        key: 'spec.dependsOn',
        message: expect.stringMatching(/^7 is no entity ref/),
      },
    ]);
  });

  it.each([
    ['a text'],
    [null],
    [['list']],
    [{ kind: 'Component' }],
    [{ metadata: {} }],
  ])('says of %j that it is no entity', document => {
    expect(lintContinuity([{ path: 'x.yaml', document }])).toEqual([
      expect.objectContaining({
        path: 'x.yaml',
        line: null,
        entity: null,
        key: null,
      }),
    ]);
  });
});

describe('lintPlanFile', () => {
  it('says what is wrong with a plan, and in which line', () => {
    const [problem, ...others] = lintPlanFile({
      path: 'plan.md',
      text: '---\ntitle: Shop\nkind: best-effort\n---\n',
    });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ path: 'plan.md', line: 3, entity: null });
  });
});

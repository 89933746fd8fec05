import { defaultPolicy } from '../../policy/defaultPolicy';
import { deficiencyFindings, type DeficientResult } from './deficiencyFindings';
import { findingDraftSchema } from './findingRequests';

const policy = { ...defaultPolicy, timeZone: 'Europe/Berlin' };
const cart: DeficientResult = {
  entityRef: 'component:default/cart',
  outcome: 'passed-with-deficiencies',
  deficiencies: 'Schlüssel fehlte\nNobody had the key for 40 minutes.',
  owner: 'group:default/shop',
};
const found = (
  results: DeficientResult[],
  drafts: Array<{ entities: string[] }> = [],
) =>
  deficiencyFindings(results, {
    drafts,
    policy,
    // the next day in Berlin
    now: '2026-03-01T23:30:00.000Z',
  });

describe('deficiencyFindings', () => {
  it('makes a finding of what nobody wrote one down for, due by the policy', () => {
    const findings = found([cart]);
    expect(findings).toEqual([
      {
        title: 'Schlüssel fehlte',
        description: cart.deficiencies,
        severity: 'medium',
        entities: [cart.entityRef],
        owner: cart.owner,
        dueOn: '2026-04-01',
        cause: '',
        ticket: null,
      },
    ]);
    expect(findingDraftSchema.parse(findings[0])).toEqual(findings[0]);
  });

  it.each<[string, DeficientResult[], string[]]>([
    ['nothing was deficient', [{ ...cart, deficiencies: ' \n' }], []],
    [
      'it failed',
      [{ ...cart, outcome: 'failed' }],
      ['high 2026-03-16 component:default/cart'],
    ],
    [
      'the same is said of two',
      [cart, { ...cart, entityRef: 'component:default/web' }],
      ['medium 2026-04-01 component:default/cart component:default/web'],
    ],
    [
      'the same is said of what others answer for',
      [
        cart,
        { ...cart, entityRef: 'component:default/web', owner: 'user:x/y' },
      ],
      [
        'medium 2026-04-01 component:default/cart',
        'medium 2026-04-01 component:default/web',
      ],
    ],
  ])('where %s', (_, results, expected) => {
    expect(
      found(results).map(
        ({ severity, dueOn, entities }) =>
          `${severity} ${dueOn} ${entities.join(' ')}`,
      ),
    ).toEqual(expected);
  });

  it('adds nothing to what was written down', () => {
    expect(found([cart], [{ entities: [cart.entityRef] }])).toEqual([]);
  });
});

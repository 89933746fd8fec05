import type { PlanFacts, PlanInForce } from '../plan/planFacts';
import { defaultPolicy } from '../policy/defaultPolicy';
import { assess } from './assess';
import type { AssessmentFacts } from './assessment';
import { aPolicyOf, people, someFacts } from './someFacts';
import { watchedNow } from './watchedNow';

const NOW = '2026-06-01T00:00:00.000Z';
const policy = aPolicyOf({ plan: { every: 'P1Y' } });
const base = someFacts({ portal: { tier: 'gold' } });

function aPlan(said: Partial<PlanInForce> = {}): PlanInForce {
  return {
    planId: 'p1',
    title: 'Checkout',
    kind: 'service-recovery',
    version: 1,
    approvedAt: '2026-03-01T12:00:00.000Z',
    reviewedAt: null,
    covers: true,
    through: null,
    watched: watchedNow(base, policy),
    contacts: [],
    isPrimary: false,
    ...said,
  };
}

function withPlans(
  inForce: PlanInForce[],
  said: Partial<PlanFacts> = {},
): AssessmentFacts {
  return {
    ...base,
    plans: { inForce, isInWork: false, source: null, ...said },
  };
}

function gapsOf(facts: AssessmentFacts, now = NOW, under = policy) {
  return assess(facts, undefined, under, now).gaps;
}
const codes = (facts: AssessmentFacts, now = NOW, under = policy) =>
  gapsOf(facts, now, under).map(gap => gap.code);

describe('a tier that requires a plan', () => {
  it.each<[string, AssessmentFacts, string[]]>([
    ['none is known', base, ['plan-missing']],
    ['one covers it', withPlans([aPlan()]), []],
    [
      'one has no step for it',
      withPlans([aPlan({ covers: false })]),
      ['plan-missing'],
    ],
    [
      'one of a kind that does not count covers it',
      withPlans([aPlan({ kind: 'personnel' })]),
      ['plan-missing'],
    ],
    [
      'a coordination plan covers it',
      withPlans([aPlan({ kind: 'emergency-response' })]),
      ['plan-missing'],
    ],
    [
      'two of a kind cover it and none is primary',
      withPlans([aPlan(), aPlan({ planId: 'p2' })]),
      ['plan-overlap'],
    ],
    [
      'two of a kind cover it and one is primary',
      withPlans([aPlan(), aPlan({ planId: 'p2', isPrimary: true })]),
      [],
    ],
    [
      'the primary one has no step for it',
      withPlans([
        aPlan(),
        aPlan({ planId: 'p2', isPrimary: true, covers: false }),
      ]),
      ['plan-missing'],
    ],
    [
      'two of different kinds cover it',
      withPlans([
        aPlan(),
        aPlan({ planId: 'p2', kind: 'computer-systems-and-network' }),
      ]),
      [],
    ],
    [
      'one covers it, and two of a kind that does not count have no primary',
      withPlans([
        aPlan(),
        aPlan({ planId: 'p2', kind: 'security' }),
        aPlan({ planId: 'p3', kind: 'security' }),
      ]),
      ['plan-overlap'],
    ],
    [
      'the one beside the primary is stale',
      withPlans([
        aPlan({ watched: null, through: 'system:default/shop' }),
        aPlan({ planId: 'p2', isPrimary: true }),
      ]),
      [],
    ],
    [
      'one that it joined later covers it',
      withPlans([aPlan({ watched: null, through: 'system:default/shop' })]),
      ['plan-stale'],
    ],
    [
      'it names somebody who is gone',
      {
        ...withPlans([aPlan({ contacts: ['user:default/gone'] })]),
        people: people({ 'user:default/gone': 'missing' }),
      },
      ['plan-stale'],
    ],
    [
      'it names somebody, and nobody can tell who exists',
      {
        ...withPlans([aPlan({ contacts: ['user:default/gone'] })]),
        people: { known: false, stateOf: () => 'missing' as const },
      },
      [],
    ],
  ])('where %s', (_, facts, expected) => {
    expect(codes(facts)).toEqual(expected);
  });

  it('says of a draft that it does not count', () => {
    const [gap] = gapsOf(withPlans([], { isInWork: true }));
    expect(gap).toMatchObject({ code: 'plan-missing', severity: 'critical' });
    expect(gap.action).toMatch(/a draft does not count/);
  });

  it('names the plan that lacks a step', () => {
    const [gap] = gapsOf(withPlans([aPlan({ covers: false })]));
    expect(gap.message).toMatch(/“Checkout” names it and has no recovery step/);
  });

  it('wants a review by approval and cadence, soon before, and still has the plan after', () => {
    const facts = withPlans([aPlan()]);
    const at = (now: string) => codes(facts, now);
    expect(at('2027-01-30T11:59:59.999Z')).toEqual([]);
    expect(at('2027-01-30T12:00:00.000Z')).toEqual(['due-soon']);
    expect(at('2027-03-01T11:59:59.999Z')).toEqual(['due-soon']);
    expect(at('2027-03-01T12:00:00.000Z')).toEqual(['plan-review-overdue']);
    expect(at('2040-01-01T00:00:00.000Z')).toEqual(['plan-review-overdue']);
    const late = assess(facts, undefined, policy, '2040-01-01T00:00:00.000Z');
    expect(late.status).toBe('at-risk');
    expect(late.plans).toHaveLength(1);
  });

  it('counts a confirmed review instead of the approval', () => {
    const facts = withPlans([
      aPlan({ reviewedAt: '2027-02-01T00:00:00.000Z' }),
    ]);
    expect(codes(facts, '2027-12-01T00:00:00.000Z')).toEqual([]);
    expect(codes(facts, '2028-02-01T00:00:00.000Z')).toEqual([
      'plan-review-overdue',
    ]);
  });

  it('says at which moment a review is due next', () => {
    expect(
      assess(withPlans([aPlan()]), undefined, policy, NOW).nextChangeAt,
    ).toBe('2027-01-30T12:00:00.000Z');
  });

  it('tells what changed since approval, with before and after', () => {
    const facts = {
      ...withPlans([aPlan()]),
      portal: someFacts({ portal: { tier: 'gold', rto: 'PT1H' } }).portal,
    };
    const [gap] = gapsOf(facts);
    expect(gap.message).toBe(
      'Its RTO was 4 h when the plan was approved and is 1 h now. The plan “Checkout” may not work as it is written.',
    );
    expect(gap.action).toMatch(/can’t be confirmed/);
  });
});

describe('an API that is used', () => {
  const pay = 'api:default/pay';
  const bank = 'component:default/bank';
  const using = (provider: string | null, inCatalog = true) => ({
    ...base,
    entity: {
      ...base.entity,
      relations: [
        ...base.entity.relations,
        { type: 'consumesApi', targetRef: pay },
      ],
    },
    apis: { [pay]: { providers: provider ? [provider] : [], inCatalog } },
  });
  const approved = aPlan({ watched: watchedNow(using(bank), policy) });

  it.each([
    [
      'provided by another',
      using('component:default/vault'),
      `When the plan was approved, ${pay}, which it uses, was provided by ${bank}; now it is provided by component:default/vault.`,
    ],
    [
      'provided by nobody',
      using(null),
      `When the plan was approved, ${pay}, which it uses, was provided by ${bank}; now it is provided by nobody.`,
    ],
    [
      'declared soft by the name of its provider',
      { ...using(bank), softInPortal: [bank] },
      `When the plan was approved, ${pay}, which it uses, was provided by ${bank}; now it is provided by nobody it depends on.`,
    ],
    [
      'gone from the catalog',
      using(bank, false),
      `Since the plan was approved, ${pay}, which it uses, has left the catalog.`,
    ],
  ])('and %s makes the plan stale', (_, facts, text) => {
    const [gap] = gapsOf({ ...facts, plans: withPlans([approved]).plans });
    expect(gap).toMatchObject({
      code: 'plan-stale',
      params: { confirmable: 1 },
    });
    expect(gap.message).toBe(
      `${text} The plan “Checkout” may not work as it is written.`,
    );
  });

  it('and came into the catalog makes the plan stale', () => {
    const watched = watchedNow(using(bank, false), policy);
    const facts = {
      ...using(bank),
      plans: withPlans([aPlan({ watched })]).plans,
    };
    expect(gapsOf(facts)[0].message).toContain(
      `${pay}, which it uses, has come into the catalog.`,
    );
  });

  it('as before leaves the plan as it is', () => {
    const facts = { ...using(bank), plans: withPlans([approved]).plans };
    expect(codes(facts)).toEqual([]);
  });
});

describe('a tier that requires no plan', () => {
  it('lets a voluntary plan grow old without a gap, and shows how it stands', () => {
    const facts = withPlans([aPlan({ watched: null, covers: false })]);
    const { gaps, plans } = assess(facts, undefined, aPolicyOf({}), NOW);
    expect(gaps).toEqual([]);
    expect(plans).toMatchObject([
      { planId: 'p1', reviewDueAt: null, staleReasons: [{}] },
    ]);
  });
});

describe('the file that holds a plan', () => {
  const source = {
    location: 'docs/plan.md',
    line: 4,
    message: 'kind: Write some kind.',
    since: '2026-05-01T00:00:00.000Z',
  };

  it.each([
    ['invalid', 'plan-source-invalid', 'warning'],
    ['unreadable', 'source-unreadable', 'information'],
  ] as const)('that is %s is a gap', (problem, code, severity) => {
    const [gap] = gapsOf(
      withPlans([aPlan()], { source: { problem, ...source } }),
      NOW,
      defaultPolicy,
    ).filter(({ requirement }) => requirement === 'plan');
    expect(gap).toMatchObject({ code, severity, since: source.since });
    expect(gap.message).toMatch(/docs\/plan\.md .*Write some kind\./);
  });
});

describe('the emergency copy of all plans', () => {
  const asking = {
    ...policy,
    plans: { ...policy.plans, emergencyCopy: 'P90D' },
  };
  const copied = (at: string | null, plan: Partial<PlanInForce> = {}) =>
    withPlans([aPlan(plan)], { copiedAt: at });

  it.each<[string, AssessmentFacts, string[]]>([
    [
      'was made 90 days less a moment ago',
      copied('2026-03-03T00:00:00.001Z'),
      [],
    ],
    [
      'was made 90 days ago',
      copied('2026-03-03T00:00:00.000Z'),
      ['emergency-copy-old'],
    ],
    [
      'was never made, for a plan of 92 days',
      copied(null, { approvedAt: '2026-03-01T00:00:00.000Z' }),
      ['emergency-copy-old'],
    ],
    [
      'was never made, for a plan of 89 days',
      copied(null, { approvedAt: '2026-03-04T00:00:00.000Z' }),
      [],
    ],
    [
      'is old, and the entity is covered through its system',
      copied(null, {
        approvedAt: '2026-03-01T00:00:00.000Z',
        through: 'system:default/shop',
      }),
      [],
    ],
    [
      'is old, and no plan covers the entity',
      copied('2026-01-01T00:00:00.000Z', { covers: false }),
      ['plan-missing'],
    ],
  ])('%s', (_what, facts, expected) => {
    expect(codes(facts, NOW, asking)).toEqual(expected);
  });

  it('is not missed where the policy asks for none, or the tier for no plan', () => {
    const facts = copied('2020-01-01T00:00:00.000Z');
    expect(codes(facts)).toEqual([]);
    const lax = aPolicyOf({}, { plans: asking.plans });
    expect(codes(facts, NOW, lax)).toEqual([]);
  });

  it('grows old by itself, and says so at that moment', () => {
    const facts = copied('2026-04-01T00:00:00.000Z');
    const { nextChangeAt } = assess(facts, undefined, asking, NOW);
    expect(nextChangeAt).toBe('2026-06-30T00:00:00.000Z');
    expect(gapsOf(facts, nextChangeAt!, asking)).toEqual([
      expect.objectContaining({
        code: 'emergency-copy-old',
        severity: 'warning',
        since: nextChangeAt,
        message:
          'The last emergency copy of the plans was made on 1 April 2026, and one is to be made every 90 days: when the portal is away, its plan can’t be read as it is now.',
      }),
    ]);
  });
});

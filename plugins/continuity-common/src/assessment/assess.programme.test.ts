import { defaultPolicy } from '../policy/defaultPolicy';
import type { ContinuityPolicy } from '../policy/policy';
import { assess } from './assess';
import type {
  Assessment,
  AssessmentFacts,
  AssessmentMemory,
} from './assessment';
import { aPolicyOf, someFacts } from './someFacts';

const gap = (result: Assessment, code: string) => {
  const found = result.gaps.find(one => one.code === code);
  if (!found) throw new Error(`No gap ${code}`);
  return found;
};

const empty: AssessmentMemory = { appliesSince: {}, gapSince: {} };
const gold = someFacts({ portal: { tier: 'gold' } });

describe('assess: programme', () => {
  it('gives each requirement of the shipped policy its time from when the entity appeared', () => {
    const facts = someFacts({ portal: { tier: 'tier-1' } });
    const { gaps, status } = assess(
      facts,
      undefined,
      defaultPolicy,
      '2026-01-10T00:00:00Z',
    );
    expect(
      Object.fromEntries(gaps.map(one => [one.requirement, one.dueBy])),
    ).toEqual({
      plan: '2026-04-01T00:00:00.000Z',
      risk: '2026-04-01T00:00:00.000Z',
      bia: '2026-03-02T00:00:00.000Z',
      agreement: '2026-03-02T00:00:00.000Z',
      'test:restore': '2026-04-01T00:00:00.000Z',
      'test:failover': '2026-04-01T00:00:00.000Z',
    });
    expect(gaps.every(one => !one.late)).toBe(true);
    expect(status).toBe('exposed');
  });

  it('turns late at the moment and not before', () => {
    const policy = aPolicyOf({ plan: { every: 'P1Y' } });
    const late = (now: string) =>
      gap(assess(gold, undefined, policy, now), 'plan-missing').late;
    expect(late('2026-03-31T23:59:59.999Z')).toBe(false);
    expect(late('2026-04-01T00:00:00.000Z')).toBe(true);
  });

  it.each<[string, ContinuityPolicy['programme']['defaults']['plan'], string]>([
    [
      'a fixed day ends with that day in the zone',
      { on: '2026-12-31' },
      '2026-12-31T23:00:00.000Z',
    ],
    [
      'a fixed day that has passed leaves the grace',
      { on: '2025-12-31' },
      '2026-01-31T00:00:00.000Z',
    ],
    [
      'a fixed day within the grace leaves the grace',
      { on: '2026-01-15' },
      '2026-01-31T00:00:00.000Z',
    ],
    [
      'a time shorter than the grace leaves the grace',
      { after: 'P1D' },
      '2026-01-31T00:00:00.000Z',
    ],
    [
      'months are months of the calendar',
      { after: 'P2M' },
      '2026-03-01T00:00:00.000Z',
    ],
  ])('%s', (_, plan, dueBy) => {
    const { programme } = defaultPolicy;
    const policy = aPolicyOf(
      { plan: { every: 'P1Y' } },
      {
        timeZone: 'Europe/Berlin',
        programme: { ...programme, defaults: { ...programme.defaults, plan } },
      },
    );
    const result = assess(gold, undefined, policy, '2026-01-02T00:00:00Z');
    expect(gap(result, 'plan-missing').dueBy).toBe(dueBy);
  });

  it.each<[string, ContinuityPolicy['programme'], string]>([
    [
      'as others do for their plans',
      defaultPolicy.programme,
      '2026-04-01T00:00:00.000Z',
    ],
    [
      'no longer than any tier that needs one',
      {
        ...defaultPolicy.programme,
        tiers: { 'tier-2': { plan: { after: 'P45D' } } },
      },
      '2026-02-15T00:00:00.000Z',
    ],
    [
      'the grace at least',
      {
        ...defaultPolicy.programme,
        defaults: {
          ...defaultPolicy.programme.defaults,
          plan: { on: '2025-12-31' },
        },
      },
      '2026-01-31T00:00:00.000Z',
    ],
  ])('leaves %s for a dependency to get its plan', (_, programme, dueBy) => {
    const facts = someFacts({
      portal: { tier: 'tier-3' },
      dependencies: {
        unprotected: { total: 1, refs: ['resource:default/db'] },
      },
    });
    const policy = { ...defaultPolicy, programme };
    const now = '2026-01-02T00:00:00Z';
    const { dueBy: found, late } = gap(
      assess(facts, undefined, policy, now),
      'dependency-unprotected',
    );
    expect({ found, late }).toEqual({ found: dueBy, late: false });
  });

  it('lets a tier have a programme of its own', () => {
    const policy = aPolicyOf(
      { plan: { every: 'P1Y' }, risk: { every: 'P1Y' } },
      {
        programme: {
          ...defaultPolicy.programme,
          tiers: { gold: { plan: { after: 'P45D' } } },
        },
      },
    );
    const result = assess(gold, undefined, policy, '2026-01-02T00:00:00Z');
    expect(gap(result, 'plan-missing').dueBy).toBe('2026-02-15T00:00:00.000Z');
    expect(gap(result, 'risk-missing').dueBy).toBe('2026-04-01T00:00:00.000Z');
  });

  it('starts the time of a known entity when its tier is set, not when it appeared', () => {
    const before = assess(
      someFacts(),
      undefined,
      defaultPolicy,
      '2026-01-01T00:00:00Z',
    );
    expect(before.memory).toEqual(empty);
    const after = assess(
      someFacts({ portal: { tier: 'tier-3' } }),
      before.memory,
      defaultPolicy,
      '2026-06-01T00:00:00Z',
    );
    expect(after.memory.appliesSince.plan).toBe('2026-06-01T00:00:00.000Z');
    expect(gap(after, 'plan-missing').dueBy).toBe('2026-08-30T00:00:00.000Z');
  });

  it('keeps the time over a change of tier that requires the same, and gives what is new its own', () => {
    const first = assess(
      someFacts({ portal: { tier: 'tier-3' } }),
      undefined,
      defaultPolicy,
      '2026-01-01T00:00:00Z',
    );
    const second = assess(
      someFacts({ portal: { tier: 'tier-1' } }),
      first.memory,
      defaultPolicy,
      '2026-03-01T00:00:00Z',
    );
    expect(second.memory.appliesSince).toEqual({
      plan: '2026-01-01T00:00:00.000Z',
      bia: '2026-01-01T00:00:00.000Z',
      risk: '2026-01-01T00:00:00.000Z',
      agreement: '2026-03-01T00:00:00.000Z',
      'test:failover': '2026-03-01T00:00:00.000Z',
      'test:restore': '2026-03-01T00:00:00.000Z',
    });
  });

  it('forgets the time when the requirement goes', () => {
    const memory = {
      appliesSince: { plan: '2020-01-01T00:00:00.000Z' },
      gapSince: { 'plan-missing|plan': '2020-01-01T00:00:00.000Z' },
    };
    const { memory: after } = assess(
      someFacts({ portal: { tier: 'tier-4' } }),
      memory,
      defaultPolicy,
      '2026-01-01T00:00:00Z',
    );
    expect(after).toEqual(empty);
  });

  it('gives P30D from its beginning to what has no other date, and keeps the beginning', () => {
    const facts = someFacts({
      portal: { tier: 'gold' },
      entity: { annotations: { 'continuity/rto': '4-6 h' } },
    });
    const policy = aPolicyOf({});
    const first = assess(facts, empty, policy, '2026-05-01T12:00:00Z');
    expect(first.gaps).toMatchObject([
      {
        since: '2026-05-01T12:00:00.000Z',
        dueBy: '2026-05-31T12:00:00.000Z',
        late: false,
      },
    ]);
    expect(first.nextChangeAt).toBe('2026-05-31T12:00:00.000Z');
    const second = assess(facts, first.memory, policy, first.nextChangeAt!);
    expect(second.gaps).toMatchObject([
      { since: '2026-05-01T12:00:00.000Z', late: true },
    ]);
    expect(second.nextChangeAt).toBeNull();
  });

  it('begins anew with a gap that was mended and came back', () => {
    const policy = aPolicyOf({});
    const facts = (rto: string) =>
      someFacts({
        portal: { tier: 'gold' },
        entity: { annotations: { 'continuity/rto': rto } },
      });
    const at = (
      rto: string,
      memory: AssessmentMemory,
      now: string,
    ): Assessment => assess(facts(rto), memory, policy, now);
    const first = at('soon', empty, '2026-05-01T00:00:00Z');
    const mended = at('4h', first.memory, '2026-05-02T00:00:00Z');
    const again = at('soon', mended.memory, '2026-05-03T00:00:00Z');
    expect(again.gaps[0].since).toBe('2026-05-03T00:00:00.000Z');
  });

  it('lets information never be late', () => {
    const facts: AssessmentFacts = {
      ...someFacts(),
      people: { known: true, stateOf: () => 'missing' },
    };
    const result = assess(
      facts,
      undefined,
      defaultPolicy,
      '2036-01-01T00:00:00Z',
    );
    expect(result.gaps).toMatchObject([
      { code: 'owner-unresolved', severity: 'information', late: false },
    ]);
    expect(result.nextChangeAt).toBeNull();
  });

  it('makes a test of the most critical tier critical P90D after it was due', () => {
    const requires = {
      tests: [{ depth: 'failover' as const, every: 'P1Y' }],
    };
    const policy = aPolicyOf(requires);
    const statusAt = (now: string) => {
      const { status, gaps } = assess(gold, undefined, policy, now);
      return [status, ...gaps.map(one => one.code)];
    };
    expect(statusAt('2026-06-29T23:59:59Z')).toEqual(['at-risk', 'test-never']);
    expect(statusAt('2026-06-30T00:00:00Z')).toEqual([
      'exposed',
      'test-long-overdue',
    ]);
    const second: ContinuityPolicy = {
      ...policy,
      tiers: [{ ...policy.tiers[0], id: 'platinum' }, ...policy.tiers],
    };
    expect(
      assess(gold, undefined, second, '2030-01-01T00:00:00Z').gaps,
    ).toMatchObject([{ code: 'test-never', late: true }]);
  });

  it('lets nothing begin in the future when the clock was set back or the memory is damaged', () => {
    const policy = aPolicyOf({ plan: { every: 'P1Y' } });
    const memory = {
      appliesSince: { plan: '2030-01-01T00:00:00Z' },
      gapSince: { 'plan-missing|plan': 'yesterday' },
    };
    const result = assess(gold, memory, policy, '2026-05-01T00:00:00Z');
    expect(result.memory).toEqual({
      appliesSince: { plan: '2026-05-01T00:00:00.000Z' },
      gapSince: { 'plan-missing|plan': '2026-05-01T00:00:00.000Z' },
    });
    const unborn = { ...gold, appearedAt: '2030-01-01T00:00:00Z' };
    expect(
      assess(unborn, undefined, policy, '2026-05-01T00:00:00Z').memory
        .appliesSince.plan,
    ).toBe('2026-05-01T00:00:00.000Z');
  });

  it('gives equal memories equal JSON, whatever order they came in', () => {
    const facts = someFacts({ portal: { tier: 'tier-1' } });
    const { memory } = assess(
      facts,
      undefined,
      defaultPolicy,
      '2026-01-10T00:00:00Z',
    );
    const shuffled = {
      appliesSince: Object.fromEntries(
        Object.entries(memory.appliesSince).reverse(),
      ),
      gapSince: Object.fromEntries(Object.entries(memory.gapSince).reverse()),
    };
    const again = assess(
      facts,
      shuffled,
      defaultPolicy,
      '2026-01-11T00:00:00Z',
    );
    expect(JSON.stringify(again.memory)).toBe(JSON.stringify(memory));
  });
});

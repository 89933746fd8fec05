import { assess } from '../assessment/assess';
import { aPolicyOf, someFacts } from '../assessment/someFacts';
import type { ContinuityPolicy } from '../policy/policy';
import { compareUnderPolicies } from './compareUnderPolicies';
import { summariseDryRun } from './summariseDryRun';

const NOW = '2026-06-01T00:00:00.000Z';
const nothing = aPolicyOf({});
const withPlan = aPolicyOf({ plan: { every: 'P1Y' } });
const silver: ContinuityPolicy = {
  ...withPlan,
  tiers: [{ ...withPlan.tiers[0], id: 'silver', title: 'Silver' }],
};
const librariesOnly: ContinuityPolicy = {
  ...nothing,
  scope: { 'spec.type': 'library' },
};

function compare(
  before: ContinuityPolicy,
  after: ContinuityPolicy,
  facts = someFacts({ portal: { tier: 'gold' } }),
) {
  return compareUnderPolicies(
    assess(facts, undefined, before, NOW),
    assess(facts, undefined, after, NOW),
  );
}

describe('what another policy makes of an entity', () => {
  it.each([
    ['nothing where both say the same', nothing, nothing, null],
    ['worse where it demands more', nothing, withPlan, 'worse'],
    ['better where it demands less', withPlan, nothing, 'better'],
    ['entering', librariesOnly, withPlan, 'enters'],
    ['leaving, not better', withPlan, librariesOnly, 'leaves'],
    ['nothing where it is out of scope in both', librariesOnly, librariesOnly, null],
    [
      'worse where its tier is gone, so that nobody knows',
      nothing,
      silver,
      'worse',
    ],
    [
      'another status that is as bad',
      { ...withPlan, severities: { 'plan-missing': 'warning' } },
      silver,
      'other',
    ],
    [
      'other gaps with the same status',
      withPlan,
      aPolicyOf({ plan: { every: 'P1Y' }, bia: { every: 'P1Y' } }),
      'gaps',
    ],
  ] satisfies Array<[string, ContinuityPolicy, ContinuityPolicy, string | null]>)(
    'is %s',
    (_name, before, after, change) => {
      expect(compare(before, after).change).toBe(change);
    },
  );

  it('names the gaps that come and go, and one that counts more than before as both', () => {
    const milder: ContinuityPolicy = {
      ...withPlan,
      severities: { 'plan-missing': 'warning' },
    };
    expect(compare(nothing, withPlan)).toMatchObject({
      gained: [{ code: 'plan-missing', severity: 'critical' }],
      lost: [],
    });
    expect(compare(milder, withPlan)).toMatchObject({
      change: 'worse',
      gained: [{ code: 'plan-missing', severity: 'critical' }],
      lost: [{ code: 'plan-missing', severity: 'warning' }],
    });
  });

  it('leaves informations aside', () => {
    const told: ContinuityPolicy = {
      ...withPlan,
      severities: { 'plan-missing': 'information' },
    };
    expect(compare(nothing, told)).toMatchObject({ gained: [], lost: [] });
  });

  it('sees a gap that turns late by another programme', () => {
    const soon: ContinuityPolicy = {
      ...withPlan,
      programme: {
        ...withPlan.programme,
        defaults: { ...withPlan.programme.defaults, plan: { on: '2026-05-01' } },
        newEntityGrace: 'P1D',
      },
    };
    const later: ContinuityPolicy = {
      ...soon,
      programme: {
        ...soon.programme,
        defaults: { ...soon.programme.defaults, plan: { on: '2026-12-01' } },
      },
    };
    expect(compare(later, soon)).toMatchObject({
      change: 'gaps',
      before: { late: false },
      after: { late: true },
    });
  });
});

describe('the counts of a dry run', () => {
  const policies = { now: nothing, then: withPlan };
  const some = (times: number, before: ContinuityPolicy, after: ContinuityPolicy) =>
    Array.from({ length: times }, () => compare(before, after));

  it('are a table of status now and then, with what is in neither scope left out', () => {
    const summary = summariseDryRun(
      [
        ...some(3, nothing, withPlan),
        ...some(2, nothing, nothing),
        ...some(4, librariesOnly, librariesOnly),
        ...some(1, librariesOnly, withPlan),
      ],
      policies,
    );
    expect(summary).toMatchObject({
      examined: 10,
      services: 6,
      changes: { worse: 3, enters: 1 },
      moves: [
        { tier: 'gold', from: 'not-required', to: 'exposed', count: 3 },
        { tier: 'gold', from: 'not-required', to: 'not-required', count: 2 },
        { tier: 'gold', from: 'out-of-scope', to: 'exposed', count: 1 },
      ],
      tiers: [{ id: 'gold', in: 'both', servicesNow: 5, servicesThen: 6 }],
      gaps: [{ code: 'plan-missing', now: 0, then: 4 }],
      sections: ['tiers'],
    });
    const shown = summary.moves.reduce((sum, { count }) => sum + count, 0);
    expect(shown).toBe(summary.services);
  });

  it('tell tiers that come and go, and where their services are then', () => {
    const summary = summariseDryRun(some(2, nothing, silver), {
      now: nothing,
      then: silver,
    });
    expect(summary.tiers).toEqual([
      { id: 'silver', title: 'Silver', in: 'then', servicesNow: 0, servicesThen: 0 },
      { id: 'gold', title: 'Gold', in: 'now', servicesNow: 2, servicesThen: 0 },
    ]);
    expect(summary.tierMoves).toEqual([{ from: 'gold', to: null, count: 2 }]);
    expect(summary.moves).toEqual([
      { tier: 'gold', from: 'not-required', to: 'unassessed', count: 2 },
    ]);
  });

  it('say nothing of a policy that says the same', () => {
    expect(
      summariseDryRun(some(2, nothing, nothing), { now: nothing, then: nothing }),
    ).toMatchObject({ changes: {}, sections: [], tierMoves: [] });
  });
});

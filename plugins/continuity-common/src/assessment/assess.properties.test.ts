import fc from 'fast-check';
import { testDepths } from '../policy/policy';
import { defaultPolicy } from '../policy/defaultPolicy';
import type { ContinuityPolicy } from '../policy/policy';
import type { Agreement } from '../profile/agreement';
import { aTestResult } from '../testing/aTestResult';
import { requirementStandingSchema } from '../testing/standing/requirementStanding';
import { someTests } from '../testing/__testUtils__/someTests';
import { aBia, aRiskAssessment } from '../plan/analysis/aBia';
import type { Bia } from '../plan/analysis/bia';
import type { AnalysisFacts } from '../plan/analysis/effectiveAnalysis';
import type { ExemptionFacts } from '../exemption/exemptionFacts';
import type { PlanFacts, PlanInForce } from '../plan/planFacts';
import { anAgreement } from '../profile/anAgreement';
import { anEntity } from '../profile/anEntity';
import { aPortalProfile } from '../profile/aPortalProfile';
import { assess } from './assess';
import type { Assessment, AssessmentFacts } from './assessment';
import { gapSchema } from './gap';

const START = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;

const instant = fc
  .integer({ min: 0, max: 4 * 365 * DAY })
  .map(offset => new Date(START + offset).toISOString());

const tierText = fc.constantFrom('tier-1', 'tier-2', 'tier-3', 'tier-4', 'TBD');
const timeText = fc.constantFrom('0', '4h', 'P3D', '4-6 h', 'none', '', 'PT1H');

const someOf = <T>(entries: Record<string, fc.Arbitrary<T>>) =>
  fc.record(entries, { requiredKeys: [] });

const annotations = someOf<string>({
  'continuity/tier': tierText,
  'continuity/rto': timeText,
  'continuity/rpo': timeText,
  'continuity/mtpd': timeText,
  'continuity/wrt': timeText,
  'continuity/recovery-owner': fc.constantFrom('a', 'component:x', 'user:b'),
  'x/tier': fc.constantFrom('4', 'gold'),
});

const portal = fc.option(
  someOf({
    tier: fc.constantFrom('tier-1', 'tier-2', 'tier-4', 'gone'),
    rto: fc.constantFrom('PT0S', 'PT4H', 'P3D'),
    rpo: fc.constantFrom('PT0S', 'PT1H', 'none'),
  }),
  { nil: undefined },
);

const agreement: fc.Arbitrary<Agreement> = fc
  .record({
    day: fc.integer({ min: -400, max: 1200 }),
    // most often in force and about as old as its cadence, where time does most
    state: fc.constantFrom<Agreement['state']>(
      'in-force',
      'in-force',
      'in-force',
      'awaiting-second-person',
      'superseded',
    ),
    tier: fc.constantFrom('tier-1', 'tier-2', 'tier-3'),
    rpo: fc.constantFrom('PT0S', 'PT1H', 'none'),
  })
  .map(({ day, state, tier, rpo }) =>
    anAgreement({
      agreedOn: new Date(START + day * DAY).toISOString().slice(0, 10),
      state,
      values: { tier, rpo },
    }),
  );

const analysis = fc.record({
  day: fc.integer({ min: -400, max: 1200 }),
  state: fc.constantFrom<Bia['state']>(
    'agreed',
    'agreed',
    'draft',
    'awaiting-second-person',
    'superseded',
  ),
  rated: fc.constantFrom('nmscc', 'nsccc', 'nnnnm', '-----', 'ccccc'),
  rpo: fc.constantFrom('PT0S', 'PT1H', 'P1D', 'none', null),
});

const dayOf = (day: number) =>
  new Date(START + day * DAY).toISOString().slice(0, 10);

const analyses: fc.Arbitrary<AnalysisFacts | undefined> = fc.option(
  fc
    .record({
      bia: fc.array(analysis, { maxLength: 2 }),
      risk: fc.array(analysis, { maxLength: 1 }),
    })
    .map(({ bia, risk }) => ({
      bia: bia.map(({ day, state, rated, rpo }) =>
        aBia({
          state,
          assessedOn: dayOf(day),
          rated: { financial: rated },
          rpo,
        }),
      ),
      risk: risk.map(({ day, state }) =>
        aRiskAssessment({ state, assessedOn: dayOf(day) }),
      ),
    })),
  { nil: undefined },
);

const planInForce: fc.Arbitrary<PlanInForce> = fc.record({
  planId: fc.constantFrom('p1', 'p2'),
  title: fc.constant('Checkout'),
  kind: fc.constantFrom('service-recovery' as const, 'personnel' as const),
  version: fc.constant(1),
  approvedAt: instant,
  reviewedAt: fc.option(instant),
  covers: fc.boolean(),
  through: fc.constant(null),
  watched: fc.constantFrom(null, {
    dependencies: ['resource:default/db'],
    owner: 'group:default/a',
    recoveryOwner: 'group:default/a',
    rto: 'PT4H',
    rpo: 'none',
    mtpd: null,
    bia: null,
  }),
  contacts: fc.subarray(['user:default/x']),
  isPrimary: fc.boolean(),
});

const plans: fc.Arbitrary<PlanFacts | undefined> = fc.option(
  fc.record({
    inForce: fc.uniqueArray(planInForce, {
      selector: plan => plan.planId,
      maxLength: 2,
    }),
    isInWork: fc.boolean(),
    source: fc.option(
      fc.record({
        problem: fc.constantFrom('invalid' as const, 'unreadable' as const),
        location: fc.constant('docs/plan.md'),
        line: fc.option(fc.constant(3)),
        message: fc.constant('No front matter'),
        since: instant,
      }),
    ),
  }),
  { nil: undefined },
);

const exemptions: fc.Arbitrary<ExemptionFacts[] | undefined> = fc.option(
  fc
    .uniqueArray(
      fc.record({
        id: fc.constantFrom('e1', 'e2', 'e3'),
        requirement: fc.constantFrom('all', 'plan', 'test', 'test:restore'),
        startsAt: instant,
        endsAt: instant,
      }),
      { selector: each => each.id, maxLength: 3 },
    )
    .map(some => some.map(each => ({ ...each, reason: 'moving' }))),
  { nil: undefined },
);

const facts: fc.Arbitrary<AssessmentFacts> = fc
  .record({
    exemptions,
    plans,
    tests: someTests,
    analyses,
    systemAnalyses: analyses,
    own: annotations,
    above: annotations,
    portal,
    tags: fc.subarray(['t1', 't2', 'java']),
    type: fc.constantFrom('service', 'service', 'service', 'library'),
    ownedBy: fc.constantFrom<string[]>([], ['group:default/a']),
    agreements: fc.array(agreement, { minLength: 1, maxLength: 2 }),
    systemAgreements: fc.array(agreement, { maxLength: 1 }),
    hasSystem: fc.boolean(),
    appearedAt: instant,
    state: fc.constantFrom('ok' as const, 'missing' as const),
    known: fc.boolean(),
  })
  .map(said => ({
    entity: anEntity({
      annotations: said.own as Record<string, string>,
      tags: said.tags,
      spec: { type: said.type },
      ownedBy: said.ownedBy,
    }),
    portal: said.portal && aPortalProfile(said.portal),
    appearedAt: said.appearedAt,
    plans: said.plans,
    tests: said.tests,
    exemptions: said.exemptions,
    analyses: said.analyses,
    agreements: said.agreements,
    people: { known: said.known, stateOf: () => said.state },
    system: said.hasSystem
      ? {
          entity: anEntity({
            ref: 'system:default/shop',
            annotations: said.above as Record<string, string>,
          }),
          analyses: said.systemAnalyses,
          agreements: said.systemAgreements,
        }
      : undefined,
  }));

const policies: ContinuityPolicy[] = [
  defaultPolicy,
  {
    ...defaultPolicy,
    timeZone: 'Europe/Berlin',
    dueSoon: 'P2M',
    severities: {
      'plan-missing': 'information',
      'due-soon': 'warning',
      'metadata-invalid': 'critical',
      'agreement-missing': 'information',
    },
    programme: {
      ...defaultPolicy.programme,
      defaults: {
        ...defaultPolicy.programme.defaults,
        plan: { on: '2027-03-28' },
        firstTest: { after: 'P1M' },
      },
    },
    mappings: [
      {
        field: 'tier',
        from: { tag: '*' },
        values: { t1: 'tier-1', t2: 'tier-2' },
        authoritative: false,
      },
      {
        field: 'tier',
        from: { annotation: 'x/tier' },
        values: { '4': 'tier-4' },
        authoritative: true,
      },
    ],
  },
];

const situation = fc.record({
  facts,
  policy: fc.constantFrom(...policies),
  now: instant,
});

/** The assessment of an entity that has a past: seen for the first time, and again with other facts later. */
const withPast = fc
  .record({ now: situation, before: facts, sooner: instant })
  .map(({ now, before, sooner }) => {
    const { policy } = now;
    const { memory } = assess(before, undefined, policy, sooner);
    return { ...now, result: assess(now.facts, memory, policy, now.now) };
  });

const withoutMemory = ({ memory: _, ...answer }: Assessment) => answer;
const runs = { numRuns: 500 };

describe('assess, for all facts', () => {
  it('gives the same again from its own memory', () => {
    fc.assert(
      fc.property(withPast, ({ facts: known, policy, now, result }) => {
        expect(assess(known, result.memory, policy, now)).toEqual(result);
      }),
      runs,
    );
  });

  it('answers the same at every moment before the next change, and something else then', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        withPast,
        share,
        ({ facts: known, policy, now, result }, part) => {
          const from = Date.parse(now);
          const next = result.nextChangeAt;
          const until =
            next === null ? from + 20 * 365 * DAY : Date.parse(next);
          expect(until).toBeGreaterThan(from);
          const between = from + Math.floor((until - from - 1) * part);
          const at = (time: number) =>
            assess(known, result.memory, policy, new Date(time).toISOString());
          expect(at(between)).toEqual(result);
          expect(at(until - 1)).toEqual(result);
          if (next === null) return;
          const later = withoutMemory(at(until));
          const { nextChangeAt: _, ...then } = later;
          const { nextChangeAt: __, ...before } = withoutMemory(result);
          expect(then).not.toEqual(before);
        },
      ),
      runs,
    );
  });

  it('comes step by step to where it would come at once', () => {
    fc.assert(
      fc.property(situation, instant, (one, other) => {
        const [first, last] = [one.now, other].sort();
        const start = assess(one.facts, undefined, one.policy, first);
        let current = start;
        for (let steps = 0; steps < 50; steps++) {
          const { nextChangeAt, memory } = current;
          if (nextChangeAt === null || nextChangeAt > last) break;
          current = assess(one.facts, memory, one.policy, nextChangeAt);
        }
        const atOnce = assess(one.facts, start.memory, one.policy, last);
        expect(current).toEqual(atOnce);
      }),
      runs,
    );
  });

  it('is met or not required only without critical gaps and warnings, and never without a tier', () => {
    fc.assert(
      fc.property(withPast, ({ result }) => {
        const severities = result.gaps.map(gap => gap.severity);
        const isGood = ['met', 'not-required'].includes(result.status);
        const isClean = !severities.some(one => one !== 'information');
        expect(isGood && !isClean).toBe(false);
        expect(isGood && result.profile.tier.value === null).toBe(false);
        const isExposed = result.status === 'exposed';
        expect(isExposed && !severities.includes('critical')).toBe(false);
      }),
      runs,
    );
  });

  it('is counted by every share as if there were no exemption', () => {
    const countsAs = (status: string) => ({
      met: status === 'met',
      counted: !['not-required', 'out-of-scope'].includes(status),
    });
    fc.assert(
      fc.property(situation, ({ facts: known, policy, now }) => {
        const { exemptions: _, ...bare } = known;
        const exempted = assess(known, undefined, policy, now);
        const plain = assess(bare, undefined, policy, now);
        expect(exempted.underlyingStatus).toBe(plain.status);
        expect(countsAs(exempted.status)).toEqual(countsAs(plain.status));
        expect(exempted.gaps.map(({ exemption, ...gap }) => gap)).toEqual(
          plain.gaps,
        );
        expect(exempted.memory).toEqual(plain.memory);
      }),
      runs,
    );
  });

  it('gives gaps of the contract, each once, late by their due date, with words in whole sentences', () => {
    fc.assert(
      fc.property(withPast, ({ now, result }) => {
        const ids = result.gaps.map(gap => `${gap.code}|${gap.requirement}`);
        expect(new Set(ids).size).toBe(ids.length);
        expect(Object.keys(result.memory.gapSince)).toEqual([...ids].sort());
        for (const gap of result.gaps) {
          expect(gapSchema.parse(gap)).toEqual(gap);
          expect(gap.late).toBe(
            gap.severity !== 'information' && gap.dueBy <= now,
          );
          expect(gap.since <= now).toBe(true);
          for (const text of [gap.message, gap.action]) {
            expect(text).toMatch(/^\S.*\.$/s);
            expect(text).not.toMatch(/undefined|NaN|\[object|!| {2}/);
          }
        }
      }),
      runs,
    );
  });

  it('says of each required test how it stands, in agreement with its gaps', () => {
    fc.assert(
      fc.property(withPast, ({ result }) => {
        for (const one of result.tests.requirements) {
          const told = result.gaps
            .filter(({ requirement }) => requirement === one.requirement)
            .map(({ code }) => code);
          expect(told.includes('test-failed')).toBe(one.state === 'failed');
          expect(told.includes('due-soon')).toBe(one.state === 'due-soon');
          expect(told.includes('retest-needed')).toBe(
            one.state === 'retest-needed',
          );
          const isGood = one.state === 'proven' || one.state === 'due-soon';
          expect(isGood && one.result === null).toBe(false);
          expect(isGood && one.late).toBe(false);
          expect(one.due === null).toBe(one.state === 'not-required');
        }
        expect(
          requirementStandingSchema.array().parse(result.tests.requirements),
        ).toEqual(result.tests.requirements);
      }),
      runs,
    );
  });

  it('never says that more is proven when a failure comes on top', () => {
    const better = (one: Assessment) =>
      one.tests.requirements
        .filter(({ state }) => state === 'proven' || state === 'due-soon')
        .map(({ requirement }) => requirement);
    fc.assert(
      fc.property(situation, fc.constantFrom(...testDepths), (said, depth) => {
        const before = assess(said.facts, undefined, said.policy, said.now);
        const tests = said.facts.tests ?? {
          results: [],
          planned: [],
          findings: [],
          stepsInForce: [],
        };
        const failed = aTestResult(depth, said.now, { outcome: 'failed' });
        const after = assess(
          {
            ...said.facts,
            tests: { ...tests, results: [...tests.results, failed] },
          },
          undefined,
          said.policy,
          said.now,
        );
        for (const requirement of better(after)) {
          expect(better(before)).toContain(requirement);
        }
      }),
      runs,
    );
  });
});

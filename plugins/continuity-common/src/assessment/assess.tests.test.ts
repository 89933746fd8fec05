import type { TestRequirement } from '../policy/policy';
import { defaultPolicy } from '../policy/defaultPolicy';
import { defaultTestingConfig } from '../policy/defaultTestingConfig';
import type { TestingPolicy } from '../policy/testingPolicy';
import type { PlanFacts, PlanInForce } from '../plan/planFacts';
import type { ProfileValues } from '../profile/profileValues';
import { aPlannedTest, aTestResult } from '../testing/aTestResult';
import type { RequirementState } from '../testing/requirementStanding';
import type { ResultFacts, TestFacts } from '../testing/testFacts';
import { assess } from './assess';
import type { Assessment } from './assessment';
import { aPolicyOf, someFacts } from './someFacts';

const NOW = '2026-06-15T12:00:00.000Z';

interface Situation {
  requires?: TestRequirement[];
  results?: ResultFacts[];
  tests?: Partial<TestFacts>;
  portal?: ProfileValues;
  /** Steps in force of the plan `p1`; null: no plan. */
  steps?: string | null;
  plan?: boolean;
  testing?: Partial<TestingPolicy>;
  now?: string;
}

const plan: PlanInForce = {
  planId: 'p1',
  title: 'Recovery',
  kind: 'service-recovery',
  version: 1,
  approvedAt: '2026-01-01T00:00:00.000Z',
  reviewedAt: null,
  covers: true,
  through: null,
  watched: null,
  contacts: [],
  isPrimary: false,
};

const failover: TestRequirement = { depth: 'failover', every: 'P1Y' };
const restore: TestRequirement = { depth: 'restore', every: 'P3M' };
const simulation: TestRequirement = { depth: 'simulation', every: 'P1Y' };
const tabletop: TestRequirement = { depth: 'tabletop', every: 'P1Y' };

function assessed(said: Situation): Assessment {
  const { steps = 'steps-1', now = NOW } = said;
  const plans: PlanFacts | undefined =
    steps === null
      ? undefined
      : { inForce: [plan], isInWork: false, source: null };
  const policy = aPolicyOf(
    {
      tests: said.requires ?? [failover],
      ...(said.plan !== false && { plan: { every: 'P5Y' } }),
    },
    { testing: { ...defaultTestingConfig, ...said.testing } },
  );
  // a second tier, so that the tier in question is not the most critical one
  policy.tiers.unshift({ ...defaultPolicy.tiers[0], id: 'diamond' });
  return assess(
    someFacts({
      portal: { tier: 'gold', ...said.portal },
      appearedAt: '2025-01-01T00:00:00.000Z',
      plans,
      tests: {
        results: said.results ?? [],
        planned: [],
        findings: [],
        stepsInForce: steps === null ? [] : [{ planId: 'p1', steps }],
        ...said.tests,
      },
    }),
    undefined,
    policy,
    now,
  );
}

const standing = (said: Situation) =>
  assessed(said).tests.requirements[0] ?? { state: 'not-required', due: null };

const codes = (said: Situation) =>
  assessed(said)
    .gaps.filter(gap => /^(test|finding):/.test(gap.requirement))
    .map(gap => `${gap.code} ${gap.requirement.split(':')[1]}`)
    .sort();

const pass = aTestResult('failover', '2026-03-01');
const failed = (day: string, said = {}) =>
  aTestResult('failover', day, { outcome: 'failed', ...said });

describe('the state of a test requirement', () => {
  it.each<[string, RequirementState, Situation]>([
    ['nothing was tested', 'never-tested', {}],
    ['it was passed this year', 'proven', { results: [pass] }],
    [
      'it was passed with deficiencies',
      'proven',
      {
        results: [
          aTestResult('failover', '2026-03-01', {
            outcome: 'passed-with-deficiencies',
          }),
        ],
      },
    ],
    [
      'the pass is nearly a year old',
      'due-soon',
      { results: [aTestResult('failover', '2025-07-01')] },
    ],
    [
      'the pass is more than a year old',
      'overdue',
      { results: [aTestResult('failover', '2025-06-01')] },
    ],
    ['it failed', 'failed', { results: [failed('2026-03-01')] }],
    [
      'it failed after a pass',
      'failed',
      { results: [pass, failed('2026-04-01')] },
    ],
    [
      'it was passed after a failure',
      'proven',
      { results: [failed('2026-02-01'), pass] },
    ],
    [
      'a shallower test was passed after the failure',
      'failed',
      {
        results: [failed('2026-02-01'), aTestResult('tabletop', '2026-03-01')],
      },
    ],
    [
      'a deeper test was passed',
      'proven',
      { requires: [simulation], results: [pass] },
    ],
    [
      'a deeper test was passed after a failure',
      'proven',
      {
        requires: [simulation],
        results: [
          aTestResult('simulation', '2026-02-01', { outcome: 'failed' }),
          pass,
        ],
      },
    ],
    [
      'a deeper voluntary test failed, and the required one was passed',
      'proven',
      {
        requires: [simulation],
        results: [
          aTestResult('simulation', '2026-02-01'),
          failed('2026-03-01'),
        ],
      },
    ],
    [
      'a tabletop is required and only a failover was held, which failed',
      'never-tested',
      { requires: [tabletop], results: [failed('2026-03-01')] },
    ],
    [
      'a tabletop was passed after a failed failover, and a tabletop is required',
      'proven',
      {
        requires: [tabletop],
        results: [failed('2026-02-01'), aTestResult('tabletop', '2026-03-01')],
      },
    ],
    [
      'only shallower tests were held',
      'too-shallow',
      { results: [aTestResult('tabletop', '2026-03-01')] },
    ],
    [
      'only a restore was held, which stands beside the ladder',
      'never-tested',
      { results: [aTestResult('restore', '2026-03-01')] },
    ],
    [
      'only inconclusive tests were held',
      'inconclusive',
      {
        results: [
          aTestResult('failover', '2026-03-01', { outcome: 'inconclusive' }),
        ],
      },
    ],
    [
      'an inconclusive test came after a pass in date',
      'proven',
      {
        results: [
          pass,
          aTestResult('failover', '2026-04-01', { outcome: 'inconclusive' }),
        ],
      },
    ],
    [
      'an inconclusive test came after a failure',
      'failed',
      {
        results: [
          failed('2026-02-01'),
          aTestResult('failover', '2026-03-01', { outcome: 'inconclusive' }),
        ],
      },
    ],
    [
      'an inconclusive deep test and a passed shallow one were held',
      'inconclusive',
      {
        results: [
          aTestResult('failover', '2026-03-01', { outcome: 'inconclusive' }),
          aTestResult('tabletop', '2026-03-02'),
        ],
      },
    ],
    [
      'the recorded pass contradicts its own numbers',
      'failed',
      {
        results: [
          aTestResult('failover', '2026-03-01', { rtaSeconds: 5 * 3600 }),
        ],
      },
    ],
    [
      'the recorded pass has no recovery time',
      'inconclusive',
      {
        results: [aTestResult('failover', '2026-03-01', { rtaSeconds: null })],
      },
    ],

    // targets
    [
      'the RTO was tightened after the pass',
      'retest-needed',
      { results: [pass], portal: { rto: 'PT1H' } },
    ],
    [
      'the RPO was tightened after the pass',
      'retest-needed',
      { results: [pass], portal: { rpo: 'PT0S' } },
    ],
    [
      'the RTO was tightened, and the pass was faster even so',
      'proven',
      { results: [pass], portal: { rto: 'PT2H' } },
    ],
    [
      'the RTO was loosened after a failure',
      'failed',
      { results: [failed('2026-03-01')], portal: { rto: 'P1D' } },
    ],
    [
      'it held no data then and holds data now',
      'retest-needed',
      {
        results: [
          aTestResult('failover', '2026-03-01', {
            rpaSeconds: null,
            targets: { rpo: 'none' },
          }),
        ],
      },
    ],
    [
      'it held data then and holds none now',
      'proven',
      { results: [pass], portal: { rpo: 'none' } },
    ],
    [
      'more of its service is demanded now than was delivered',
      'retest-needed',
      {
        results: [
          aTestResult('failover', '2026-03-01', { deliveredPercent: 60 }),
        ],
        portal: { mbco: { text: 'Orders', percent: 80 } },
      },
    ],
    [
      'a later pass misses a target that an earlier one would meet',
      'retest-needed',
      {
        results: [
          aTestResult('failover', '2026-02-01', { rtaSeconds: 1800 }),
          aTestResult('failover', '2026-03-01'),
        ],
        portal: { rto: 'PT1H' },
      },
    ],
    [
      'an earlier pass misses a target that a later one meets',
      'proven',
      {
        results: [
          aTestResult('failover', '2026-02-01'),
          aTestResult('failover', '2026-03-01', { rtaSeconds: 1800 }),
        ],
        portal: { rto: 'PT1H' },
      },
    ],
    [
      'a tightened target says nothing against a tabletop',
      'proven',
      {
        requires: [tabletop],
        results: [aTestResult('tabletop', '2026-03-01')],
        portal: { rto: 'PT0S' },
      },
    ],

    // plan steps and changes
    [
      'the steps were rewritten after the pass',
      'retest-needed',
      { results: [pass], steps: 'steps-2' },
    ],
    [
      'a draft was tested that was then approved unchanged',
      'proven',
      {
        results: [
          aTestResult('failover', '2026-03-01', {
            plans: [{ planId: 'p1', version: 2, steps: 'steps-2' }],
          }),
        ],
        steps: 'steps-2',
      },
    ],
    [
      'a draft was tested that was not approved yet',
      'retest-needed',
      {
        results: [
          aTestResult('failover', '2026-03-01', {
            plans: [{ planId: 'p1', version: 2, steps: 'steps-2' }],
          }),
        ],
      },
    ],
    [
      'the test names no plan version',
      'retest-needed',
      { results: [aTestResult('failover', '2026-03-01', { plans: [] })] },
    ],
    [
      'its tier requires a plan and none is in force',
      'retest-needed',
      { results: [pass], steps: null },
    ],
    [
      'its tier requires no plan and none is in force',
      'proven',
      { results: [pass], steps: null, plan: false },
    ],
    [
      'a restore was passed and the steps were rewritten',
      'proven',
      {
        requires: [restore],
        results: [aTestResult('restore', '2026-05-01')],
        steps: 'steps-2',
      },
    ],
    [
      'a major change was implemented after the pass',
      'retest-needed',
      {
        results: [pass],
        tests: { majorChangeAt: '2026-04-01T00:00:00.000Z' },
      },
    ],
    [
      'a major change was implemented before the pass',
      'proven',
      {
        results: [pass],
        tests: { majorChangeAt: '2026-02-01T00:00:00.000Z' },
      },
    ],
    [
      'a pass that needs a retest is also overdue',
      'retest-needed',
      {
        results: [aTestResult('failover', '2025-03-01')],
        steps: 'steps-2',
      },
    ],

    // restore
    [
      'a restore is required and a failover restored from the backup',
      'proven',
      {
        requires: [restore],
        results: [
          aTestResult('failover', '2026-05-01', { restoredFromBackup: true }),
        ],
      },
    ],
    [
      'a restore is required and a failover did not use the backup',
      'never-tested',
      { requires: [restore], results: [aTestResult('failover', '2026-05-01')] },
    ],
    [
      'a restore is required and it holds no data',
      'not-required',
      { requires: [restore], portal: { rpo: 'none' } },
    ],
    [
      'a failed restore was followed by a failover without backup',
      'failed',
      {
        requires: [restore],
        results: [
          aTestResult('restore', '2026-04-01', { outcome: 'failed' }),
          aTestResult('failover', '2026-05-01'),
        ],
      },
    ],
    [
      'a failover that restored from the backup failed',
      'failed',
      {
        requires: [restore],
        results: [
          aTestResult('restore', '2026-04-01'),
          failed('2026-05-01', { restoredFromBackup: true }),
        ],
      },
    ],

    // environment and parts
    [
      'only a test elsewhere was passed, and production is demanded',
      'never-tested',
      {
        requires: [{ ...failover, environments: ['production'] }],
        results: [
          aTestResult('failover', '2026-03-01', { environment: 'other' }),
        ],
      },
    ],
    [
      'a part was tested, and partial tests don’t count',
      'never-tested',
      {
        requires: [{ ...failover, partial: false }],
        results: [aTestResult('failover', '2026-03-01', { partial: true })],
      },
    ],
    [
      'a part was tested, and partial tests count',
      'proven',
      {
        results: [aTestResult('failover', '2026-03-01', { partial: true })],
      },
    ],
    [
      'a failure elsewhere came after a pass in production, which is demanded',
      'proven',
      {
        requires: [{ ...failover, environments: ['production'] }],
        results: [pass, failed('2026-04-01', { environment: 'other' })],
      },
    ],
    [
      'a failure in production was followed by a pass elsewhere, and production is demanded',
      'failed',
      {
        requires: [{ ...failover, environments: ['production'] }],
        results: [
          failed('2026-03-01'),
          aTestResult('failover', '2026-04-01', { environment: 'other' }),
        ],
      },
    ],

    // review
    [
      'the pass is not reviewed and less than 30 days old',
      'proven',
      {
        results: [aTestResult('failover', '2026-06-01', { reviewedAt: null })],
      },
    ],
    [
      'the pass is not reviewed and older than 30 days',
      'overdue',
      {
        results: [aTestResult('failover', '2026-05-01', { reviewedAt: null })],
      },
    ],
    [
      'a pass lapsed, and an earlier one is still in date',
      'proven',
      {
        results: [
          aTestResult('failover', '2026-01-10'),
          aTestResult('failover', '2026-05-01', { reviewedAt: null }),
        ],
      },
    ],
    [
      'a pass after a failure lapsed: the failure is back',
      'failed',
      {
        results: [
          failed('2026-04-01'),
          aTestResult('failover', '2026-05-01', { reviewedAt: null }),
        ],
      },
    ],
    [
      'a failure is not reviewed: it counts all the same',
      'failed',
      { results: [failed('2026-03-01', { reviewedAt: null })] },
    ],
    [
      'a pass that would need a retest lapsed',
      'overdue',
      {
        results: [aTestResult('failover', '2026-05-01', { reviewedAt: null })],
        steps: 'steps-2',
      },
    ],

    // ties
    [
      'a pass and a failure at the same moment',
      'failed',
      { results: [pass, failed('2026-03-01')] },
    ],
    [
      'a pass some hours after a failure on one day',
      'proven',
      {
        results: [
          failed('2026-03-01T08:00:00.000Z'),
          aTestResult('failover', '2026-03-01T14:00:00.000Z'),
        ],
      },
    ],
    [
      'a pass and a failure on one day of which no more is known',
      'failed',
      {
        results: [
          failed('2026-03-01T08:00:00.000Z'),
          aTestResult('failover', '2026-03-01T00:00:00.000Z', {
            heldPrecision: 'day',
          }),
        ],
      },
    ],
    [
      'it was entered afterwards: it counts from when it was held',
      'overdue',
      {
        results: [
          aTestResult('failover', '2025-06-01', { enteredAfterwards: true }),
        ],
      },
    ],

    // planned ones prove nothing
    [
      'a test is planned',
      'never-tested',
      { tests: { planned: [aPlannedTest('failover', '2026-07-01')] } },
    ],
    [
      'a test was missed',
      'never-tested',
      { tests: { planned: [aPlannedTest('failover', '2026-05-01')] } },
    ],

    // invocations, machines, suppliers
    [
      'an invocation brought it back in time',
      'proven',
      { results: [{ ...pass, origin: 'invocation' }] },
    ],
    [
      'an invocation did not bring it back',
      'failed',
      {
        results: [
          aTestResult('failover', '2026-03-01', {
            origin: 'invocation',
            recovered: false,
            rtaSeconds: null,
          }),
        ],
      },
    ],
    [
      'an invocation brought it back below its minimum service',
      'failed',
      {
        results: [
          aTestResult('failover', '2026-03-01', {
            origin: 'invocation',
            deliveredPercent: 30,
            targets: { mbcoPercent: 50 },
          }),
        ],
      },
    ],
    [
      'a machine reported a restore',
      'proven',
      {
        requires: [restore],
        results: [
          aTestResult('restore', '2026-05-01', {
            origin: 'machine',
            plans: [],
          }),
        ],
      },
    ],
    [
      'a supplier attests a failover, and the policy does not accept it',
      'never-tested',
      { results: [{ ...pass, origin: 'supplier', plans: [] }] },
    ],
    [
      'a supplier attests a failover, and the policy accepts it',
      'proven',
      {
        results: [{ ...pass, origin: 'supplier', plans: [] }],
        testing: { supplierEvidence: ['failover'] },
      },
    ],
    [
      'a supplier attests a failover without times',
      'inconclusive',
      {
        results: [{ ...pass, origin: 'supplier', plans: [], rtaSeconds: null }],
        testing: { supplierEvidence: ['failover'] },
      },
    ],
  ])('where %s: %s', (_, state, said) => {
    expect(standing(said).state).toBe(state);
  });

  it.each<[string, string | null, Situation]>([
    ['a pass', '2027-03-01T10:00:00.000Z', { results: [pass] }],
    [
      'a pass that lapsed',
      '2026-05-31T10:00:00.000Z',
      {
        results: [aTestResult('failover', '2026-05-01', { reviewedAt: null })],
      },
    ],
    [
      'a fresh pass without review',
      '2027-06-01T10:00:00.000Z',
      {
        results: [aTestResult('failover', '2026-06-01', { reviewedAt: null })],
      },
    ],
    ['nothing, by the programme', '2025-04-01T00:00:00.000Z', {}],
    [
      'shallow tests, by the programme',
      '2025-04-01T00:00:00.000Z',
      { results: [aTestResult('tabletop', '2026-03-01')] },
    ],
    [
      'a pass on 31 August, half a year later',
      '2026-02-28T10:00:00.000Z',
      {
        requires: [{ ...failover, every: 'P6M' }],
        results: [aTestResult('failover', '2025-08-31')],
      },
    ],
  ])('falls due after %s on %s', (_, due, said) => {
    expect(standing(said).due).toBe(due);
  });

  it('names why a retest is needed, and the result', () => {
    expect(
      standing({
        results: [pass],
        steps: 'steps-2',
        portal: { rto: 'PT1H' },
        tests: { majorChangeAt: '2026-04-01T00:00:00.000Z' },
      }),
    ).toMatchObject({
      retestReasons: ['target-tightened', 'steps-changed', 'major-change'],
      result: { testId: 't-2026-03-01', rto: 'PT4H', reviewed: true },
    });
  });
});

describe('gaps of tests', () => {
  it.each<[string, string[], Situation]>([
    ['a proven requirement', [], { results: [pass] }],
    [
      'a failed one',
      ['test-failed failover'],
      { results: [failed('2026-03-01')] },
    ],
    [
      'a lapsed one',
      ['result-unreviewed failover'],
      {
        results: [aTestResult('failover', '2026-05-01', { reviewedAt: null })],
      },
    ],
    [
      'an overdue one',
      ['test-overdue failover'],
      { results: [aTestResult('failover', '2025-06-01')] },
    ],
    [
      'one that is due soon',
      ['due-soon failover'],
      { results: [aTestResult('failover', '2025-07-01')] },
    ],
    [
      'a deeper voluntary test that failed',
      ['extra-test-failed failover'],
      {
        requires: [simulation],
        results: [
          aTestResult('simulation', '2026-02-01'),
          failed('2026-03-01'),
        ],
      },
    ],
    [
      'a voluntary failure that was passed since',
      [],
      {
        requires: [simulation],
        results: [failed('2026-02-01'), pass],
      },
    ],
    [
      'a voluntary failure that was passed since, but only in part',
      ['extra-test-failed failover'],
      {
        requires: [simulation],
        results: [
          failed('2026-02-01'),
          aTestResult('failover', '2026-03-01', { partial: true }),
        ],
      },
    ],
    [
      'a failure elsewhere, where production is demanded',
      ['extra-test-failed failover'],
      {
        requires: [{ ...failover, environments: ['production'] }],
        results: [pass, failed('2026-04-01', { environment: 'other' })],
      },
    ],
    [
      'a failure elsewhere that was passed in production since',
      [],
      {
        requires: [{ ...failover, environments: ['production'] }],
        results: [failed('2026-02-01', { environment: 'other' }), pass],
      },
    ],
    [
      'a failure of a tier that requires nothing',
      ['extra-test-failed failover'],
      { requires: [], results: [failed('2026-03-01')] },
    ],
    [
      'a missed test',
      ['test-missed failover', 'test-never failover'],
      { tests: { planned: [aPlannedTest('failover', '2026-05-01')] } },
    ],
    [
      'a missed test after which one was held',
      [],
      {
        results: [aTestResult('failover', '2026-05-03')],
        tests: { planned: [aPlannedTest('failover', '2026-05-01')] },
      },
    ],
    [
      'a running test whose planned end is past',
      ['test-never failover'],
      {
        tests: {
          planned: [
            aPlannedTest('failover', '2026-05-01', { state: 'in-progress' }),
          ],
        },
      },
    ],
    [
      'a finding past its day, and one of today',
      ['finding-overdue f1'],
      {
        results: [pass],
        tests: {
          findings: [
            {
              findingId: 'f1',
              title: 'Too slow',
              severity: 'high',
              dueOn: '2026-06-14',
            },
            {
              findingId: 'f2',
              title: 'No log',
              severity: 'low',
              dueOn: '2026-06-15',
            },
          ],
        },
      },
    ],
  ])('%s gives %j', (_, expected, said) => {
    expect(codes(said)).toEqual(expected);
  });

  it('exposes what failed, and a passing retest makes it met again', () => {
    const statusOf = (results: ResultFacts[]) =>
      assess(
        someFacts({
          portal: { tier: 'gold' },
          tests: { results, planned: [], findings: [], stepsInForce: [] },
        }),
        undefined,
        aPolicyOf({ tests: [failover] }),
        NOW,
      ).status;
    expect(statusOf([failed('2026-06-01')])).toBe('exposed');
    expect(
      statusOf([failed('2026-06-01'), aTestResult('failover', '2026-06-10')]),
    ).toBe('met');
  });

  it('gives a retest 90 days, and no longer than the evidence would have lasted', () => {
    const due = (day: string) =>
      assessed({
        results: [aTestResult('failover', day)],
        steps: 'steps-2',
      }).gaps.find(({ code }) => code === 'retest-needed')!;
    // nobody remembers since when: then since the entity is known
    expect(due('2026-03-01')).toMatchObject({
      since: '2025-01-01T00:00:00.000Z',
      dueBy: '2025-04-01T00:00:00.000Z',
    });
    const remembered = assess(
      someFacts({
        portal: { tier: 'gold' },
        tests: {
          results: [aTestResult('failover', '2025-09-01')],
          planned: [],
          findings: [],
          stepsInForce: [],
          majorChangeAt: '2026-06-01T00:00:00.000Z',
        },
      }),
      {
        appliesSince: { 'test:failover': '2025-01-01T00:00:00.000Z' },
        gapSince: { 'retest-needed|test:failover': '2026-06-01T00:00:00.000Z' },
      },
      aPolicyOf({ tests: [failover] }),
      NOW,
    );
    expect(remembered.gaps[0]).toMatchObject({
      code: 'retest-needed',
      dueBy: '2026-08-30T00:00:00.000Z',
      late: false,
    });
    expect(remembered.tests.requirements[0]).toMatchObject({
      due: '2026-08-30T00:00:00.000Z',
      late: false,
    });
  });
});

describe('the most critical tier', () => {
  const first = (tests: Partial<TestFacts>, now: string) =>
    assess(
      someFacts({
        portal: { tier: 'gold' },
        tests: {
          results: [],
          planned: [],
          findings: [],
          stepsInForce: [],
          ...tests,
        },
      }),
      {
        appliesSince: { 'test:failover': '2026-01-01T00:00:00.000Z' },
        gapSince: {},
      },
      aPolicyOf({ tests: [failover] }),
      now,
    ).gaps.map(({ code, severity }) => `${code} ${severity}`);

  it.each<[string, Partial<TestFacts>, string, string[]]>([
    ['never tested', {}, '2026-06-29T00:00:00Z', ['test-never warning']],
    [
      'never tested P90D after it was due',
      {},
      '2026-06-30T00:00:00Z',
      ['test-long-overdue critical'],
    ],
    [
      'only shallow tests P90D after it was due',
      { results: [aTestResult('tabletop', '2026-03-01')] },
      '2026-06-30T00:00:00Z',
      ['test-long-overdue critical'],
    ],
    [
      'only inconclusive tests P90D after it was due',
      {
        results: [
          aTestResult('failover', '2026-03-01', { outcome: 'inconclusive' }),
        ],
      },
      '2026-06-30T00:00:00Z',
      ['test-long-overdue critical'],
    ],
    [
      'overdue',
      { results: [aTestResult('failover', '2026-03-01')] },
      '2028-03-01T09:59:59Z',
      ['test-overdue warning'],
    ],
    [
      'overdue by a whole cadence',
      { results: [aTestResult('failover', '2026-03-01')] },
      '2028-03-01T10:00:00Z',
      ['test-long-overdue critical'],
    ],
    [
      'a retest needed of what is overdue by a whole cadence',
      {
        results: [aTestResult('failover', '2026-03-01')],
        majorChangeAt: '2026-04-01T00:00:00.000Z',
      },
      '2028-03-01T10:00:00Z',
      ['test-long-overdue critical', 'retest-needed warning'],
    ],
  ])('%s', (_, tests, now, expected) => {
    expect(first(tests, now)).toEqual(expected);
  });
});

describe('the last and the next test', () => {
  it('shows the latest by when it was held, of ties the worst', () => {
    const { last } = assessed({
      results: [
        pass,
        aTestResult('tabletop', '2026-05-01'),
        aTestResult('simulation', '2026-05-01', { outcome: 'failed' }),
        aTestResult('failover', '2026-04-01'),
      ],
    }).tests;
    expect(last).toMatchObject({ depth: 'simulation', outcome: 'failed' });
  });

  it('shows a running test before planned ones, and no missed one', () => {
    const next = (state: 'planned' | 'in-progress') =>
      assessed({
        tests: {
          planned: [
            aPlannedTest('tabletop', '2026-07-01'),
            aPlannedTest('failover', '2026-05-01', { state }),
          ],
        },
      }).tests;
    expect(next('in-progress').next).toMatchObject({ depth: 'failover' });
    expect(next('planned').next).toMatchObject({ depth: 'tabletop' });
    expect(next('planned').requirements[0].planned).toBeNull();
  });

  it('is shown for an entity that no tier requires anything of', () => {
    const { tests } = assessed({ requires: [], results: [pass] });
    expect(tests).toMatchObject({
      requirements: [],
      last: { depth: 'failover' },
    });
  });

  it('plans nothing for a requirement that would not accept the test', () => {
    const plannedFor = (said: object) =>
      assessed({
        requires: [
          { ...failover, environments: ['production'], partial: false },
        ],
        tests: { planned: [aPlannedTest('failover', '2026-07-01', said)] },
      }).tests.requirements[0].planned?.testId;
    expect(plannedFor({ environment: 'production', partial: false })).toBe(
      'planned-2026-07-01',
    );
    expect(plannedFor({ environment: 'other' })).toBeUndefined();
    expect(
      plannedFor({ environment: 'production', partial: true }),
    ).toBeUndefined();
  });
});

import { aPlannedTest, aTestResult } from '../testing/aTestResult';
import type { RequirementState } from '../testing/standing/requirementStanding';
import {
  failed,
  failover,
  pass,
  restore,
  standing,
  type Situation,
} from './aTestedSituation';

describe('the state of a test requirement, by review, time and who says so', () => {
  it.each<[string, RequirementState, Situation]>([
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
      'the pass is not reviewed and 30 days old to the moment',
      'overdue',
      {
        results: [
          aTestResult('failover', '2026-05-16T12:00:00.000Z', {
            reviewedAt: null,
          }),
        ],
      },
    ],
    [
      'the pass is not reviewed and 30 days old in a moment',
      'proven',
      {
        results: [
          aTestResult('failover', '2026-05-16T12:00:00.001Z', {
            reviewedAt: null,
          }),
        ],
      },
    ],
    [
      'the pass was reviewed only after it had lapsed: it counts again',
      'proven',
      {
        results: [
          aTestResult('failover', '2026-03-01', {
            reviewedAt: '2026-06-10T00:00:00.000Z',
          }),
        ],
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

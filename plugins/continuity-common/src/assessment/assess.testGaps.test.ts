import { aPlannedTest, aTestResult } from '../testing/aTestResult';
import type { ResultFacts, TestFacts } from '../testing/standing/testFacts';
import { assess } from './assess';
import { aPolicyOf, someFacts } from './someFacts';
import {
  NOW,
  assessed,
  codes,
  failed,
  failover,
  pass,
  simulation,
  type Situation,
} from './aTestedSituation';

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

  it('takes no result for the last that another one followed, in whatever order they come', () => {
    const results = [
      aTestResult('failover', '2026-04-01T08:00:00.000Z', {
        outcome: 'failed',
      }),
      aTestResult('failover', '2026-04-01T00:00:00.000Z', {
        heldPrecision: 'day',
        outcome: 'inconclusive',
        rtaSeconds: null,
      }),
      aTestResult('failover', '2026-04-01T14:00:00.000Z'),
    ];
    for (const order of [results, [...results].reverse()]) {
      expect(assessed({ results: order }).tests.last).toMatchObject({
        outcome: 'inconclusive',
      });
    }
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

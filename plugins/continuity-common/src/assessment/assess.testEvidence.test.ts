import { aTestResult } from '../testing/aTestResult';
import type { RequirementState } from '../testing/standing/requirementStanding';
import {
  failed,
  failover,
  pass,
  restore,
  standing,
  type Situation,
} from './aTestedSituation';

describe('the state of a test requirement, by steps, changes, depth and environment', () => {
  it.each<[string, RequirementState, Situation]>([
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
      'a major change was implemented on the day of a pass of which no more is known',
      'retest-needed',
      {
        results: [
          aTestResult('failover', '2026-03-01T00:00:00.000Z', {
            heldPrecision: 'day',
          }),
        ],
        tests: { majorChangeAt: '2026-03-01T00:00:00.000Z' },
      },
    ],
    [
      'a major change was implemented at the moment of the pass: nobody can say what came first',
      'retest-needed',
      { results: [pass], tests: { majorChangeAt: pass.heldAt } },
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
  ])('where %s: %s', (_, state, said) => {
    expect(standing(said).state).toBe(state);
  });
});

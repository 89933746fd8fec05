import { aTestResult } from '../testing/aTestResult';
import type { RequirementState } from '../testing/standing/requirementStanding';
import {
  failed,
  pass,
  simulation,
  standing,
  tabletop,
  type Situation,
} from './aTestedSituation';

describe('the state of a test requirement, by results and targets', () => {
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
    [
      'the pass is a year old to the moment',
      'overdue',
      { results: [aTestResult('failover', '2025-06-15T12:00:00.000Z')] },
    ],
    [
      'the pass is a year old in a moment',
      'due-soon',
      { results: [aTestResult('failover', '2025-06-15T12:00:00.001Z')] },
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
      'a later pass of looser days misses the RTO of now, which an earlier one meets',
      'retest-needed',
      {
        results: [
          aTestResult('failover', '2026-03-01', {
            targets: { rto: 'PT0S' },
            rtaSeconds: 0,
          }),
          aTestResult('failover', '2026-04-01', {
            rtaSeconds: 5 * 3600,
            targets: { rto: 'PT5H' },
          }),
        ],
      },
    ],
    [
      'nothing was lost and nothing interrupted, and neither may be',
      'proven',
      {
        results: [
          aTestResult('failover', '2026-03-01', {
            rtaSeconds: 0,
            rpaSeconds: 0,
            targets: { rto: 'PT0S', rpo: 'PT0S' },
          }),
        ],
        portal: { rto: 'PT0S', rpo: 'PT0S' },
      },
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
  ])('where %s: %s', (_, state, said) => {
    expect(standing(said).state).toBe(state);
  });
});

import fc from 'fast-check';
import { testDepths } from '../../policy/policy';
import { someTargets, someTimes } from '../aTestResult';
import { measureResult } from './measureResult';
import { outcomeProblem } from './outcomeProblem';
import { isMeasuringDepth } from '../testDepth';
import { testOutcomes } from './testOutcome';
import type { TestTargets } from './testTargets';
import { testTimeProblems } from './testTimeProblems';
import type { TestTimes } from './testTimes';

const at = (time: string) => `2026-06-15T${time}:00.000Z`;

const complete = {
  lastConsistentData: at('09:30'),
  disruptionStart: at('10:00'),
  minimumService: at('12:00'),
  fullService: at('14:00'),
};

function measure(
  times: Partial<TestTimes>,
  targets: Partial<TestTargets> = {},
  said: Partial<Parameters<typeof measureResult>[0]> = {},
) {
  return measureResult(
    {
      depth: 'failover',
      origin: 'test',
      times: someTimes(times),
      recovered: null,
      deliveredPercent: null,
      levelMet: null,
      ...said,
    },
    { ...someTargets, ...targets },
  );
}

describe('measureResult', () => {
  it.each<[string, Partial<TestTimes>, object]>([
    [
      'all times',
      complete,
      { rtaSeconds: 7200, rpaSeconds: 1800, ownSeconds: 7200 },
    ],
    [
      'a service that never stopped, and no loss: zeros are times',
      {
        lastConsistentData: at('10:00'),
        disruptionStart: at('10:00'),
        minimumService: at('10:00'),
      },
      { rtaSeconds: 0, rpaSeconds: 0, ownSeconds: 0, best: 'passed' },
    ],
    [
      'a declaration an hour late: the clock starts with the disruption',
      { ...complete, declared: at('11:00') },
      { rtaSeconds: 7200 },
    ],
    [
      'only a declaration: nobody knows when it began',
      { declared: at('10:00'), minimumService: at('12:00') },
      { rtaSeconds: null, reasons: ['rta-missing', 'rpa-missing'] },
    ],
    [
      'a missing last consistent data',
      { ...complete, lastConsistentData: null },
      { rpaSeconds: null, best: 'inconclusive', reasons: ['rpa-missing'] },
    ],
    [
      'a dependency that was back after an hour: the rest is own work',
      { ...complete, dependenciesBack: at('11:00') },
      { rtaSeconds: 7200, ownSeconds: 3600 },
    ],
    [
      'a service that came back before its dependency',
      { ...complete, dependenciesBack: at('13:00') },
      { ownSeconds: 7200 },
    ],
    [
      'a spring night in Berlin, in which the clocks jump',
      {
        lastConsistentData: '2026-03-29T00:00:00.000Z',
        disruptionStart: '2026-03-29T00:30:00.000Z', // 01:30 on the wall
        minimumService: '2026-03-29T01:30:00.000Z', // 03:30 on the wall
      },
      { rtaSeconds: 3600, rpaSeconds: 1800 },
    ],
    [
      'an autumn night in Berlin, in which an hour comes twice',
      {
        lastConsistentData: '2026-10-25T00:00:00.000Z',
        disruptionStart: '2026-10-25T00:30:00.000Z', // 02:30, summer
        minimumService: '2026-10-25T01:30:00.000Z', // 02:30, winter
      },
      { rtaSeconds: 3600 },
    ],
  ])('reads %s', (_, times, expected) => {
    expect(measure(times)).toMatchObject(expected);
  });

  it.each<[string, object, Partial<TestTargets>, object?]>([
    ['within both targets', { best: 'passed', reasons: [] }, {}],
    ['exactly at the RTO', { best: 'passed', rto: 'met' }, { rto: 'PT2H' }],
    [
      'a second beyond the RTO',
      { best: 'failed', rto: 'missed', reasons: ['rto-missed'] },
      { rto: 'PT1H59M59S' },
    ],
    [
      'an RTO of zero',
      { best: 'failed', reasons: ['rto-missed'] },
      { rto: 'PT0S' },
    ],
    [
      'an RPO of zero',
      { best: 'failed', reasons: ['rpo-missed'] },
      { rpo: 'PT0S' },
    ],
    [
      'no data to lose',
      { best: 'passed', rpo: 'not-assessed' },
      { rpo: 'none' },
    ],
    [
      'an unset RTO',
      { best: 'inconclusive', reasons: ['rto-unset'] },
      { rto: null },
    ],
    [
      'an unset RPO',
      { best: 'inconclusive', reasons: ['rpo-unset'] },
      { rpo: null },
    ],
    [
      'an unset RTO and a missed RPO',
      { best: 'failed', reasons: ['rto-unset', 'rpo-missed'] },
      { rto: null, rpo: 'PT1M' },
    ],
    [
      'a level below its percentage',
      { best: 'failed', level: 'missed', reasons: ['level-missed'] },
      { mbcoPercent: 50, mbcoText: 'Orders' },
      { deliveredPercent: 49.9 },
    ],
    [
      'a level at its percentage',
      { best: 'passed', level: 'met' },
      { mbcoPercent: 50 },
      { deliveredPercent: 50 },
    ],
    [
      'a percentage of zero, and nothing delivered',
      { best: 'passed', level: 'met' },
      { mbcoPercent: 0 },
      { deliveredPercent: 0 },
    ],
    [
      'a percentage, and nobody measured the level',
      { best: 'inconclusive', reasons: ['level-missing'] },
      { mbcoPercent: 50 },
    ],
    [
      'a minimum service in words that the reviewer saw',
      { best: 'passed', level: 'met' },
      { mbcoText: 'Orders by phone' },
      { levelMet: true },
    ],
    [
      'a minimum service in words that the reviewer did not see',
      { best: 'failed', level: 'missed' },
      { mbcoText: 'Orders by phone' },
      { levelMet: false },
    ],
    [
      'a minimum service in words before the review',
      { best: 'passed', level: 'not-assessed' },
      { mbcoText: 'Orders by phone' },
    ],
    ['no minimum service', { best: 'passed', level: 'not-assessed' }, {}],
  ])('judges %s', (_, expected, targets, said = {}) => {
    expect(measure(complete, targets, said)).toMatchObject(expected);
  });

  it('fails what did not come back, whatever its targets', () => {
    expect(measure({}, { rto: null }, { recovered: false })).toMatchObject({
      best: 'failed',
      reasons: ['not-recovered'],
    });
  });

  it('fails in an invocation what has no time of return; in a test that is inconclusive', () => {
    const times = { disruptionStart: at('10:00') };
    expect(measure(times, {}, { origin: 'invocation' }).best).toBe('failed');
    expect(measure(times).best).toBe('inconclusive');
  });

  it('measures nothing in a tabletop', () => {
    expect(
      measure({}, { rto: null, rpo: null }, { depth: 'tabletop' }),
    ).toEqual({
      rtaSeconds: null,
      rpaSeconds: null,
      ownSeconds: null,
      rto: 'not-assessed',
      rpo: 'not-assessed',
      level: 'not-assessed',
      best: 'passed',
      reasons: [],
    });
  });

  const minute = fc.option(
    fc
      .integer({ min: 0, max: 600 })
      .map(n => new Date(Date.UTC(2026, 2, 29) + n * 60_000).toISOString()),
  );
  const anyTimes = fc.record({
    lastConsistentData: minute,
    disruptionStart: minute,
    declared: minute,
    dependenciesBack: minute,
    minimumService: minute,
    fullService: minute,
  });
  const target = fc.constantFrom('PT0S', 'PT1H', 'P1D', null);

  it('never passes beyond a target, without one, or without a time', () => {
    fc.assert(
      fc.property(anyTimes, target, target, (times, rto, rpo) => {
        const { best, rtaSeconds, rpaSeconds } = measure(times, { rto, rpo });
        const isPass =
          rto !== null &&
          rpo !== null &&
          rtaSeconds !== null &&
          rpaSeconds !== null &&
          rtaSeconds <= { PT0S: 0, PT1H: 3600, P1D: 86_400 }[rto] &&
          rpaSeconds <= { PT0S: 0, PT1H: 3600, P1D: 86_400 }[rpo];
        expect(best === 'passed').toBe(isPass);
      }),
    );
  });

  it('is never better for a declaration, and never gives negative times', () => {
    fc.assert(
      fc.property(anyTimes, times => {
        const measured = measure(times);
        expect(measure({ ...times, declared: null })).toEqual(measured);
        for (const seconds of [
          measured.rtaSeconds,
          measured.rpaSeconds,
          measured.ownSeconds,
        ]) {
          expect(seconds === null || seconds >= 0).toBe(true);
        }
      }),
    );
  });
});

describe('testTimeProblems', () => {
  const problems = (
    times: Partial<TestTimes>,
    said: Partial<Parameters<typeof testTimeProblems>[1]> = {},
    depth: (typeof testDepths)[number] = 'failover',
  ) =>
    testTimeProblems(
      depth,
      {
        times: someTimes(times),
        recovered: null,
        deliveredPercent: null,
        restoredFromBackup: false,
        ...said,
      },
      { now: at('23:00') },
    ).map(({ field }) => field);

  it.each<[string, string[], Partial<TestTimes>]>([
    ['times in order', [], complete],
    ['no times', [], {}],
    [
      'times that are all the same',
      [],
      {
        lastConsistentData: at('10:00'),
        disruptionStart: at('10:00'),
        minimumService: at('10:00'),
        fullService: at('10:00'),
      },
    ],
    [
      'a recovery before the disruption',
      ['times.minimumService'],
      { ...complete, minimumService: at('09:59') },
    ],
    [
      'full service before minimum service',
      ['times.fullService'],
      { ...complete, fullService: at('11:00') },
    ],
    [
      'consistent data after the disruption',
      ['times.lastConsistentData'],
      { ...complete, lastConsistentData: at('10:01') },
    ],
    [
      'a declaration before the disruption',
      ['times.declared'],
      { ...complete, declared: at('09:59') },
    ],
    [
      'a dependency back before the disruption',
      ['times.dependenciesBack'],
      { ...complete, dependenciesBack: at('09:59') },
    ],
    [
      'a dependency back after the service',
      [],
      { ...complete, dependenciesBack: at('13:00') },
    ],
    [
      'full service before minimum service, without a start',
      ['times.fullService'],
      { minimumService: at('12:00'), fullService: at('11:00') },
    ],
    [
      'a time to come',
      ['times.fullService'],
      { ...complete, fullService: at('23:06') },
    ],
    [
      'a time of a clock that is a little ahead',
      [],
      { ...complete, fullService: at('23:04') },
    ],
  ])('finds for %s: %j', (_, expected, times) => {
    expect(problems(times)).toEqual(expected);
  });

  it('refuses what did not come back, and when it did', () => {
    expect(problems(complete, { recovered: false })).toEqual(['recovered']);
  });

  it.each(testDepths.filter(depth => !isMeasuringDepth(depth)))(
    'refuses every measured value on a %s',
    depth => {
      expect(
        problems(
          { minimumService: at('12:00') },
          { deliveredPercent: 0, recovered: false, restoredFromBackup: true },
          depth,
        ).sort(),
      ).toEqual([
        'deliveredPercent',
        'recovered',
        'restoredFromBackup',
        'times.minimumService',
      ]);
      expect(problems({}, {}, depth)).toEqual([]);
    },
  );
});

describe('outcomeProblem', () => {
  it.each(testOutcomes.map(outcome => [outcome] as const))(
    'lets %s stand where it is no better than the numbers, and only there',
    outcome => {
      for (const best of ['passed', 'inconclusive', 'failed'] as const) {
        const isBetter =
          testOutcomes.indexOf(outcome) < testOutcomes.indexOf(best);
        const problem = outcomeProblem(outcome, {
          best,
          reasons: ['rto-missed'],
        });
        expect(problem !== undefined).toBe(isBetter);
      }
    },
  );

  it('says why, and what is accepted', () => {
    expect(
      outcomeProblem('passed', { best: 'failed', reasons: ['rto-missed'] }),
    ).toEqual({
      field: 'outcome',
      message:
        'It can\'t be "passed": it took longer than the RTO. Write failed.',
    });
  });
});

import { aStep } from './somePlanContents';
import {
  expectedRecoveryOf,
  findStepCycle,
  planRecoveryTime,
} from './stepOrder';

describe('findStepCycle', () => {
  it.each<[string, ReturnType<typeof aStep>[], string[] | null]>([
    ['no steps', [], null],
    ['a row', [aStep('a'), aStep('b', { after: ['a'] })], null],
    ['a step that waits for itself', [aStep('a', { after: ['a'] })], ['a']],
    [
      'two that wait for each other',
      [aStep('a', { after: ['b'] }), aStep('b', { after: ['a'] })],
      ['a', 'b'],
    ],
    [
      'a circle behind a way in',
      [
        aStep('in', { after: ['a'] }),
        aStep('a', { after: ['b'] }),
        aStep('b', { after: ['c'] }),
        aStep('c', { after: ['a'] }),
      ],
      ['a', 'b', 'c'],
    ],
    [
      'a diamond, which is no circle',
      [
        aStep('d', { after: ['b', 'c'] }),
        aStep('b', { after: ['a'] }),
        aStep('c', { after: ['a'] }),
        aStep('a'),
      ],
      null,
    ],
    ['a step that nobody knows', [aStep('a', { after: ['gone'] })], null],
  ])('finds in %s', (_, steps, cycle) => {
    expect(findStepCycle(steps)).toEqual(cycle);
  });

  it('does not run out of stack on a long row', () => {
    const steps = Array.from({ length: 20_000 }, (_, at) =>
      aStep(`s${at}`, { after: at === 0 ? ['s19999'] : [`s${at - 1}`] }),
    );
    expect(findStepCycle(steps)).toHaveLength(20_000);
  });
});

describe('planRecoveryTime', () => {
  it.each<
    [
      string,
      ReturnType<typeof aStep>[],
      { seconds: number; isComplete: boolean; criticalPath: string[] },
    ]
  >([
    ['nothing', [], { seconds: 0, isComplete: true, criticalPath: [] }],
    [
      'a row, added up',
      [
        aStep('a', { takes: 'PT30M' }),
        aStep('b', { takes: 'PT1H', after: ['a'] }),
      ],
      { seconds: 5400, isComplete: true, criticalPath: ['a', 'b'] },
    ],
    [
      'steps side by side: the longest counts',
      [
        aStep('a', { takes: 'PT30M' }),
        aStep('b', { takes: 'PT2H' }),
        aStep('c', { takes: 'PT1H', after: ['a', 'b'] }),
      ],
      { seconds: 10_800, isComplete: true, criticalPath: ['b', 'c'] },
    ],
    [
      'a step of unknown length: a lower bound',
      [aStep('a', { takes: 'PT30M' }), aStep('b', { after: ['a'] })],
      { seconds: 1800, isComplete: false, criticalPath: ['a'] },
    ],
    [
      'zero, which is not unknown',
      [aStep('a', { takes: 'PT0S' })],
      { seconds: 0, isComplete: true, criticalPath: ['a'] },
    ],
    [
      'a circle, which can’t be added up',
      [
        aStep('a', { takes: 'PT30M', after: ['b'] }),
        aStep('b', { takes: 'PT30M', after: ['a'] }),
        aStep('c', { takes: 'PT10M' }),
      ],
      { seconds: 600, isComplete: false, criticalPath: ['c'] },
    ],
    [
      'later steps written first',
      [
        aStep('b', { takes: 'PT1H', after: ['a'] }),
        aStep('a', { takes: 'PT1H' }),
      ],
      { seconds: 7200, isComplete: true, criticalPath: ['a', 'b'] },
    ],
  ])('adds up %s', (_, steps, expected) => {
    expect(planRecoveryTime(steps)).toEqual(expected);
  });
});

describe('expectedRecoveryOf', () => {
  const steps = [
    aStep('db', { takes: 'PT1H', of: ['resource:default/db'] }),
    aStep('shop', {
      takes: 'PT30M',
      after: ['db'],
      of: ['system:default/shop'],
    }),
  ];

  it.each<[string, string, string | null, number | null]>([
    ['what the first step names', 'resource:default/db', null, 3600],
    [
      'a part of a system that a step names',
      'component:default/checkout',
      'system:default/shop',
      5400,
    ],
    ['what no step names', 'component:default/other', null, null],
  ])('says when %s is back', (_, ref, systemRef, seconds) => {
    expect(expectedRecoveryOf(ref, { steps, systemRef })?.seconds ?? null).toBe(
      seconds,
    );
  });
});

import { planContentsSchema } from 'backstage-plugin-continuity-common';
import { planStepTimes } from './planStepTimes';

const steps = (
  ...said: Array<[id: string, takes: string | null, after?: string[]]>
) =>
  planContentsSchema.parse({
    title: 'A plan',
    steps: said.map(([id, expectedDuration, after = []]) => ({
      id,
      title: id,
      what: '',
      expectedDuration,
      after,
    })),
  }).steps;

describe('the times of steps', () => {
  it('add up over what each waits for, side by side where nothing is waited for', () => {
    const times = planStepTimes(
      steps(
        ['a', 'PT10M'],
        ['b', 'PT1H'],
        ['c', 'PT5M', ['a', 'b']],
        ['d', 'PT5M', ['a']],
      ),
    );
    expect(Object.fromEntries(times)).toEqual({
      a: { from: 0, to: 600, isComplete: true },
      b: { from: 0, to: 3600, isComplete: true },
      c: { from: 3600, to: 3900, isComplete: true },
      d: { from: 600, to: 900, isComplete: true },
    });
  });

  it('are a lower bound after a step of unknown length', () => {
    const times = planStepTimes(steps(['a', null], ['b', 'PT5M', ['a']]));
    expect(times.get('b')).toEqual({ from: 0, to: 300, isComplete: false });
  });

  it('end for steps that wait for each other', () => {
    const times = planStepTimes(
      steps(['a', 'PT5M', ['b']], ['b', 'PT5M', ['a']]),
    );
    expect(times.get('a')?.isComplete).toBe(false);
  });
});

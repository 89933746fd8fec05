import { comparePlanContents } from './comparePlanContents';
import type { PlanContentsInput } from './planContents';
import { aStep, somePlanContents } from './somePlanContents';

const a = aStep('a');
const b = aStep('b');

describe('comparePlanContents', () => {
  it.each<
    [string, Partial<PlanContentsInput>, Partial<PlanContentsInput>, string[]]
  >([
    ['nothing', {}, {}, []],
    ['a text', { purpose: 'x' }, { purpose: 'y' }, ['changed purpose']],
    [
      'a text that is new',
      { purpose: '' },
      { purpose: 'y' },
      ['added purpose'],
    ],
    [
      'a text that is gone',
      { purpose: 'y' },
      { purpose: '' },
      ['removed purpose'],
    ],
    ['a new step', { steps: [a] }, { steps: [a, b] }, ['added steps b']],
    [
      'a step that is gone',
      { steps: [a, b] },
      { steps: [b] },
      ['removed steps a'],
    ],
    [
      'steps in another order',
      { steps: [a, b] },
      { steps: [b, a] },
      ['moved steps a', 'moved steps b'],
    ],
    [
      'a step that takes longer',
      { steps: [a] },
      { steps: [{ ...a, expectedDuration: '2h' }] },
      ['changed steps a'],
    ],
    [
      'the scope in another order, which means nothing',
      { scope: [{ entityRef: 'a:b/c' }, { entityRef: 'a:b/d' }] },
      { scope: [{ entityRef: 'a:b/d' }, { entityRef: 'a:b/c' }] },
      [],
    ],
    [
      'what it rests on',
      { basis: {} },
      { basis: { risk: { date: '2026-01-01' } } },
      ['added basis.risk'],
    ],
  ])('finds %s', (_, before, after, expected) => {
    expect(
      comparePlanContents(
        somePlanContents({ basis: {}, ...before }),
        somePlanContents({ basis: {}, ...after }),
      ).map(({ change, part, item }) =>
        [change, part, item].filter(Boolean).join(' '),
      ),
    ).toEqual(expected);
  });
});

import fc from 'fast-check';
import {
  exemptionFrom,
  exemptionHolds,
  type ExemptionFacts,
} from './exemptionFacts';

const day = (number: number) =>
  `2026-01-${String(number).padStart(2, '0')}T00:00:00.000Z`;

function exempt(
  id: string,
  [from, to]: [number, number],
  requirement = 'plan',
): ExemptionFacts {
  const reason = 'moving';
  return { id, requirement, reason, startsAt: day(from), endsAt: day(to) };
}

describe('exemptionHolds', () => {
  it.each<[number, boolean]>([
    [9, false],
    [10, true],
    [19, true],
    [20, false],
  ])('from the 10th to the 20th, on the %dth: %s', (now, holds) => {
    expect(exemptionHolds(exempt('a', [10, 20]), day(now))).toBe(holds);
  });

  it('holds until the last instant before its end', () => {
    const facts = exempt('a', [10, 20]);
    expect(exemptionHolds(facts, '2026-01-19T23:59:59.999Z')).toBe(true);
  });

  it('never holds where it ended before it began', () => {
    expect(exemptionHolds(exempt('a', [20, 10]), day(15))).toBe(false);
  });
});

describe('exemptionFrom', () => {
  it.each<[string, ExemptionFacts[], number, [string | null, number | null]]>([
    ['none', [], 5, [null, null]],
    ['one to come', [exempt('a', [10, 20])], 5, [null, 10]],
    ['one that holds', [exempt('a', [10, 20])], 10, ['a', 20]],
    ['one that is over', [exempt('a', [10, 20])], 20, [null, null]],
    [
      'two, of which the longer one counts',
      [exempt('a', [1, 20]), exempt('b', [1, 25])],
      10,
      ['b', 25],
    ],
    [
      'a longer one that takes over',
      [exempt('a', [1, 20]), exempt('b', [15, 25])],
      10,
      ['a', 15],
    ],
    [
      'a shorter one that changes nothing',
      [exempt('a', [1, 20]), exempt('b', [12, 18])],
      10,
      ['a', 20],
    ],
    [
      'one after a pause',
      [exempt('a', [1, 12]), exempt('b', [14, 18])],
      10,
      ['a', 12],
    ],
    [
      'one that was ended before it began',
      [exempt('a', [14, 12])],
      10,
      [null, null],
    ],
    [
      'one from something else',
      [exempt('a', [1, 20], 'bia')],
      10,
      [null, null],
    ],
    ['one from everything', [exempt('a', [1, 20], 'all')], 10, ['a', 20]],
  ])('finds among %s', (_, exemptions, now, [id, change]) => {
    const found = exemptionFrom('plan', exemptions, day(now));
    expect(found.holding?.id ?? null).toBe(id);
    expect(found.changesAt).toBe(change === null ? null : day(change));
  });

  it('gives the same answer until the moment that it names, and another one then', () => {
    const moment = fc.integer({ min: 1, max: 28 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(moment, moment, fc.constantFrom('plan', 'all'))),
        moment,
        (periods, now) => {
          const exemptions = periods.map(([from, to, requirement], index) =>
            exempt(`e${index}`, [from, to], requirement),
          );
          const at = (number: number) =>
            exemptionFrom('plan', exemptions, day(number)).holding?.id;
          const { changesAt } = exemptionFrom('plan', exemptions, day(now));
          const change = changesAt ? Number(changesAt.slice(8, 10)) : 29;
          for (let each = now; each < change; each++) {
            expect(at(each)).toBe(at(now));
          }
          const isOther = at(change) !== at(now);
          expect(isOther).toBe(changesAt !== null);
        },
      ),
    );
  });
});

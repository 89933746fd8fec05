import { sortMine } from './mineOrder';

type Item = Parameters<typeof sortMine>[0][number];

const item = (title: string, said: Partial<Item> = {}): Item => ({
  title,
  dueAt: null,
  late: false,
  severity: null,
  ...said,
});
const late = (title: string, dueAt: string, said: Partial<Item> = {}) =>
  item(title, { dueAt, late: true, ...said });
const due = (title: string, dueAt: string, said: Partial<Item> = {}) =>
  item(title, { dueAt, ...said });
const day = (number: string) => `2026-03-${number}T23:00:00.000Z`;

describe('the order of My continuity', () => {
  it.each<[string, Item[], string[]]>([
    [
      'what is late comes before what is due, whatever its severity',
      [
        due('due', day('01'), { severity: 'critical' }),
        late('late', day('02'), { severity: 'information' }),
      ],
      ['late', 'due'],
    ],
    [
      'of what is late, the longest late first, whatever its severity',
      [
        late('a week', day('10'), { severity: 'critical' }),
        late('a month', day('03')),
      ],
      ['a month', 'a week'],
    ],
    [
      'then what is due soonest; what has no date comes last',
      [item('some day'), due('later', day('20')), due('soon', day('12'))],
      ['soon', 'later', 'some day'],
    ],
    [
      'on the same day the worst first; no severity stands before an information',
      [
        due('information', day('05'), { severity: 'information' }),
        due('none', day('05')),
        due('warning', day('05'), { severity: 'warning' }),
        due('critical', day('05'), { severity: 'critical' }),
      ],
      ['critical', 'warning', 'none', 'information'],
    ],
    [
      'else by name, whatever its case',
      [item('beta'), item('Alpha'), item('gamma')],
      ['Alpha', 'beta', 'gamma'],
    ],
  ])('%s', (_, given, titles) => {
    expect(sortMine(given).map(({ title }) => title)).toEqual(titles);
    expect(sortMine([...given].reverse()).map(({ title }) => title)).toEqual(
      titles,
    );
  });
});

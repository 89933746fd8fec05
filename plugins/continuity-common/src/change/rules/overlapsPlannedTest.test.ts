import { aDocument } from '../__testUtils__/aCatalogOf';
import { marks, company as catalog } from '../__testUtils__/aCompany';
import { found, type Scene } from '../__testUtils__/aScene';

describe('overlaps-planned-test', () => {
  const window = (plannedStart: string, plannedEnd?: string) => ({
    plannedStart,
    ...(plannedEnd && { plannedEnd }),
  });
  const day = (time: string) => `2026-03-01T${time}:00.000Z`;
  it.each<[string, Partial<Scene>, string[]]>([
    [
      'within the test',
      { change: window(day('09:00'), day('10:00')) },
      ['warning component:ledger'],
    ],
    [
      'around the test',
      { change: window(day('01:00'), day('23:00')) },
      ['warning component:ledger'],
    ],
    [
      'that ends as it begins',
      { change: window(day('07:00'), day('08:00')) },
      [],
    ],
    [
      'that begins as it ends',
      { change: window(day('12:00'), day('13:00')) },
      [],
    ],
    [
      'that reaches into its first moment',
      { change: window(day('07:00'), '2026-03-01T08:00:00.001Z') },
      ['warning component:ledger'],
    ],
    [
      'in another zone’s words',
      {
        change: window(
          '2026-03-01T09:30:00+02:00',
          '2026-03-01T10:30:00+02:00',
        ),
      },
      ['warning component:ledger'],
    ],
    [
      'without an end, as the test begins',
      { change: window(day('08:00')) },
      ['warning component:ledger'],
    ],
    ['without an end, as the test ends', { change: window(day('12:00')) }, []],
    ['that nobody gave', { change: {} }, []],
  ])('for a window %s', (_, scene, expected) => {
    const tests = [{ entityRefs: ['ledger', 'mailer'] }];
    expect(
      found(
        { catalog, touched: { ledger: 'modify' }, tests, ...scene },
        'overlaps-planned-test',
      ),
    ).toEqual(expected);
  });

  const change = window(day('09:00'), day('10:00'));
  it.each<[string, Partial<Scene>, string[]]>([
    [
      'of what needs the touched',
      { tests: [{ entityRefs: ['web'] }] },
      ['warning component:web'],
    ],
    [
      'of what the touched needs',
      { tests: [{ entityRefs: ['resource:db'] }] },
      [],
    ],
    ['of something else', { tests: [{ entityRefs: ['mailer'] }] }, []],
    [
      'that is an invocation',
      {
        tests: [
          { entityRefs: ['web'], isInvocation: true, state: 'in-progress' },
        ],
      },
      [],
    ],
    [
      'that runs over',
      {
        tests: [
          { entityRefs: ['web'], state: 'in-progress', endsAt: day('08:30') },
        ],
        now: day('09:30'),
      },
      ['warning component:web'],
    ],
    [
      'that was missed',
      {
        tests: [{ entityRefs: ['web'], endsAt: day('08:30') }],
        now: day('09:30'),
      },
      [],
    ],
    [
      'of what is degraded only',
      {
        catalog: [
          ...catalog,
          aDocument(
            'report',
            { dependsOn: ['component:ledger'] },
            marks({ 'continuity/soft-dependencies': 'component:ledger' }),
          ),
        ],
        tests: [{ entityRefs: ['report'] }],
      },
      ['information component:report'],
    ],
  ])('for a test %s', (_, scene, expected) => {
    expect(
      found(
        { catalog, touched: { ledger: 'modify' }, change, ...scene },
        'overlaps-planned-test',
      ),
    ).toEqual(expected);
  });
});

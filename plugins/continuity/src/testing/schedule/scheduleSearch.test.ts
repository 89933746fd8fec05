import {
  isScheduleFiltered,
  readScheduleSearch,
  writeScheduleSearch,
  type ScheduleSearch,
} from './scheduleSearch';

describe('the address of the schedule', () => {
  it('keeps everything that is looked at', () => {
    const search: ScheduleSearch = {
      view: 'list',
      span: 'year',
      date: '2026-06-01',
      when: 'coming',
      state: ['planned', 'completed'],
      depth: ['restore'],
      environment: ['production'],
      outcome: ['failed'],
      tier: ['tier-1'],
      owner: ['group:default/payments'],
      person: ['user:default/mira'],
      entity: ['component:default/checkout'],
      plan: ['plan-1'],
      missed: true,
      late: true,
      waitingForMe: true,
      group: 'tier',
      horizon: 'year',
      search: 'orders',
      sort: 'title',
      limit: 100,
      cursor: 'abc',
    };
    expect(readScheduleSearch(writeScheduleSearch(search))).toEqual(search);
  });

  it('leaves out what can’t be understood', () => {
    const params = new URLSearchParams(
      'view=moon&span=week&date=yesterday&state=gone&depth=deep&sort=colour&limit=7&group=x&when=never&missed=yes',
    );
    expect(readScheduleSearch(params)).toEqual({});
  });

  it('leaves out what is as always', () => {
    expect(
      writeScheduleSearch({
        view: 'calendar',
        span: 'month',
        group: 'owner',
        limit: 50,
      }).toString(),
    ).toBe('');
  });

  it.each<[ScheduleSearch, boolean]>([
    [{ view: 'list', span: 'year', date: '2026-01-01', sort: 'title' }, false],
    [{ missed: true }, true],
    [{ when: 'past' }, true],
    [{ tier: ['tier-1'] }, true],
  ])('%j is filtered: %s', (search, filtered) => {
    expect(isScheduleFiltered(search)).toBe(filtered);
  });
});

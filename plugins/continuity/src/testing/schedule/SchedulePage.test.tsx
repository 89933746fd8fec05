import { screen, waitFor, within } from '@testing-library/react';
import { aPolicyResponse } from '../../../dev/fixtures/aPolicy';
import { aDueTest, aTestDetail, aTestText } from '../../../dev/fixtures/aTest';
import { aResponseError } from '../../../dev/fixtures/FakeContinuityApi';
import { FakeTestApi } from '../../../dev/fixtures/FakeTestApi';
import { address, renderTests } from '../../../dev/fixtures/renderTests';
import { stopTheClock } from '../../../dev/fixtures/stopTheClock';

stopTheClock('2026-06-10T09:00:00Z');

const restore = aTestDetail();
const missed = aTestDetail({
  id: 'test-2',
  contents: aTestText({
    title: 'Failover of the shop',
    depth: 'failover',
    schedule: {
      start: '2026-06-03T08:00:00.000Z',
      end: '2026-06-03T10:00:00.000Z',
      timeZone: 'UTC',
    },
  }),
  missed: true,
});
const held = aTestDetail({
  id: 'test-3',
  contents: aTestText({
    title: 'Tabletop on ransomware',
    depth: 'tabletop',
    schedule: {
      allDay: true,
      start: '2026-06-08',
      end: '2026-06-08',
      timeZone: 'Europe/Berlin',
    },
  }),
  state: 'completed',
  outcome: 'failed',
});

describe('days and times', () => {
  // at that moment it is the 11th in Auckland, and still the 10th for the reader
  const inAuckland = {
    getPolicy: async () => ({
      ...aPolicyResponse,
      policy: { ...aPolicyResponse.policy, timeZone: 'Pacific/Auckland' },
    }),
  };
  const early = aTestDetail({
    contents: aTestText({
      title: 'Restore at night',
      schedule: {
        start: '2026-06-30T13:00:00.000Z',
        end: '2026-06-30T15:00:00.000Z',
        timeZone: 'UTC',
      },
    }),
  });

  beforeEach(() => jest.setSystemTime(new Date('2026-06-10T14:00:00Z')));

  it('are those of the policy’s zone in the calendar, which says so', async () => {
    renderTests(new FakeTestApi([early]), '', inAuckland);
    const entry = await screen.findByRole('link', {
      name: /^Restore at night, .*Jul 1, 2026, 1:00\sAM–3:00\sAM \(Pacific\/Auckland\)$/,
    });
    expect(entry.closest('[data-date]')).toHaveAttribute(
      'data-date',
      '2026-07-01',
    );
    expect(
      document.querySelector('.fc-day-today')?.getAttribute('data-date'),
    ).toBe('2026-06-11');
    expect(
      screen.getByText('Days and times are those of Pacific/Auckland.'),
    ).toBeVisible();
    // it is drawn at June's edge, and is none of June's
    expect(screen.getByText('0 tests in June 2026')).toBeVisible();
  });

  it('are those of the policy’s zone in the list, from its today on', async () => {
    const api = new FakeTestApi([early]);
    const list = jest.spyOn(api, 'list');
    renderTests(api, '?view=list&when=coming', inAuckland);
    expect(
      await screen.findByText(/Jul 1, 2026, 1:00\sAM–3:00\sAM \(Pacific/),
    ).toBeVisible();
    expect(list).toHaveBeenCalledWith(
      expect.objectContaining({ from: '2026-06-11' }),
    );
  });

  it('are those of the policy’s zone among what is due', async () => {
    const api = new FakeTestApi([], {
      due: [
        aDueTest({ due: '2026-05-31T12:00:00.000Z' }),
        aDueTest({
          entityRef: 'component:default/ledger',
          title: 'Ledger',
          due: '2026-07-31T12:00:00.000Z',
          late: false,
          state: 'due-soon',
        }),
      ],
    });
    const listDue = jest.spyOn(api, 'listDue');
    const user = renderTests(api, '?view=due&group=none', inAuckland);
    const [late, soon] = await screen.findAllByRole('listitem');
    expect(late).toHaveTextContent('late since Jun 1');
    expect(soon).toHaveTextContent('due Jul 31');
    expect(listDue).toHaveBeenLastCalledWith(
      expect.objectContaining({ until: '2026-09-11' }),
    );
    await user.click(
      screen.getByRole('button', { name: 'Plan a test: Failover, Ledger' }),
    );
    const dialog = await screen.findByRole('dialog');
    // a week from the 11th
    expect(within(dialog).getByLabelText('From')).toHaveValue('2026-06-18');
    expect(within(dialog).getByDisplayValue('Pacific/Auckland')).toBeVisible();
  });

  it('need no name where the reader’s clocks say the same, nor where nobody may know the policy', async () => {
    renderTests(new FakeTestApi([early]), '?view=list', {
      getPolicy: async () => {
        throw aResponseError(403, {
          error: { name: 'NotAllowedError', message: 'No' },
        });
      },
    });
    expect(
      await screen.findByText(/^Jun 30, 2026, 1:00\sPM–3:00\sPM$/),
    ).toBeVisible();
  });
});

describe('the calendar of tests', () => {
  it('says of each test its depth, state and outcome, and leads to it', async () => {
    renderTests(new FakeTestApi([restore, missed, held]));
    const entry = await screen.findByRole('link', {
      name: /Failover of the shop, Failover, Missed, /,
    });
    expect(entry).toHaveAttribute('href', '/continuity/tests/test-2');
    expect(
      screen.getByRole('link', {
        name: 'Tabletop on ransomware, Tabletop, Completed, Failed, Jun 8, 2026',
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: /Restore, Planned/ }),
    ).toBeVisible();
    expect(screen.getByText('3 tests in June 2026')).toBeVisible();
  });

  it('asks only for its window, and turns to the next month in the address', async () => {
    const api = new FakeTestApi([restore]);
    const list = jest.spyOn(api, 'list');
    const user = renderTests(api);
    await screen.findByRole('link', { name: /Restore, Planned/ });
    expect(list).toHaveBeenLastCalledWith(
      expect.objectContaining({ from: '2026-05-25', to: '2026-07-14' }),
    );
    await user.click(screen.getByRole('button', { name: 'Next month' }));
    expect(address()).toBe('/continuity/tests?date=2026-07-01');
    await waitFor(() =>
      expect(list).toHaveBeenLastCalledWith(
        expect.objectContaining({ from: '2026-06-24', to: '2026-08-14' }),
      ),
    );
    expect(await screen.findByText('0 tests in July 2026')).toBeVisible();
    expect(screen.getByText('Nothing is planned here.')).toBeVisible();
  });

  it('asks month by month where one answer can’t hold all, and says what it did not draw', async () => {
    const inMonth = (month: string, count: number) =>
      Array.from({ length: count }, (_, at) =>
        aTestDetail({
          id: `${month}-${at}`,
          contents: aTestText({
            schedule: {
              start: `2026-${month}-15T08:00:00.000Z`,
              end: `2026-${month}-15T09:00:00.000Z`,
              timeZone: 'UTC',
            },
          }),
        }),
      );
    const api = new FakeTestApi([...inMonth('02', 310), ...inMonth('03', 200)]);
    const list = jest.spyOn(api, 'list');
    renderTests(api, '?span=quarter&date=2026-02-01');
    expect(
      await screen.findByText(/Not all tests are drawn: February 300 of 310\./),
    ).toBeVisible();
    expect(screen.getByText('510 tests in January – March 2026')).toBeVisible();
    expect(list).toHaveBeenCalledTimes(4);
  });

  it('moves a test by a press, with the reason', async () => {
    const api = new FakeTestApi([restore]);
    const move = jest.spyOn(api, 'reschedule');
    const user = renderTests(api);
    await user.click(
      await screen.findByRole('button', {
        name: 'Move “Restore of the orders database” to another time',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    await user.click(
      await within(dialog).findByRole('button', { name: 'Move' }),
    );
    expect(within(dialog).getByText('Say why it is moved.')).toBeVisible();
    expect(move).not.toHaveBeenCalled();
    await user.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'Month end',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Move' }));
    await waitFor(() =>
      expect(move).toHaveBeenCalledWith(
        'test-1',
        {
          schedule: {
            allDay: false,
            start: '2026-06-17T08:00:00.000Z',
            end: '2026-06-17T10:00:00.000Z',
            timeZone: 'Europe/Berlin',
          },
          reason: 'Month end',
        },
        { revision: 1 },
      ),
    );
  });
});

describe('the list of tests', () => {
  it('is filtered by its address, and sorted by a press', async () => {
    const api = new FakeTestApi([restore, missed, held]);
    const list = jest.spyOn(api, 'list');
    const user = renderTests(api, '?view=list&depth=failover&depth=restore');
    const table = await screen.findByRole('table', { name: 'Tests' });
    expect(within(table).getAllByRole('row')).toHaveLength(3);
    expect(within(table).getByText('Missed')).toBeVisible();
    await user.click(within(table).getByRole('button', { name: 'Test' }));
    expect(address()).toBe(
      '/continuity/tests?view=list&depth=failover&depth=restore&sort=title',
    );
    await waitFor(() =>
      expect(list).toHaveBeenLastCalledWith(
        expect.objectContaining({
          depth: ['failover', 'restore'],
          sort: 'title',
        }),
      ),
    );
  });

  it('turns pages', async () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      aTestDetail({ id: `t${at}` }),
    );
    const user = renderTests(new FakeTestApi(many), '?view=list&limit=25');
    expect(await screen.findByText('1–25 of 30')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('26–30 of 30')).toBeVisible();
  });

  it('says what a test is where there are none', async () => {
    renderTests(new FakeTestApi([]), '?view=list');
    expect(await screen.findByText('There are no tests yet')).toBeVisible();
    expect(
      screen.getAllByRole('button', { name: 'Plan a test' })[0],
    ).toHaveAttribute('href', '/continuity/tests/new');
  });

  it('offers to clear filters that nothing matches', async () => {
    const user = renderTests(
      new FakeTestApi([restore]),
      '?view=list&depth=parallel',
    );
    expect(
      await screen.findByText('No test matches the filters'),
    ).toBeVisible();
    await user.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    expect(await screen.findByRole('table', { name: 'Tests' })).toBeVisible();
  });
});

describe('who may not', () => {
  it('read continuity data is told whom to ask', async () => {
    const refused = async () => {
      throw aResponseError(403, {
        error: { name: 'NotAllowedError', message: 'no' },
      });
    };
    renderTests({ list: refused, listDue: refused });
    expect(
      await screen.findByText('You may not read continuity data'),
    ).toBeVisible();
    expect(screen.queryByText('To be planned')).toBeNull();
  });

  it('plan tests sees no way to', async () => {
    renderTests(
      new FakeTestApi([restore], { mayCreate: false, due: [aDueTest()] }),
    );
    await screen.findByRole('link', { name: /Restore, Planned/ });
    expect(await screen.findByText('Never tested')).toBeVisible();
    expect(screen.queryByText('Plan a test')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Plan/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
  });

  it('reach the server gets another try', async () => {
    const api = new FakeTestApi([restore]);
    const list = jest
      .spyOn(api, 'list')
      .mockRejectedValueOnce(new Error('The server is away'));
    const user = renderTests(api, '?view=list');
    await user.click(
      await screen.findByRole('button', { name: /Try again|Retry/ }),
    );
    expect(await screen.findByRole('table', { name: 'Tests' })).toBeVisible();
    expect(list).toHaveBeenCalledTimes(2);
  });
});

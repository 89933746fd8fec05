import { screen, waitFor, within } from '@testing-library/react';
import type { PlanSummary } from 'backstage-plugin-continuity-common';
import { aPlanDetail, summaryOf } from '../../../dev/fixtures/aPlan';
import { aTestDetail, aTestText } from '../../../dev/fixtures/aTest';
import { aResponseError } from '../../../dev/fixtures/FakeContinuityApi';
import { FakeTestApi } from '../../../dev/fixtures/FakeTestApi';
import { address, renderTests } from '../../../dev/fixtures/renderTests';
import { stopTheClock } from '../../../dev/fixtures/stopTheClock';

stopTheClock('2026-06-10T09:00:00Z');
beforeEach(() => window.sessionStorage.clear());

const plans = {
  list: async () => ({
    items: [summaryOf(aPlanDetail())] as PlanSummary[],
    totalItems: 1,
    waitingForMe: 0,
    pageInfo: {},
    allowedActions: [],
  }),
};

function open(api: FakeTestApi, path: string) {
  return renderTests(api, path, { plans } as never);
}

describe('planning a test', () => {
  it('begins with what its address says, and with the plan in force', async () => {
    const api = new FakeTestApi([]);
    const create = jest.spyOn(api, 'create');
    const user = open(
      api,
      '/new?entities=component:default/checkout&depth=failover&day=2026-07-01',
    );
    expect(await screen.findByLabelText(/^Failover/)).toBeChecked();
    const version = await screen.findByRole('checkbox', {
      name: /Recovery of the checkout, version/,
    });
    expect(version).toBeChecked();
    expect(
      screen.getByText('Left empty, it is called “Failover: Checkout”.'),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Plan the test' }));
    await waitFor(() => expect(create).toHaveBeenCalledTimes(1));
    const { contents, held } = create.mock.calls[0][0];
    expect(contents).toMatchObject({
      title: 'Failover: Checkout',
      depth: 'failover',
      entities: ['component:default/checkout'],
      plans: [{ planId: 'plan-checkout' }],
      facilitator: 'user:default/mira',
      schedule: { allDay: false },
    });
    expect(held).toBeUndefined();
    await waitFor(() => expect(address()).toBe('/continuity/tests/test-1'));
  });

  it('offers the scenarios in the reader’s language', async () => {
    const user = renderTests(
      new FakeTestApi([]),
      '/new',
      { plans } as never,
      'de',
    );
    await user.click(await screen.findByRole('button', { name: /^Szenario/ }));
    await user.click(
      await screen.findByRole('option', {
        name: /^Erpressung durch Verschlüsselung/,
      }),
    );
    expect(
      screen.getByText(
        'Wo ist der Wiederherstellungsplan, wenn das Wiki verschlüsselt ist?',
      ),
    ).toBeVisible();
  });

  it('takes aims and criteria over from a scenario, after a look at it', async () => {
    const api = new FakeTestApi([]);
    const create = jest.spyOn(api, 'create');
    const user = open(api, '/new?entities=component:default/checkout');
    await user.click(await screen.findByRole('button', { name: /^Scenario/ }));
    await user.click(await screen.findByRole('option', { name: 'Ransomware' }));
    const preview = screen.getByRole('group', {
      name: 'The scenario “Ransomware”',
    });
    expect(preview).toHaveTextContent('Who is told first?');
    expect(preview).toHaveTextContent('after 20 min: A journalist calls.');
    await user.click(
      within(preview).getByRole('button', {
        name: 'Take over its aims and success criteria',
      }),
    );
    expect(screen.getByLabelText('Success criterion 1')).toHaveValue(
      'A clean copy is found within 30 minutes',
    );
    await user.click(screen.getByRole('button', { name: 'Plan the test' }));
    await waitFor(() => expect(create).toHaveBeenCalled());
    expect(create.mock.calls[0][0].contents).toMatchObject({
      depth: 'tabletop',
      scenario: {
        id: 'ransomware',
        description: 'Files on the shop’s servers are encrypted.',
      },
      aims: '- Know who decides to cut the network',
      successCriteria: [
        { id: 'c1', text: 'A clean copy is found within 30 minutes' },
      ],
    });
  });

  it('says at the fields what is missing, and sends nothing', async () => {
    const api = new FakeTestApi([]);
    const create = jest.spyOn(api, 'create');
    const user = open(api, '/new');
    await user.click(
      await screen.findByRole('button', { name: 'Plan the test' }),
    );
    expect(screen.getByText('Name at least one service.')).toBeVisible();
    expect(screen.getByText(/Something is not right yet/)).toBeVisible();
    expect(create).not.toHaveBeenCalled();
  });

  it('shows what the server refuses at the field that it names', async () => {
    const api = new FakeTestApi([]);
    jest.spyOn(api, 'create').mockRejectedValue(
      aResponseError(400, {
        error: {
          name: 'InputError',
          message: 'Wrong',
          issues: [
            { path: 'contents.title', message: 'There is one already.' },
          ],
        },
      }),
    );
    const user = open(api, '/new?entities=component:default/checkout');
    await user.click(
      await screen.findByRole('button', { name: 'Plan the test' }),
    );
    expect(await screen.findByText('There is one already.')).toBeVisible();
    expect(screen.getByLabelText('Title')).toBeInvalid();
  });

  it('asks before what is not saved is left, and brings it back afterwards', async () => {
    const user = open(new FakeTestApi([]), '/new');
    await user.type(await screen.findByLabelText('Title'), 'Orders');
    await user.click(screen.getByRole('link', { name: 'All tests' }));
    const dialog = await screen.findByRole('dialog');
    expect(address()).toBe('/continuity/tests/new');
    await user.click(
      within(dialog).getByRole('button', { name: 'Keep editing' }),
    );
    expect(screen.getByLabelText('Title')).toHaveValue('Orders');
  });

  it('enters a test that was held, with only its day', async () => {
    const api = new FakeTestApi([]);
    const create = jest.spyOn(api, 'create');
    const user = open(
      api,
      '/new?entities=component:default/checkout&held=1&day=2026-05-04',
    );
    expect(
      await screen.findByText(/marked as entered afterwards/),
    ).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'All day' }));
    await user.click(
      screen.getByRole('button', { name: 'Enter and record results' }),
    );
    await waitFor(() => expect(create).toHaveBeenCalled());
    expect(create.mock.calls[0][0]).toMatchObject({
      held: { on: '2026-05-04' },
      contents: { schedule: { allDay: true, start: '2026-05-04' } },
    });
  });
});

describe('changing a planned test', () => {
  it('asks why its dates change, and sends the revision that was read', async () => {
    const api = new FakeTestApi([aTestDetail()]);
    const update = jest.spyOn(api, 'update');
    const user = open(api, '/test-1/edit');
    const from = await screen.findByLabelText('From');
    expect(from).toHaveValue('2026-06-17');
    await user.clear(from);
    await user.type(from, '2026-06-18');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('Say why it is moved.')).toBeVisible();
    await user.type(screen.getByLabelText('Reason'), 'Month end');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(update).toHaveBeenCalledWith(
        'test-1',
        expect.objectContaining({ reason: 'Month end' }),
        { revision: 1 },
      ),
    );
  });

  it('loses nothing when somebody else changed it meanwhile', async () => {
    const api = new FakeTestApi([aTestDetail()]);
    const user = open(api, '/test-1/edit');
    const title = await screen.findByLabelText('Title');
    await api.update(
      'test-1',
      { contents: aTestText({ title: 'Theirs' }) },
      { revision: 1 },
    );
    await user.clear(title);
    await user.type(title, 'Mine');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByText(/Somebody changed this test meanwhile/),
    ).toBeVisible();
    expect(title).toHaveValue('Mine');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(async () =>
      expect((await api.get('test-1')).title).toBe('Mine'),
    );
  });

  it('leaves what a test is measured by as it is, once it has begun', async () => {
    open(
      new FakeTestApi([aTestDetail({ state: 'in-progress' })]),
      '/test-1/edit',
    );
    expect(await screen.findByLabelText('Title')).toBeVisible();
    expect(screen.getByLabelText('Preparation')).toBeVisible();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.queryByLabelText('Aims')).toBeNull();
    expect(screen.queryByLabelText('From')).toBeNull();
  });

  it('is refused to who may not', async () => {
    open(
      new FakeTestApi([aTestDetail({ allowedActions: [] })]),
      '/test-1/edit',
    );
    expect(await screen.findByText('You may not do this')).toBeVisible();
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { aDueTest, aPlannedGlance } from '../../../dev/fixtures/aTest';
import { FakeTestApi } from '../../../dev/fixtures/FakeTestApi';
import { address, renderTests } from '../../../dev/fixtures/renderTests';
import { stopTheClock } from '../../../dev/fixtures/stopTheClock';

stopTheClock('2026-06-10T09:00:00Z');

const due = [
  aDueTest(),
  aDueTest({
    entityRef: 'component:default/ledger',
    title: 'Ledger',
    due: '2026-07-01T00:00:00.000Z',
    late: false,
    state: 'due-soon',
  }),
  aDueTest({
    entityRef: 'component:default/mailer',
    title: 'Mailer',
    tier: 'tier-2',
    owner: null,
    ownerTitle: null,
    depth: 'restore',
    due: '2026-05-01T00:00:00.000Z',
    planned: aPlannedGlance({ testId: 'test-9' }),
  }),
];

describe('what is due to be planned', () => {
  it('is put together by owner, the longest overdue first, and says how late it is', async () => {
    renderTests(new FakeTestApi([], { due }), '?view=due');
    expect(
      await screen.findByText('3 tests are demanded and not planned, 2 late'),
    ).toBeVisible();
    const group = await screen.findByRole('list', { name: 'Payments on-call' });
    const [first, second] = await within(group).findAllByRole('listitem');
    expect(first).toHaveTextContent(
      /Checkout.*Failover.*Never tested.*late since Mar 1/,
    );
    expect(second).toHaveTextContent(/Ledger.*Due soon.*due Jun 30/);
    expect(
      screen.getByRole('button', { name: /Without an owner 1, 1 late/ }),
    ).toBeVisible();
  });

  it('is put together by tier in the address', async () => {
    const user = renderTests(new FakeTestApi([], { due }), '?view=due');
    await user.click(await screen.findByLabelText('Group by'));
    await user.click(await screen.findByRole('option', { name: 'Nothing' }));
    expect(address()).toBe('/continuity/tests?view=due&group=none');
    expect(
      await screen.findByRole('link', { name: 'planned Jun 17, too late' }),
    ).toHaveAttribute('href', '/continuity/tests/test-9');
  });

  it('becomes one test for several services', async () => {
    const api = new FakeTestApi([], { due });
    const plan = jest.spyOn(api, 'planDue');
    const user = renderTests(api, '?view=due');
    await user.click(
      await screen.findByRole('checkbox', {
        name: 'Choose Checkout, Failover',
      }),
    );
    await user.click(
      screen.getByRole('checkbox', { name: 'Choose Ledger, Failover' }),
    );
    await user.click(
      screen.getByRole('button', {
        name: 'Plan one test for these 2 services',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByLabelText('One test for all')).toBeChecked();
    await waitFor(() =>
      expect(within(dialog).getByLabelText('Facilitator')).not.toHaveValue(''),
    );
    await user.click(
      within(dialog).getByRole('button', { name: 'Plan the test' }),
    );
    expect(await screen.findByText('1 test is planned.')).toBeVisible();
    expect(plan).toHaveBeenCalledWith(
      expect.objectContaining({
        items: [
          { entityRef: 'component:default/checkout', depth: 'failover' },
          { entityRef: 'component:default/ledger', depth: 'failover' },
        ],
        tests: 'one',
        facilitator: 'user:default/mira',
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(
      await screen.findByText('1 test is demanded and not planned, 1 late'),
    ).toBeVisible();
  });

  it('is planned by one press, and tells what was refused', async () => {
    const api = new FakeTestApi([], { due: due.slice(0, 1) });
    jest.spyOn(api, 'planDue').mockResolvedValue({
      tests: [],
      refused: [
        {
          entityRef: 'component:default/checkout',
          depth: 'failover',
          message: 'Its tier changed.',
        },
      ],
    });
    const user = renderTests(api, '?view=due');
    await user.click(
      await screen.findByRole('button', {
        name: 'Plan a test: Failover, Checkout',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    await waitFor(() =>
      expect(within(dialog).getByLabelText('Facilitator')).not.toHaveValue(''),
    );
    await user.click(
      within(dialog).getByRole('button', { name: 'Plan the test' }),
    );
    expect(await screen.findByText('1 item was not planned:')).toBeVisible();
    expect(screen.getByText(/Its tier changed\./)).toBeVisible();
  });

  it('shows what speaks against the time while it is chosen', async () => {
    const api = new FakeTestApi([], {
      due: due.slice(0, 1),
      conflicts: [
        {
          kind: 'freeze',
          refs: [],
          redacted: 0,
          test: null,
          title: 'Month end',
          from: '2026-06-17T00:00:00.000Z',
          to: '2026-06-18T00:00:00.000Z',
        },
        {
          kind: 'participant',
          refs: ['user:default/mira'],
          redacted: 0,
          test: {
            id: 'test-5',
            title: 'Restore of the mail',
            startsAt: '2026-06-17T08:00:00.000Z',
            endsAt: '2026-06-17T10:00:00.000Z',
          },
          title: null,
          from: '2026-06-17T08:00:00.000Z',
          to: '2026-06-17T10:00:00.000Z',
        },
      ],
    });
    const user = renderTests(api, '?view=due');
    await user.click(
      await screen.findByRole('button', {
        name: 'Plan a test: Failover, Checkout',
      }),
    );
    const conflicts = await screen.findByRole('list', { name: 'Conflicts' });
    expect(conflicts).toHaveTextContent('It falls into the freeze “Month end”');
    expect(
      within(conflicts).getByRole('link', { name: 'Restore of the mail' }),
    ).toHaveAttribute('href', '/continuity/tests/test-5');
  });

  it('says so where everything is planned', async () => {
    renderTests(new FakeTestApi([]), '?view=due');
    expect(
      await screen.findByText(
        'All that the policy demands within this time is planned.',
      ),
    ).toBeVisible();
  });
});

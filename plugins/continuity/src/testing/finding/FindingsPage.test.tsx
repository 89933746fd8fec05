import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { aFinding } from '../../../dev/fixtures/aFinding';
import { FakeRunApi } from '../../../dev/fixtures/FakeRunApi';
import { address, renderTests } from '../../../dev/fixtures/renderTests';
import { aResponseError } from '../../../dev/fixtures/FakeContinuityApi';
import { stopTheClock } from '../../../dev/fixtures/stopTheClock';

stopTheClock('2026-06-20T12:00:00Z');

const overdue = aFinding({
  id: 'late',
  title: 'The backup key is in one drawer',
  dueOn: '2026-06-10',
  overdue: true,
});

const open = (findings = [aFinding(), overdue], path = '/findings') => {
  const api = new FakeRunApi([], { findings });
  return { api, user: renderTests(api, path) };
};

describe('the findings', () => {
  it('are listed with severity, state, who deals with them and until when', async () => {
    open();
    const table = await screen.findByRole('table', { name: 'Findings' });
    expect(
      within(table).getByRole('link', {
        name: 'The standby has too few connections',
      }),
    ).toHaveAttribute('href', '/continuity/tests/findings/finding-1');
    expect(within(table).getByText('overdue, was due Jun 10')).toBeVisible();
    expect(within(table).getByText('due Jul 15')).toBeVisible();
    expect(screen.getByText(/one overdue/)).toBeVisible();
  });

  it('keep their filters in the address', async () => {
    const { user } = open();
    await user.click(
      await screen.findByRole('checkbox', { name: 'Only overdue' }),
    );
    await waitFor(() => expect(address()).toContain('overdue=true'));
    await waitFor(() =>
      expect(
        screen.queryByRole('link', {
          name: 'The standby has too few connections',
        }),
      ).toBeNull(),
    );
  });

  it('move on the board by their menu, which asks what belongs to the step', async () => {
    const { user } = open([aFinding()], '/findings?view=board');
    await user.click(
      await screen.findByRole('button', { name: /^Move “The standby/ }),
    );
    await user.click(screen.getByRole('menuitem', { name: 'Resolve' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Resolve' }));
    expect(
      await within(dialog).findByText('Write something in the field.'),
    ).toBeVisible();
    await user.type(
      within(dialog).getByRole('textbox', { name: 'What was done' }),
      'Pool enlarged',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Resolve' }));
    const column = screen.getByRole('region', { name: 'Resolved' });
    expect(
      await within(column).findByText('The standby has too few connections'),
    ).toBeInTheDocument();
  });

  it('move on the board by dragging, but not where they may not go', async () => {
    open([aFinding()], '/findings?view=board');
    const card = (
      await screen.findByText('The standby has too few connections')
    ).closest('li')!;
    const dataTransfer = { setData: () => {} };
    fireEvent.dragStart(card, { dataTransfer });
    fireEvent.drop(
      screen.getByRole('region', { name: 'Verified or accepted' }),
      { dataTransfer },
    );
    expect(await screen.findByText(/can’t be moved there/)).toBeVisible();
    fireEvent.dragStart(card, { dataTransfer });
    fireEvent.drop(screen.getByRole('region', { name: 'In progress' }), {
      dataTransfer,
    });
    expect(
      await screen.findByRole('heading', { name: 'Start work' }),
    ).toBeVisible();
  });

  it('tell who resolved one that another person verifies it', async () => {
    open(
      [
        aFinding({
          state: 'resolved',
          allowedActions: [],
          resolution: {
            by: 'user:default/mira',
            at: '2026-06-19T10:00:00.000Z',
            what: 'Pool enlarged',
          },
        }),
      ],
      '/findings/finding-1',
    );
    expect(
      await screen.findByText(/You resolved this finding: another person/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Verify' })).toBeNull();
  });

  it('are verified with an answer to whether it worked', async () => {
    const { api, user } = open(
      [aFinding({ state: 'resolved', allowedActions: ['finding.verify'] })],
      '/findings/finding-1',
    );
    const verify = jest.spyOn(api.findings, 'verify');
    await user.click(await screen.findByRole('button', { name: 'Verify' }));
    const dialog = screen.getByRole('dialog');
    await user.type(
      within(dialog).getByRole('textbox', { name: 'How you know' }),
      'Load test of Friday',
    );
    await user.click(
      within(dialog).getByRole('radio', { name: 'It did not work' }),
    );
    await user.click(within(dialog).getByRole('button', { name: 'Verify' }));
    await waitFor(() =>
      expect(verify).toHaveBeenCalledWith('finding-1', {
        worked: false,
        note: 'Load test of Friday',
      }),
    );
  });

  it('say that there is none, and whom to ask for a permission', async () => {
    open([]);
    expect(await screen.findByText('No findings')).toBeVisible();
  });

  it('say whom to ask where they may not be read', async () => {
    const api = new FakeRunApi([]);
    jest.spyOn(api.findings, 'list').mockRejectedValue(
      aResponseError(403, {
        error: { name: 'NotAllowedError', message: 'No' },
      }),
    );
    renderTests(api, '/findings');
    expect(
      await screen.findByText('You may not read continuity data'),
    ).toBeVisible();
  });
});

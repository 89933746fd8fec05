import { screen, within } from '@testing-library/react';
import { aChangeDetail } from '../../../dev/fixtures/aChange';
import { FakeChangeApi } from '../../../dev/fixtures/FakeChangeApi';
import { aResponseError } from '../../../dev/fixtures/FakeContinuityApi';
import { fakeReader } from '../../../dev/fixtures/FakePlanApi';
import { renderChanges } from '../../../dev/fixtures/renderChanges';
import { stopTheClock } from '../../../dev/fixtures/stopTheClock';

stopTheClock('2026-06-10T09:00:00.000Z');
jest.setTimeout(60_000);

describe('the page of a change', () => {
  it('goes from planned over approved to implemented, and says what plans are asked', async () => {
    const user = renderChanges(
      new FakeChangeApi([aChangeDetail()]),
      '/change-1',
    );
    expect(
      await screen.findByRole('heading', {
        name: 'Move the ledger to a smaller database',
      }),
    ).toBeVisible();
    expect(
      screen.getByText(/each plan that needs a look gets a request/),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Approve' }));
    await user.click(
      within(screen.getByRole('dialog')).getByRole('button', {
        name: 'Approve',
      }),
    );
    const table = await screen.findByRole('table', {
      name: 'Plan change requests',
    });
    expect(within(table).getByText(/not stale yet/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Implemented' }));
    await user.click(
      within(screen.getByRole('dialog')).getByRole('button', {
        name: 'It was implemented',
      }),
    );
    expect(await screen.findByText(/The plan is stale/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Withdraw' })).toBeNull();
  });

  it('is withdrawn with a reason, and leaves nothing on plans', async () => {
    const api = new FakeChangeApi([aChangeDetail()]);
    const withdraw = jest.spyOn(api, 'withdraw');
    const user = renderChanges(api, '/change-1');
    await user.click(await screen.findByRole('button', { name: 'Withdraw' }));
    const dialog = screen.getByRole('dialog');
    await user.type(within(dialog).getByRole('textbox'), 'Not needed.');
    await user.click(within(dialog).getByRole('button', { name: 'Withdraw' }));
    expect(
      await screen.findByText(/It left no trace on any plan/),
    ).toBeVisible();
    expect(withdraw).toHaveBeenCalledWith('change-1', 'Not needed.');
  });

  it('tells who asked for it that another person approves it', async () => {
    renderChanges(
      new FakeChangeApi([
        aChangeDetail({
          requestedBy: fakeReader,
          allowedActions: ['withdraw'],
        }),
      ]),
      '/change-1',
    );
    expect(
      await screen.findByText(/another person has to approve it/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it('shows in words why the service refused', async () => {
    const api = new FakeChangeApi([aChangeDetail()]);
    jest.spyOn(api, 'approve').mockRejectedValue(
      aResponseError(403, {
        error: {
          name: 'NotAllowedError',
          message: 'You asked for this change yourself.',
        },
      }),
    );
    const user = renderChanges(api, '/change-1');
    await user.click(await screen.findByRole('button', { name: 'Approve' }));
    const dialog = screen.getByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Approve' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'You asked for this change yourself.',
    );
  });

  it('owes a review as an emergency, which is recorded with what it found', async () => {
    const api = new FakeChangeApi([
      aChangeDetail({
        type: 'emergency',
        state: 'implemented',
        allowedActions: ['review'],
        review: {
          dueAt: '2026-06-08T00:00:00.000Z',
          late: true,
          doneAt: null,
          doneBy: null,
        },
        callback: {
          state: 'failed',
          attempts: 3,
          lastError: '503 Service Unavailable',
          lastAt: '2026-06-09T00:00:00.000Z',
        },
      }),
    ]);
    const user = renderChanges(api, '/change-1');
    expect(await screen.findByText(/review .* is overdue/)).toBeVisible();
    expect(
      screen.getByText('Last error: 503 Service Unavailable'),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Review' }));
    const dialog = screen.getByRole('dialog');
    const submit = within(dialog).getByRole('button', {
      name: 'Record the review',
    });
    await user.click(submit);
    expect(
      await within(dialog).findByText('Say what the review found.'),
    ).toBeVisible();
    await user.type(
      within(dialog).getByRole('textbox', { name: 'What the review found' }),
      'The restart was right.',
    );
    await user.click(submit);
    expect(await screen.findByText('reviewed by Mira Okafor')).toBeVisible();
  });

  it('is assessed again with what was asked before, and keeps every assessment', async () => {
    const api = new FakeChangeApi([aChangeDetail()]);
    const assess = jest.spyOn(api, 'assessAgain');
    const user = renderChanges(api, '/change-1');
    expect(
      await screen.findByText('one entity, 3 files, one proposed document'),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Assess again' }));
    const list = await screen.findByRole('list', { name: 'Assessments' });
    expect(await within(list).findByText('Number 2: Blocked')).toBeVisible();
    expect(within(list).getByText('Number 1: Blocked')).toBeVisible();
    expect(assess).toHaveBeenCalledWith('change-1');
  });

  it.each([
    ['not-kept', /before those were kept/],
    ['too-large', /more files or documents than are kept/],
    ['hidden', /touches what you may not see/],
  ] as const)(
    'says why it is not assessed again from here: %s',
    async (again, text) => {
      const question = {
        again,
        entities: null,
        files: null,
        documents: null,
      };
      renderChanges(
        new FakeChangeApi([aChangeDetail({ question })]),
        '/change-1',
      );
      expect(await screen.findByText(text)).toBeVisible();
      expect(screen.getByText(/The check blocks this change/)).toBeVisible();
      expect(screen.queryByRole('button', { name: 'Assess again' })).toBeNull();
      expect(screen.queryByText('Assessed with')).toBeNull();
    },
  );

  it('refuses a stale edit in words', async () => {
    const api = new FakeChangeApi([aChangeDetail()]);
    const user = renderChanges(api, '/change-1');
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    await api.update('change-1', { title: 'Other' }, { revision: 1 });
    const dialog = screen.getByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(
      await within(dialog).findByText(/somebody changed this meanwhile/),
    ).toBeVisible();
  });

  it('has a history of who did what', async () => {
    const user = renderChanges(
      new FakeChangeApi([aChangeDetail()]),
      '/change-1',
    );
    await user.click(await screen.findByRole('button', { name: 'History' }));
    const drawer = await screen.findByRole('dialog', { name: /^History of/ });
    expect(within(drawer).getByText(/recorded it/)).toBeVisible();
    expect(
      within(drawer).getByRole('link', { name: 'Jonas Weber' }),
    ).toBeVisible();
  });

  it('says that there is none', async () => {
    renderChanges(new FakeChangeApi(), '/change-9');
    expect(await screen.findByText('There is no such change')).toBeVisible();
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import type { ChangeAssessRequest } from 'backstage-plugin-continuity-common';
import {
  aChangeDetail,
  aPlanRequest,
  anAssessment,
} from '../../dev/fixtures/aChange';
import { FakeChangeApi } from '../../dev/fixtures/FakeChangeApi';
import { aResponseError } from '../../dev/fixtures/FakeContinuityApi';
import { address, renderChanges } from '../../dev/fixtures/renderChanges';
import { stopTheClock } from '../../dev/fixtures/stopTheClock';

stopTheClock('2026-06-10T09:00:00.000Z');
// Several screens in one walk, on a machine that does other things as well.
jest.setTimeout(60_000);

const LEDGER = 'resource:default/ledger-db';

describe('the check of a change', () => {
  it('answers at once where the address says what is touched', async () => {
    const api = new FakeChangeApi();
    const assess = jest.spyOn(api, 'assess');
    renderChanges(api, `?touched=${LEDGER}&type=emergency`);
    expect(await screen.findByText('Blocked')).toBeVisible();
    expect(assess).toHaveBeenCalledTimes(1);
    expect(assess).toHaveBeenCalledWith({
      change: { type: 'emergency' },
      touched: [{ entityRef: LEDGER, action: 'modify' }],
    });
    expect(screen.getByText(/one of them blocks/)).toBeVisible();
  });

  it('groups what the change causes by plan, each with its path, why, what to do, and whom to ask', async () => {
    renderChanges(new FakeChangeApi(), `?touched=${LEDGER}`);
    const plan = await screen.findByRole('region', {
      name: /^Plan Recovery of the shop/,
    });
    expect(
      within(plan).getByRole('link', { name: /Recovery of the shop/ }),
    ).toHaveAttribute('href', '/continuity/plans/plan-1');
    const path = within(plan).getByRole('list', { name: 'Why it is reached' });
    expect(
      within(path)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual(['Checkout', 'Payments', 'Ledger database']);
    expect(
      within(plan).getByText(/A dependency of Checkout goes/),
    ).toBeVisible();
    expect(within(plan).getByText(/Read the recovery steps/)).toBeVisible();
    expect(
      within(plan).getByRole('link', { name: 'Payments on call' }),
    ).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'Ledger database' }),
    ).toHaveTextContent('blocks');
  });

  it('folds away what was so before, and counts it', async () => {
    const user = renderChanges(new FakeChangeApi(), `?touched=${LEDGER}`);
    expect(await screen.findByText('One thing was so before')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Search' })).toBeNull();
    const [show] = screen.getAllByRole('button', { name: 'Show' });
    await user.click(show);
    expect(screen.getByRole('region', { name: 'Search' })).toBeVisible();
  });

  it('shows by which way something is hit when it is asked', async () => {
    const user = renderChanges(new FakeChangeApi(), `?touched=${LEDGER}`);
    const table = await screen.findByRole('table', { name: 'What is hit' });
    expect(within(table).getByText('Affected')).toBeVisible();
    await user.click(
      within(table).getByRole('button', { name: 'Show the path of Checkout' }),
    );
    expect(within(table).getByRole('link', { name: 'Payments' })).toBeVisible();
  });

  it('says in words what is left out and what could not be taken', async () => {
    const api = new FakeChangeApi([], {
      answer: () =>
        anAssessment({
          truncated: { impacted: 3, findings: 0, mapped: 0, unmapped: 0 },
          redacted: { touched: 0, impacted: 1, findings: 2, plans: 0 },
          problems: [
            {
              at: 'proposed[2].spec.owner',
              kind: 'document-invalid',
              message: 'Name an owner.',
            },
          ],
        }),
    });
    renderChanges(api, `?touched=${LEDGER}`);
    expect(
      await screen.findByText(
        '3 more that are hit are counted, but not listed.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText('One more that you may not see is hit.'),
    ).toBeVisible();
    expect(
      screen.getByText('2 more findings are about what you may not see.'),
    ).toBeVisible();
    expect(screen.getByText('proposed[2].spec.owner')).toBeVisible();
    expect(screen.getByText('docs/readme.md')).toBeVisible();
  });

  it('takes pasted paths and documents, and tells what is no YAML by document', async () => {
    let asked: ChangeAssessRequest | undefined;
    const api = new FakeChangeApi([], {
      answer: request => {
        asked = request;
        return anAssessment();
      },
    });
    const user = renderChanges(api);
    await user.click(await screen.findByRole('button', { name: 'Check' }));
    expect(await screen.findByText(/Name what is touched first/)).toBeVisible();

    await user.click(
      screen.getByRole('textbox', { name: 'Paths, one a line' }),
    );
    await user.paste('src/a.go\nR100\told/b.go\tnew/b.go\n');
    expect(screen.getByText('2 paths')).toBeVisible();
    expect(
      screen.getByText(/Write the address of the repository/),
    ).toBeVisible();
    await user.type(
      screen.getByRole('textbox', { name: 'Repository' }),
      'https://github.com/acme/shop',
    );
    const yaml = screen.getByRole('textbox', { name: 'YAML documents' });
    await user.click(yaml);
    await user.paste('kind: Component\n---\nkind: [\n');
    expect(await screen.findByText(/^Document 2, line/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Check' }));
    expect(asked).toBeUndefined();

    await user.clear(yaml);
    await user.click(yaml);
    await user.paste('kind: Component\n---\nkind: API\n');
    await user.click(screen.getByRole('button', { name: 'Check' }));
    expect(await screen.findByText('Blocked')).toBeVisible();
    expect(asked).toEqual({
      change: { type: 'normal' },
      files: {
        repository: 'https://github.com/acme/shop',
        paths: ['src/a.go', { path: 'new/b.go', previousPath: 'old/b.go' }],
      },
      proposed: [{ kind: 'Component' }, { kind: 'API' }],
    });
  });

  it('is recorded with a title, and opens the page of the change', async () => {
    const api = new FakeChangeApi();
    const user = renderChanges(api, `?touched=${LEDGER}`);
    const record = await screen.findByRole('button', {
      name: 'Record this change',
    });
    await user.click(record);
    expect(
      await screen.findByText('Say in a line what is changed.'),
    ).toBeVisible();
    await user.type(
      screen.getByRole('textbox', { name: 'Title' }),
      'Shrink the ledger',
    );
    await user.click(record);
    expect(
      await screen.findByRole('heading', { name: 'Shrink the ledger' }),
    ).toBeVisible();
    expect(address()).toBe('/continuity/changes/change-1');
  });

  it('says that the verdict is of another form, once the form is changed', async () => {
    const user = renderChanges(new FakeChangeApi(), `?touched=${LEDGER}`);
    await screen.findByText('Blocked');
    await user.click(
      screen.getByRole('checkbox', { name: /It is a major change/ }),
    );
    expect(await screen.findByText(/You changed the form since/)).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Record this change' }),
    ).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Check' }));
    await waitFor(() => expect(address()).toContain('major=true'));
    await waitFor(() =>
      expect(screen.queryByText(/You changed the form since/)).toBeNull(),
    );
  });

  it('says whom to ask where it is refused', async () => {
    const api = new FakeChangeApi();
    jest.spyOn(api, 'assess').mockRejectedValue(
      aResponseError(403, {
        error: { name: 'NotAllowedError', message: '' },
      }),
    );
    renderChanges(api, `?touched=${LEDGER}`);
    expect(await screen.findByText('You may not check changes')).toBeVisible();
  });
});

describe('the list of changes', () => {
  const changes = [
    aChangeDetail(),
    aChangeDetail({
      id: 'change-2',
      title: 'Restart the ledger',
      type: 'emergency',
      state: 'implemented',
      review: {
        dueAt: '2026-06-08T00:00:00.000Z',
        late: true,
        doneAt: null,
        doneBy: null,
      },
    }),
  ];

  it('shows verdict, state, window, and what is touched, and links to each', async () => {
    renderChanges(new FakeChangeApi(changes), '?view=list');
    const table = await screen.findByRole('table', {
      name: 'Recorded changes',
    });
    expect(
      within(table).getByRole('link', {
        name: 'Move the ledger to a smaller database',
      }),
    ).toHaveAttribute('href', '/continuity/changes/change-1');
    const [, first] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('Blocked');
    expect(first).toHaveTextContent('Planned');
    expect(first).toHaveTextContent('Jun 20, 2026, 20:00');
    expect(
      within(first).getByRole('link', { name: 'Ledger database' }),
    ).toBeVisible();
    expect(screen.getByText('2 changes')).toBeVisible();
  });

  it('keeps its filters in the address', async () => {
    const api = new FakeChangeApi(changes);
    const list = jest.spyOn(api, 'list');
    const user = renderChanges(
      api,
      `?view=list&state=planned&entity=${LEDGER}&verdict=nonsense`,
    );
    await screen.findByRole('table', { name: 'Recorded changes' });
    expect(list).toHaveBeenLastCalledWith({
      state: ['planned'],
      entity: [LEDGER],
      sort: '-created',
      limit: 50,
    });
    await user.click(screen.getByRole('checkbox', { name: 'Only mine' }));
    await waitFor(() => expect(address()).toContain('mine=true'));
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    await waitFor(() =>
      expect(address()).toBe('/continuity/changes?view=list'),
    );
  });

  it('says that there is none yet, and offers the check', async () => {
    renderChanges(new FakeChangeApi(), '?view=list');
    expect(await screen.findByText('No change was recorded yet')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Check a change' }),
    ).toHaveAttribute('href', '/continuity/changes');
  });

  it('lists the reviews that are owed', async () => {
    const api = new FakeChangeApi(changes);
    const list = jest.spyOn(api, 'list');
    renderChanges(api, '?view=reviews');
    expect(await screen.findByText('overdue, was due Jun 7')).toBeVisible();
    expect(list.mock.calls[0][0]).toMatchObject({ reviewDue: true });
  });

  it('says whom to ask where they may not be read', async () => {
    const api = new FakeChangeApi();
    jest.spyOn(api, 'list').mockRejectedValue(
      aResponseError(403, {
        error: { name: 'NotAllowedError', message: '' },
      }),
    );
    renderChanges(api, '?view=list');
    expect(await screen.findByText('You may not read changes')).toBeVisible();
  });
});

describe('the plan change requests', () => {
  it('say which plan, what asked for it, who answers and until when, and are declined with a reason', async () => {
    const api = new FakeChangeApi([], { requests: [aPlanRequest()] });
    const user = renderChanges(api, '?view=requests');
    const table = await screen.findByRole('table', {
      name: 'Plan change requests',
    });
    expect(
      within(table).getByRole('link', { name: 'Recovery of the shop' }),
    ).toHaveAttribute('href', '/continuity/plans/plan-1');
    expect(
      within(table).getByRole('link', {
        name: 'Move the ledger to a smaller database',
      }),
    ).toHaveAttribute('href', '/continuity/changes/change-1');
    expect(within(table).getByText(/A dependency of Checkout/)).toBeVisible();
    await user.click(
      within(table).getByRole('button', {
        name: 'Decline the request to Recovery of the shop',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Decline' }));
    expect(screen.getByRole('dialog')).toBeVisible();
    await user.type(
      within(dialog).getByRole('textbox'),
      'The steps do not speak of it.',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Decline' }));
    expect(
      await screen.findByText('Nothing is asked of any plan'),
    ).toBeVisible();
  });
});

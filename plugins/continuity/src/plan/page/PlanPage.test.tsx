import { act, screen, waitFor, within } from '@testing-library/react';
import {
  aPlanDetail,
  aPlanDraft,
  aPlanText,
  aPlanVersion,
  someStaleness,
} from '../../../dev/fixtures/aPlan';
import { FakePlanApi, fakeReader } from '../../../dev/fixtures/FakePlanApi';
import { renderPlans } from '../../../dev/fixtures/renderPlans';
import { stopTheClock } from '../../../dev/fixtures/stopTheClock';

stopTheClock('2026-06-01T12:00:00Z');

const open = (plan: ReturnType<typeof aPlanDetail>, query = '') => {
  const api = new FakePlanApi([plan]);
  return { api, user: renderPlans(api, `/${plan.id}${query}`) };
};

describe('the page of a plan', () => {
  it('reads like a document, and its steps add up against the RTO', async () => {
    open(aPlanDetail());
    expect(
      await screen.findByRole('heading', { name: 'Recovery of the checkout' }),
    ).toBeInTheDocument();
    expect(screen.getByText('checkout', { selector: 'strong' })).toBeVisible();
    const steps = screen.getByRole('list', { name: 'Recovery steps' });
    expect(
      within(steps)
        .getAllByRole('img')
        .map(bar => bar.getAttribute('aria-label')),
    ).toEqual([
      'from 0 to 5 min after the start',
      'from 5 min to 45 min after the start',
      'from 5 min to 15 min after the start',
      'from 45 min to 1 h 15 min after the start, beyond the RTO',
    ]);
    expect(screen.getByText(/15 min too long/)).toBeVisible();
  });

  it('lets no markup of a text run', async () => {
    const contents = aPlanText({
      purpose: 'Hello <img src=x onerror="alert(1)"> <script>alert(1)</script>',
    });
    open(aPlanDetail({ version: aPlanVersion({ contents }) }));
    await screen.findByRole('heading', { name: 'Purpose' });
    expect(document.querySelector('#plan-purpose [onerror]')).toBeNull();
    expect(document.querySelector('#plan-purpose script')).toBeNull();
  });

  it('says why it is stale with before and after, and why some can’t be confirmed', async () => {
    const { api, user } = open(
      aPlanDetail({
        staleness: someStaleness,
        problems: [{ code: 'stale', entities: 1 }],
      }),
    );
    const confirm = jest.spyOn(api, 'confirm');
    expect(await screen.findByText('(4 h → 1 h)')).toBeVisible();
    expect(
      screen.getByText(/A stricter target can’t be confirmed away/),
    ).toBeVisible();
    expect(screen.getByText(/confirmed twice in a row already/)).toBeVisible();
    await user.click(
      screen.getByRole('button', { name: /Still valid because….*ledger/ }),
    );
    const dialog = screen.getByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Confirm' }));
    expect(within(dialog).getByText('Say why it still holds.')).toBeVisible();
    await user.type(
      within(dialog).getByRole('textbox', { name: 'Still valid because' }),
      'The ledger is only read',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Confirm' }));
    await waitFor(() =>
      expect(confirm).toHaveBeenCalledWith('plan-checkout', {
        reasons: [
          {
            entityRef: 'component:default/checkout',
            key: 'dependency-added:component:default/ledger',
            because: 'The ledger is only read',
          },
        ],
      }),
    );
  });

  it('tells who wrote a version that another person has to approve it', async () => {
    open(
      aPlanDetail({
        version: aPlanDraft({
          version: 1,
          state: 'in-review',
          editedBy: [fakeReader],
        }),
        allowedActions: ['plan.return'],
      }),
    );
    expect(
      await screen.findByText(/Another person has to approve it/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it('is approved with the version and the revision that were read', async () => {
    const { api, user } = open(
      aPlanDetail({
        version: aPlanDraft({ version: 1, state: 'in-review', editedBy: [] }),
        allowedActions: ['plan.approve', 'plan.return'],
      }),
    );
    const approve = jest.spyOn(api, 'approve');
    await user.click(await screen.findByRole('button', { name: 'Approve' }));
    const dialog = screen.getByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Approve' }));
    await waitFor(() =>
      expect(approve).toHaveBeenCalledWith('plan-checkout', {
        version: 1,
        revision: 7,
      }),
    );
  });

  it('offers approving only where the version in review is the one shown', async () => {
    open(
      aPlanDetail({
        draft: aPlanDraft({ state: 'in-review' }),
        allowedActions: ['plan.approve'],
      }),
    );
    expect(
      await screen.findByRole('link', { name: 'See version 2' }),
    ).toHaveAttribute('href', '/continuity/plans/plan-checkout?version=2');
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it('compares two versions side by side', async () => {
    open(
      aPlanDetail({
        draft: aPlanDraft({
          contents: aPlanText({ lossOfService: 'Orders are taken by mail.' }),
        }),
      }),
      '?compare=1,2',
    );
    expect(
      await screen.findByText('Version 1 and version 2'),
    ).toBeInTheDocument();
    expect(await screen.findByText('Orders are taken by mail.')).toBeVisible();
  });

  it('shows phones only when asked for them', async () => {
    const { user } = open(
      aPlanDetail({ allowedActions: ['plan.contacts.read'] }),
    );
    await screen.findByRole('table', { name: 'Roles and contacts' });
    expect(screen.queryByText('+49 30 555 01')).toBeNull();
    await user.click(
      screen.getByRole('button', { name: 'Show phones and private mails' }),
    );
    expect(await screen.findByText('+49 30 555 01')).toBeVisible();
  });

  it('takes down who has read it', async () => {
    const { user } = open(
      aPlanDetail({
        readers: [
          { ref: fakeReader, readAt: null },
          { ref: 'user:default/jonas', readAt: '2026-05-30T12:00:00.000Z' },
        ],
        allowedActions: ['plan.acknowledge'],
      }),
    );
    expect(
      await screen.findByText('1 of 2 have read version 1.'),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'I have read this' }));
    expect(
      await screen.findByText('2 of 2 have read version 1.'),
    ).toBeVisible();
  });

  it('names people as the catalog does, and by their refs where it knows no other name', async () => {
    open(
      aPlanDetail({
        readers: [
          { ref: fakeReader, readAt: null },
          { ref: 'user:default/jonas', readAt: null },
        ],
        names: { 'user:default/jonas': 'Jonas Weber' },
      }),
    );
    expect(
      await screen.findAllByText('Jonas Weber', { selector: 'a' }),
    ).toHaveLength(2);
    expect(
      screen.getAllByText(fakeReader.split('/')[1], { selector: 'a' }),
    ).not.toHaveLength(0);
  });

  it('puts the version alone on the paper while the browser prints', async () => {
    open(aPlanDetail());
    await screen.findByRole('heading', { name: 'Purpose' });
    expect(document.querySelector('body > .continuity-paper')).toBeNull();
    act(() => {
      window.dispatchEvent(new Event('beforeprint'));
    });
    const paper = document.querySelector('body > .continuity-paper');
    expect(paper).toHaveTextContent('Recovery of the checkout');
    expect(paper).toHaveTextContent('SHA-256');
    act(() => {
      window.dispatchEvent(new Event('afterprint'));
    });
    await waitFor(() =>
      expect(document.querySelector('body > .continuity-paper')).toBeNull(),
    );
  });

  it('says so where there is no such plan', async () => {
    renderPlans(new FakePlanApi([]), '/nothing');
    expect(await screen.findByText('There is no such plan')).toBeVisible();
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import {
  aPlanDetail,
  aPlanDraft,
  aPlanVersion,
  someStaleness,
} from '../../../dev/fixtures/aPlan';
import { aResponseError } from '../../../dev/fixtures/FakeContinuityApi';
import { FakePlanApi } from '../../../dev/fixtures/FakePlanApi';
import { address, renderPlans } from '../../../dev/fixtures/renderPlans';
import { stopTheClock } from '../../../dev/fixtures/stopTheClock';

stopTheClock('2026-06-01T12:00:00Z');

const stale = () =>
  aPlanDetail({
    staleness: someStaleness,
    problems: [{ code: 'stale', entities: 1 }],
  });
const inReview = () =>
  aPlanDetail({
    id: 'plan-ledger',
    version: aPlanDraft({ version: 1, state: 'in-review', title: 'Ledger' }),
    waitingForMe: 'review',
  });

describe('the list of plans', () => {
  it('shows state, what is covered, owner, next review and problems of each', async () => {
    renderPlans(new FakePlanApi([stale(), inReview()]));
    const table = await screen.findByRole('table', { name: 'Plans' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('In force');
    expect(first).toHaveTextContent('with its parts');
    expect(first).toHaveTextContent('Payments on-call');
    expect(first).toHaveTextContent('due in 9 months');
    expect(first).toHaveTextContent('Stale for 1 entity');
    expect(second).toHaveTextContent('Waiting for your review');
    expect(
      within(second).getByRole('link', { name: 'Ledger' }),
    ).toHaveAttribute('href', '/continuity/plans/plan-ledger?version=1');
    expect(screen.getByText(/2 plans/)).toHaveTextContent('1 waits for you');
  });

  it('teaches what a plan is where there is none', async () => {
    renderPlans(new FakePlanApi([]));
    expect(await screen.findByText('No plans yet')).toBeInTheDocument();
    expect(
      screen.getAllByRole('button', { name: 'Write a plan' }),
    ).toHaveLength(2);
  });

  it('offers a reader nothing that they may not do', async () => {
    renderPlans(new FakePlanApi([stale()], { mayCreate: false }));
    await screen.findByRole('table', { name: 'Plans' });
    expect(screen.queryByRole('button', { name: 'Write a plan' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Emergency copy' })).toBeNull();
  });

  it('says whom to ask where one may not read', async () => {
    const api = new FakePlanApi([]);
    api.list = async () => {
      throw aResponseError(403, { error: { name: 'NotAllowedError' } });
    };
    renderPlans(api);
    expect(
      await screen.findByText('You may not read continuity data'),
    ).toBeInTheDocument();
  });

  it('asks for what the address says', async () => {
    const api = new FakePlanApi([stale()]);
    const list = jest.spyOn(api, 'list');
    renderPlans(api, '?state=draft&waiting=true&sort=-title');
    expect(await screen.findByText('No plan matches')).toBeInTheDocument();
    expect(list).toHaveBeenCalledWith({
      state: ['draft'],
      waitingForMe: true,
      sort: '-title',
      limit: 50,
    });
  });

  it('begins a plan with what is suggested for an entity', async () => {
    const api = new FakePlanApi([]);
    const create = jest.spyOn(api, 'create');
    const user = renderPlans(
      api,
      '?write=new&for=component%3Adefault%2Fcheckout',
    );
    const dialog = await screen.findByRole('dialog', { name: 'Write a plan' });
    expect(
      await within(dialog).findByRole('textbox', { name: 'Title' }),
    ).toHaveValue('Recovery of checkout');
    await user.click(within(dialog).getByRole('checkbox', { name: /Ledger/ }));
    await user.click(
      within(dialog).getByRole('button', { name: 'Begin the draft' }),
    );
    await waitFor(() =>
      expect(create).toHaveBeenCalledWith({
        kind: 'service-recovery',
        title: 'Recovery of checkout',
        language: 'en-US',
        owner: 'group:default/payments-oncall',
        scope: [
          { entityRef: 'system:default/shop', parts: true },
          { entityRef: 'component:default/ledger', parts: false },
        ],
      }),
    );
    await waitFor(() => expect(address()).toMatch(/plans\/plan-1\?edit=1/));
  });

  it('confirms several plans at once and says what became of each', async () => {
    const user = renderPlans(
      new FakePlanApi([
        stale(),
        { ...stale(), id: 'other', title: 'Recovery of the ledger' },
        aPlanDetail({ id: 'fine', version: aPlanVersion({ title: 'Fine' }) }),
      ]),
    );
    await user.click(
      await screen.findByRole('button', { name: 'Confirm several' }),
    );
    expect(
      screen.getByRole('checkbox', { name: /Fine is not/ }),
    ).toBeDisabled();
    await user.click(
      screen.getByRole('checkbox', { name: /Select all on this page/ }),
    );
    await user.click(
      screen.getByRole('button', { name: 'Confirm as still valid' }),
    );
    const dialog = screen.getByRole('dialog');
    await user.type(
      within(dialog).getByRole('textbox', { name: 'Still valid because' }),
      'Nothing in the steps changes',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Confirm' }));
    const outcomes = await within(dialog).findAllByRole('listitem');
    expect(outcomes.map(item => item.textContent)).toEqual([
      'Recovery of the checkout: 1 reason confirmed. 2 may not be confirmed and stay.',
      'Recovery of the ledger: You may not approve this plan.',
    ]);
  });
});

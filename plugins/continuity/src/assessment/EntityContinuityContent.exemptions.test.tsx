import { screen, waitFor, within } from '@testing-library/react';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { aContinuity, aGap, NOW } from '../../dev/fixtures/aContinuity';
import {
  anAskedExemption,
  anExemption,
  someExemptions,
} from '../../dev/fixtures/anExemption';
import { FakeExemptionApi } from '../../dev/fixtures/FakeExemptionApi';
import { renderAtEntity } from '../../dev/fixtures/renderAtEntity';
import { stopTheClock } from '../../dev/fixtures/stopTheClock';
import { EntityContinuityContent } from './EntityContinuityContent';

stopTheClock(NOW);

const restore = aGap({
  code: 'test-never',
  requirement: 'test:restore',
  message: 'No restore has been tested.',
  params: { tier: 'tier-2', depth: 'restore', every: 'P6M' },
});
const tier = aGap({
  code: 'tier-below-bia',
  requirement: 'tier',
  params: { tier: 'tier-2', recommended: 'tier-1' },
});

function open(said: Partial<EntityContinuity>) {
  const exemptions = new FakeExemptionApi([], 'user:default/mira');
  const continuity = aContinuity({
    gaps: [restore],
    allowedActions: ['exemption.create'],
    exemptions: someExemptions([]),
    ...said,
  });
  const getEntity = jest.fn().mockResolvedValue(continuity);
  const user = renderAtEntity(<EntityContinuityContent />, {
    getEntity,
    exemptions,
  });
  return { exemptions, getEntity, user };
}

const menus = () => screen.queryAllByRole('button', { name: /^More about/ });

describe('exemptions on the tab', () => {
  it('are asked for at the gap, for its requirement, all tests or everything', async () => {
    const { exemptions, getEntity, user } = open({});
    const ask = jest.spyOn(exemptions, 'ask');
    await user.click(
      await screen.findByRole('button', { name: /^More about/ }),
    );
    await user.click(
      screen.getByRole('menuitem', { name: 'Ask for an exemption…' }),
    );
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByLabelText('Exempt from'));
    expect(
      screen.getAllByRole('option').map(option => option.textContent),
    ).toEqual(['Test: Restore', 'All tests', 'Everything but the tier']);
    await user.click(screen.getByRole('option', { name: 'All tests' }));
    await user.type(
      within(dialog).getByLabelText('Until the end of'),
      '2026-09-30',
    );
    await user.type(within(dialog).getByLabelText(/^Why it can’t/), 'We move');
    await user.click(within(dialog).getByRole('button', { name: 'Ask' }));
    await waitFor(() =>
      expect(ask).toHaveBeenCalledWith({
        entityRef: 'component:default/checkout',
        requirement: 'test',
        until: '2026-09-30',
        reason: 'We move',
      }),
    );
    await waitFor(() => expect(getEntity).toHaveBeenCalledTimes(2));
  });

  it('may begin later, in the zone of the policy, and are as long from then', async () => {
    const { exemptions, user } = open({});
    const ask = jest.spyOn(exemptions, 'ask');
    await user.click(
      await screen.findByRole('button', { name: /^More about/ }),
    );
    await user.click(
      screen.getByRole('menuitem', { name: 'Ask for an exemption…' }),
    );
    const dialog = await screen.findByRole('dialog');
    const from = within(dialog).getByLabelText('From the beginning of');
    expect(within(dialog).getByText(/as soon as it is approved/)).toBeVisible();
    const send = within(dialog).getByRole('button', { name: 'Ask' });
    await user.clear(from);
    await user.type(from, '2020-01-01');
    await user.click(send);
    expect(await within(dialog).findByText(/^This is past/)).toBeVisible();
    await user.clear(from);
    await user.type(from, '2027-03-01');
    expect(within(dialog).getByText(/if it is approved by then/)).toBeVisible();
    const until = within(dialog).getByLabelText('Until the end of');
    await user.type(until, '2027-02-01');
    expect(
      await within(dialog).findByText('It would end before it starts.'),
    ).toBeVisible();
    await user.clear(until);
    await user.type(until, '2028-02-01');
    await user.type(within(dialog).getByLabelText(/^Why it can’t/), 'We move');
    await user.click(send);
    await waitFor(() =>
      expect(ask).toHaveBeenCalledWith({
        entityRef: 'component:default/checkout',
        requirement: 'test:restore',
        from: '2027-03-01',
        until: '2028-02-01',
        reason: 'We move',
      }),
    );
  });

  it('can’t be asked for of a tier, by who may not, nor twice', async () => {
    open({ gaps: [tier, restore] });
    await waitFor(() => expect(menus()).toHaveLength(1));
  });

  it('are not offered to who may not ask', async () => {
    open({ allowedActions: [] });
    expect(await screen.findByText(/What to do/)).toBeVisible();
    expect(menus()).toHaveLength(0);
  });

  it('that wait are said at the gap, and listed with what can be decided', async () => {
    open({
      exemptions: someExemptions([
        anAskedExemption({ requirement: 'test:restore' }),
      ]),
    });
    expect(
      await screen.findByText(/has been asked for and waits/),
    ).toBeVisible();
    expect(menus()).toHaveLength(0);
    const list = await screen.findByRole('list', { name: 'Exemptions' });
    expect(within(list).getByText('Asked for')).toBeVisible();
    expect(within(list).getByRole('button', { name: 'Approve' })).toBeVisible();
  });

  it('that are over are folded away', async () => {
    const { user } = open({
      exemptions: someExemptions([
        anExemption(),
        anExemption({
          id: 'old',
          state: 'ended',
          inForce: false,
          reason: 'The first move',
          endsAt: '2026-01-01T00:00:00.000Z',
          until: '2025-12-31',
          allowedActions: [],
        }),
      ]),
    });
    expect(await screen.findByText('until Sep 30')).toBeVisible();
    expect(screen.queryByText('The first move')).toBeNull();
    await user.click(
      screen.getByRole('button', { name: 'One earlier one is over' }),
    );
    expect(screen.getByText('The first move')).toBeVisible();
    expect(screen.getByText('ended Dec 31, 2025')).toBeVisible();
  });
});

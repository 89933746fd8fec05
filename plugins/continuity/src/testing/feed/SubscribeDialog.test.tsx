import { screen, waitFor, within } from '@testing-library/react';
import type { CalendarFeed } from 'backstage-plugin-continuity-common';
import { FakeTestApi } from '../../../dev/fixtures/FakeTestApi';
import { renderTests } from '../../../dev/fixtures/renderTests';
import { stopTheClock } from '../../../dev/fixtures/stopTheClock';

stopTheClock('2026-06-10T09:00:00Z');

const feed: CalendarFeed = {
  id: 'feed-0',
  name: 'On my phone',
  scope: { kind: 'owner', ref: 'group:default/payments-oncall' },
  createdAt: '2026-05-10T09:00:00.000Z',
  expiresAt: '2026-08-10T09:00:00.000Z',
  lastReadAt: '2026-06-09T09:00:00.000Z',
  expired: false,
};

async function open(feeds: CalendarFeed[]) {
  const api = new FakeTestApi([], { feeds });
  const user = renderTests(api, '?view=list');
  await user.click(await screen.findByRole('button', { name: 'Subscribe' }));
  return { api, user, dialog: await screen.findByRole('dialog') };
}

describe('subscribing to tests', () => {
  it('shows the address of a new feed once', async () => {
    const { api, user, dialog } = await open([]);
    const create = jest.spyOn(api, 'createFeed');
    expect(await within(dialog).findByText('You have none yet.')).toBeVisible();
    await user.click(within(dialog).getByLabelText('All that I may see'));
    await user.click(
      within(dialog).getByRole('button', { name: 'Make an address' }),
    );
    expect(await within(dialog).findByLabelText('Address')).toHaveValue(
      'https://portal.example/api/continuity/tests/calendar.ics?token=feed-1-secret',
    );
    expect(create).toHaveBeenCalledWith({ scope: { kind: 'all' } });
    expect(within(dialog).getByText(/It is shown only now/)).toBeVisible();
    await user.click(
      within(dialog).getByRole('button', { name: 'Make another address' }),
    );
    expect(within(dialog).queryByDisplayValue(/secret/)).toBeNull();
    expect(
      await within(dialog).findByText('All tests', { exact: false }),
    ).toBeVisible();
  });

  it('asks whose tests before it makes an address', async () => {
    const { api, user, dialog } = await open([]);
    const create = jest.spyOn(api, 'createFeed');
    await user.click(
      within(dialog).getByLabelText(
        'Those of what a group or a person recovers',
      ),
    );
    await user.click(
      within(dialog).getByRole('button', { name: 'Make an address' }),
    );
    expect(within(dialog).getByText('Choose whose tests.')).toBeVisible();
    expect(create).not.toHaveBeenCalled();
  });

  it('lists the reader’s feeds, and revokes one after asking', async () => {
    const { api, user, dialog } = await open([feed]);
    const revoke = jest.spyOn(api, 'revokeFeed');
    const item = await within(dialog).findByRole('listitem');
    expect(item).toHaveTextContent(
      /On my phone.*Tests of what payments-oncall recovers · until Aug 10 · last read 1 day ago/,
    );
    await user.click(
      within(item).getByRole('button', { name: 'Revoke “On my phone”' }),
    );
    expect(revoke).not.toHaveBeenCalled();
    await user.click(within(item).getByRole('button', { name: 'Revoke' }));
    await waitFor(() => expect(revoke).toHaveBeenCalledWith('feed-0'));
    expect(await within(dialog).findByText('You have none yet.')).toBeVisible();
  });
});

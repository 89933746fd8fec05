import { screen } from '@testing-library/react';
import { FakeChangeApi } from '../../dev/fixtures/FakeChangeApi';
import { renderChanges } from '../../dev/fixtures/renderChanges';

// Decisions about permissions are remembered for a while, beyond a test: here nobody was allowed anything before.
jest.setTimeout(60_000);

const LEDGER = 'resource:default/ledger-db';

describe('the check of a change', () => {
  it('offers no recording to whoever may not', async () => {
    renderChanges(new FakeChangeApi(), `?touched=${LEDGER}`, {
      mayRecord: false,
    });
    await screen.findByText('Blocked');
    expect(
      await screen.findByText(/takes the permission continuity.change.create/),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Record this change' }),
    ).toBeNull();
  });
});

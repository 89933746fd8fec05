import { screen, waitFor } from '@testing-library/react';
import { aChangeDetail } from '../../../dev/fixtures/aChange';
import { aTestDetail } from '../../../dev/fixtures/aTest';
import { FakeChangeApi } from '../../../dev/fixtures/FakeChangeApi';
import { FakeTestApi } from '../../../dev/fixtures/FakeTestApi';
import { address, renderTests } from '../../../dev/fixtures/renderTests';
import { stopTheClock } from '../../../dev/fixtures/stopTheClock';

stopTheClock('2026-06-10T09:00:00.000Z');
// The calendar is loaded with its first use, on a machine that does other things as well.
jest.setTimeout(60_000);

describe('windows of changes on the calendar', () => {
  it('are shown when the reader asks, are called changes, and lead to their pages', async () => {
    const changes = new FakeChangeApi([
      aChangeDetail({ title: 'Shrink the ledger' }),
    ]);
    const list = jest.spyOn(changes, 'list');
    const user = renderTests(
      new FakeTestApi([aTestDetail()]),
      '?view=calendar',
      { changes },
    );
    const toggle = await screen.findByRole(
      'checkbox',
      { name: 'Show the windows of changes' },
      { timeout: 30_000 },
    );
    expect(list).not.toHaveBeenCalled();
    await user.click(toggle);
    const link = await screen.findByRole(
      'link',
      { name: /^Change: Shrink the ledger, Planned, / },
      { timeout: 30_000 },
    );
    expect(link).toHaveAttribute('href', '/continuity/changes/change-1');
    expect(screen.getByText('One change has a window here')).toBeVisible();
    await waitFor(() => expect(address()).toContain('changes=true'));
    expect(list.mock.calls[0][0]).toMatchObject({
      state: ['planned', 'approved', 'implemented'],
    });
  });

  it('do not keep the tests away where they can’t be read', async () => {
    const changes = new FakeChangeApi();
    jest.spyOn(changes, 'list').mockRejectedValue(new Error('No'));
    renderTests(
      new FakeTestApi([aTestDetail()]),
      '?view=calendar&changes=true',
      { changes },
    );
    expect(
      await screen.findByRole(
        'link',
        { name: /^Restore of the orders database/ },
        { timeout: 30_000 },
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('No change has a window here')).toBeVisible();
  });
});

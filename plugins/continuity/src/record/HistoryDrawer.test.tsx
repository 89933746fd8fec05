import { screen, waitFor, within } from '@testing-library/react';
import type { RecordEntry } from 'backstage-plugin-continuity-common';
import { anAgreement, NOW } from '../../dev/fixtures/aContinuity';
import { renderAtEntity } from '../../dev/fixtures/renderAtEntity';
import { stopTheClock } from '../../dev/fixtures/stopTheClock';
import { HistoryDrawer } from './HistoryDrawer';

stopTheClock(NOW);

const anEntry = (entry: Partial<RecordEntry>): RecordEntry => ({
  id: '1',
  entityRef: 'component:default/checkout',
  type: 'profile',
  action: 'updated',
  by: 'user:default/jonas',
  at: '2026-05-20T10:00:00.000Z',
  before: null,
  after: null,
  ...entry,
});

function open(getHistory: jest.Mock) {
  const onClose = jest.fn();
  const user = renderAtEntity(
    <HistoryDrawer
      entityRef="component:default/checkout"
      name="Checkout"
      onClose={onClose}
    />,
    { getHistory },
  );
  return { user, onClose };
}
const page = (
  items: RecordEntry[],
  totalItems: number,
  nextCursor?: string,
) => ({
  items,
  totalItems,
  pageInfo: nextCursor ? { nextCursor } : {},
});

describe('HistoryDrawer', () => {
  it('says who changed what, from what to what, when and why', async () => {
    const entry = anEntry({
      reason: 'Double bookings',
      before: { rpo: 'PT1H', wrt: 'PT2H', tier: null },
      after: { rpo: 'PT0S', wrt: null, tier: 'tier-1' },
    });
    open(jest.fn().mockResolvedValue(page([entry], 1)));
    const dialog = await screen.findByRole('dialog', {
      name: 'History of Checkout',
    });
    const changes = await within(dialog).findAllByRole('listitem');
    expect(changes[0]).toHaveTextContent(
      /jonas.*changed the profile.*2 weeks ago/i,
    );
    expect(changes.slice(1).map(item => item.textContent)).toEqual([
      'RPO: 1 h → 0 (no loss)',
      'WRT: 2 h → not set',
      'Tier: not set → tier-1',
    ]);
    expect(within(dialog).getByText('Reason: Double bookings')).toBeVisible();
  });

  it('gives the date on keyboard focus', async () => {
    const { user } = open(jest.fn().mockResolvedValue(page([anEntry({})], 1)));
    const age = (await screen.findByText('2 weeks ago')).parentElement!;
    for (let steps = 0; steps < 5 && age !== document.activeElement; steps++) {
      await user.tab();
    }
    expect(age).toHaveFocus();
    await waitFor(() =>
      expect(age).toHaveAccessibleDescription(/May 20, 2026/),
    );
  });

  it('tells an agreement in words, without bookkeeping', async () => {
    const entry = anEntry({
      type: 'agreement',
      action: 'recorded',
      after: {
        ...anAgreement({
          state: 'awaiting-second-person',
          values: { rto: 'P1D' },
        }),
      },
    });
    open(jest.fn().mockResolvedValue(page([entry], 1)));
    expect(await screen.findByText('Values: RTO 24 h')).toBeVisible();
    expect(screen.getByText('State: waits for a second person')).toBeVisible();
    expect(screen.queryByText(/agr-1|recordedBy/)).not.toBeInTheDocument();
  });

  it('shows older entries when asked', async () => {
    const getHistory = jest
      .fn()
      .mockResolvedValueOnce(
        page([anEntry({ id: '2', reason: 'Newer' })], 2, 'c1'),
      )
      .mockResolvedValueOnce(
        page([anEntry({ id: '1', reason: 'Older', by: 'system' })], 2),
      );
    const { user } = open(getHistory);
    expect(await screen.findByText('1 of 2')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show older' }));
    expect(await screen.findByText('Reason: Older')).toBeVisible();
    expect(screen.getByText('Reason: Newer')).toBeVisible();
    expect(screen.getByText('continuity itself')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Show older' }),
    ).not.toBeInTheDocument();
    expect(getHistory).toHaveBeenLastCalledWith('component:default/checkout', {
      limit: 20,
      cursor: 'c1',
    });
  });

  it('says that nothing was decided yet', async () => {
    open(jest.fn().mockResolvedValue(page([], 0)));
    expect(
      await screen.findByText(/Nobody has decided anything/),
    ).toBeVisible();
  });

  it('says that it failed, and tries again', async () => {
    const getHistory = jest
      .fn()
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValueOnce(page([anEntry({ reason: 'Back' })], 1));
    const { user } = open(getHistory);
    expect(await screen.findByText(/couldn’t be read: away/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Reason: Back')).toBeVisible();
  });

  it('closes by button and by Escape', async () => {
    const { user, onClose } = open(jest.fn().mockResolvedValue(page([], 0)));
    await user.click(
      await screen.findByRole('button', { name: 'Close history' }),
    );
    await user.keyboard('{Escape}');
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(2));
  });
});

import { screen } from '@testing-library/react';
import {
  aContinuity,
  aGap,
  anUnassessed,
  NOW,
} from '../../dev/fixtures/aContinuity';
import { aResponseError } from '../../dev/fixtures/FakeContinuityApi';
import { renderAtEntity } from '../../dev/fixtures/renderAtEntity';
import { stopTheClock } from '../../dev/fixtures/stopTheClock';
import { EntityContinuityCard } from './EntityContinuityCard';

stopTheClock(NOW);

const show = (getEntity: jest.Mock) =>
  renderAtEntity(<EntityContinuityCard />, { getEntity });

describe('EntityContinuityCard', () => {
  it('says status, tier, targets, owner and what to do first, in one request', async () => {
    const exempted = aGap({
      code: 'agreement-missing',
      exemption: { id: '1', until: '2026-10-01T00:00:00Z', reason: 'x' },
    });
    const getEntity = jest
      .fn()
      .mockResolvedValue(
        aContinuity({ gaps: [exempted, ...aContinuity().gaps] }),
      );
    show(getEntity);
    expect(await screen.findByText('Exposed')).toBeVisible();
    expect(screen.getByText('tier-2 Business critical')).toBeVisible();
    expect(screen.getByText('4 h')).toBeVisible();
    expect(screen.getByText('0 (no loss)')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Payments on-call' }),
    ).toBeVisible();
    expect(
      screen.getByText('Write a recovery plan and have it approved.'),
    ).toBeVisible();
    expect(
      screen.getByRole('img', { name: /^To be back in 4 h/ }),
    ).toBeVisible();
    expect(getEntity).toHaveBeenCalledTimes(1);
  });

  it('leads to the tab', async () => {
    show(jest.fn().mockResolvedValue(aContinuity()));
    expect(
      await screen.findByRole('link', { name: 'All about continuity' }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout/continuity');
  });

  it('says what it means that there is no tier', async () => {
    show(jest.fn().mockResolvedValue(anUnassessed()));
    expect(await screen.findByText('Unassessed')).toBeVisible();
    expect(
      screen.getByText(/nobody can tell how fast it must be back/),
    ).toBeVisible();
    expect(screen.queryByText('RTO')).not.toBeInTheDocument();
  });

  it.each([
    [404, /continuity has not read it yet/],
    [403, /You have no permission to read continuity data/],
    [500, /couldn’t be loaded: database is away/],
  ])('explains a %i', async (statusCode, text) => {
    const body = { error: { name: 'Error', message: 'database is away' } };
    show(jest.fn().mockRejectedValue(aResponseError(statusCode, body)));
    expect(await screen.findByText(text)).toBeVisible();
  });
});

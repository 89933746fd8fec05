import { screen, within } from '@testing-library/react';
import { aPlanRequest } from '../../../dev/fixtures/aChange';
import { aPlanDetail } from '../../../dev/fixtures/aPlan';
import { FakePlanApi } from '../../../dev/fixtures/FakePlanApi';
import { renderPlans } from '../../../dev/fixtures/renderPlans';

// A whole page in jsdom, on a machine that does other things as well.
jest.setTimeout(60_000);

describe('what changes ask of a plan', () => {
  it('stands on its page, with the change, why, and until when', async () => {
    const plan = {
      ...aPlanDetail(),
      changeRequests: [aPlanRequest({ makesStale: true })],
    };
    renderPlans(new FakePlanApi([plan]), `/${plan.id}`);
    const list = await screen.findByRole('list', {
      name: 'Plan change requests',
    });
    expect(
      within(list).getByRole('link', {
        name: 'Move the ledger to a smaller database',
      }),
    ).toHaveAttribute('href', '/continuity/changes/change-1');
    expect(within(list).getByText(/The plan is stale/)).toBeVisible();
    expect(within(list).getByText(/its plan rests on it/)).toBeVisible();
    expect(within(list).getByRole('button', { name: 'Decline' })).toBeVisible();
  });

  it('takes no room where nobody asks anything', async () => {
    const plan = {
      ...aPlanDetail(),
      changeRequests: [aPlanRequest({ state: 'declined' })],
    };
    renderPlans(new FakePlanApi([plan]), `/${plan.id}`);
    await screen.findByRole('heading', { name: plan.title });
    expect(screen.queryByText('Asked for by changes')).toBeNull();
  });
});

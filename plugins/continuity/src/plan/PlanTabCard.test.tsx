import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import type { EntityPlan } from 'backstage-plugin-continuity-common';
import { someStaleness } from '../../dev/fixtures/aPlan';
import { stopTheClock } from '../../dev/fixtures/stopTheClock';
import { rootRouteRef } from '../routes';
import { PlanTabCard } from './PlanTabCard';

stopTheClock('2026-06-01T12:00:00Z');

const inForce: EntityPlan = {
  planId: 'p1',
  title: 'Recovery of the checkout',
  kind: 'service-recovery',
  version: 3,
  approvedAt: '2026-01-01T00:00:00.000Z',
  covers: true,
  satisfies: true,
  role: 'only',
  reviewDueAt: '2026-08-02T00:00:00.000Z',
  staleReasons: [],
  owner: 'group:default/payments-oncall',
  reviewOverdue: false,
  open: null,
};

function show(
  continuity: Partial<Parameters<typeof PlanTabCard>[0]['continuity']>,
) {
  renderInTestApp(
    <PlanTabCard
      continuity={{
        entityRef: 'component:default/checkout',
        plans: [],
        gaps: [],
        allowedActions: ['plan.create'],
        ...continuity,
      }}
    />,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef as never,
        '/continuity': rootRouteRef as never,
      },
    },
  );
}

describe('the plans on an entity’s tab', () => {
  it('show the version in force, its review, and why it is stale', async () => {
    show({
      plans: [
        {
          ...inForce,
          staleReasons: someStaleness[0].reasons,
          open: 'draft',
        },
      ],
    });
    expect(
      await screen.findByRole('link', { name: 'Recovery of the checkout' }),
    ).toHaveAttribute('href', '/continuity/plans/p1');
    expect(screen.getByText('Version 3')).toBeInTheDocument();
    expect(screen.getByText('due in 2 months')).toBeInTheDocument();
    expect(
      screen.getByText('It has come to depend on component:ledger.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('A newer version is being written.'),
    ).toBeInTheDocument();
  });

  it('lead to a new plan that starts with this entity', async () => {
    show({
      plansInWork: [
        {
          planId: 'p2',
          title: 'In work',
          kind: 'service-recovery',
          state: 'in-review',
        },
      ],
    });
    expect(
      await screen.findByRole('button', { name: 'Write a plan' }),
    ).toHaveAttribute(
      'href',
      '/continuity/plans?write=new&for=component%3Adefault%2Fcheckout',
    );
    expect(screen.getByText('In review')).toBeInTheDocument();
  });

  it('offer no new plan to who may not write one', async () => {
    show({ allowedActions: [] });
    expect(
      await screen.findByText(/No plan in force covers it/),
    ).toBeInTheDocument();
    expect(screen.queryByText('Write a plan')).toBeNull();
  });
});

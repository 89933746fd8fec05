import { screen, within } from '@testing-library/react';
import { aChangeDetail } from '../../../dev/fixtures/aChange';
import { aContinuity } from '../../../dev/fixtures/aContinuity';
import { renderAtEntity } from '../../../dev/fixtures/renderAtEntity';
import { NamesProvider } from '../../catalog/Names';
import { ChangesTabCard } from './ChangesTabCard';

const change = {
  ...aChangeDetail({
    state: 'implemented',
    implementedAt: '2026-06-09T10:00:00.000Z',
  }),
  effect: 'affected' as const,
  asked: ['Have the plan of component:default/checkout reviewed.'],
};

describe('the recent changes on the tab', () => {
  it('say how each hit the service, where it stands, and what it asked for here', async () => {
    renderAtEntity(
      <NamesProvider names={{ 'component:default/checkout': 'Checkout' }}>
        <ChangesTabCard continuity={aContinuity({ changes: [change] })} />
      </NamesProvider>,
      {},
    );
    const list = await screen.findByRole('list', {
      name: 'Changes that hit this service',
    });
    expect(
      within(list).getByText('Move the ledger to a smaller database'),
    ).toBeVisible();
    expect(within(list).getByText('Affected')).toBeVisible();
    expect(within(list).getByText('Implemented')).toBeVisible();
    expect(
      within(list).getByText('Have the plan of Checkout reviewed.'),
    ).toBeVisible();
  });

  it('take no room where there are none', async () => {
    renderAtEntity(
      <>
        <ChangesTabCard continuity={aContinuity({ changes: [] })} />
        <p>below</p>
      </>,
      {},
    );
    expect(await screen.findByText('below')).toBeVisible();
    expect(screen.queryByText('Recent changes')).toBeNull();
  });
});

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ContinuityApi,
  RecordIntegrity,
  RecordVerification,
} from 'backstage-plugin-continuity-common';
import { FakeAuditApi } from '../../../dev/fixtures/FakeAuditApi';
import { aResponseError } from '../../../dev/fixtures/FakeContinuityApi';
import { continuityApiRef } from '../../api';
import { RecordsCard } from './RecordsCard';

function renderCard(audit: Partial<FakeAuditApi> = {}) {
  const api = Object.assign(new FakeAuditApi(), audit);
  renderInTestApp(
    <div data-testid="place">
      <RecordsCard />
    </div>,
    {
      apis: [[continuityApiRef, { audit: api } as unknown as ContinuityApi]],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef as never,
      },
    },
  );
  return userEvent.setup();
}

const verifyNow = async (user: ReturnType<typeof userEvent.setup>) =>
  user.click(await screen.findByRole('button', { name: 'Verify now' }));

describe('RecordsCard', () => {
  it('says how many records are sealed, how many are not, and the hash to note', async () => {
    renderCard();
    expect(await screen.findByText(/1,204 records sealed/)).toHaveTextContent(
      '14 not sealed yet',
    );
    expect(screen.getByText(/1204 · 9f86d081/)).toBeInTheDocument();
    expect(screen.getByText('the chain holds')).toBeInTheDocument();
  });

  it('checks part by part on demand and says that the chain holds', async () => {
    const answer = await new FakeAuditApi().verifyRecords();
    const verifyRecords = jest
      .fn<Promise<RecordVerification>, []>()
      .mockResolvedValueOnce({
        ...answer,
        checked: { from: 1, to: 1_000, seals: 1_000 },
        nextAfter: 1_000,
      })
      .mockResolvedValueOnce({
        ...answer,
        checked: { from: 1_001, to: 1_204, seals: 204 },
      });
    const user = renderCard({ verifyRecords });
    await verifyNow(user);
    expect(
      await screen.findByText(
        'The chain holds: all 1,204 records are as they were written.',
      ),
    ).toBeInTheDocument();
    expect(verifyRecords.mock.calls).toEqual([[{}], [{ after: 1_000 }]]);
  });

  it('says where the chain breaks first, what the record is about, and what to do', async () => {
    const answer = await new FakeAuditApi().verifyRecords();
    const user = renderCard({
      verifyRecords: async () => ({
        ...answer,
        holds: false,
        breaks: 2,
        firstBreak: {
          position: 37,
          what: 'record-changed',
          recordId: 'r',
          entityRef: 'component:default/checkout',
          type: 'profile',
          at: '2026-03-01T12:00:00.000Z',
        },
      }),
    });
    await verifyNow(user);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      'First at position 37: the record’s text was changed.',
    );
    expect(alert).toHaveTextContent('2 links of the chain are broken.');
    expect(alert).toHaveTextContent('Compare the database with a backup');
    expect(
      screen.getByRole('link', { name: 'component:checkout' }),
    ).toBeInTheDocument();
  });

  it('says that nothing is sealed yet', async () => {
    renderCard({
      getIntegrity: async (): Promise<RecordIntegrity> => ({
        sealed: null,
        records: 0,
        unsealed: 0,
        unsealedSince: null,
        lastCheck: null,
      }),
    });
    expect(
      await screen.findByText(/Nothing is sealed yet/),
    ).toBeInTheDocument();
  });

  it('is not there for who may not know', async () => {
    renderCard({
      getIntegrity: async () => {
        throw Object.assign(aResponseError(403, {}), {
          name: 'NotAllowedError',
        });
      },
    });
    expect(await screen.findByTestId('place')).toBeEmptyDOMElement();
  });

  it('offers another try where it could not be read', async () => {
    let isDown = true;
    const user = renderCard({
      getIntegrity: async () => {
        if (isDown) throw new Error('no connection');
        return new FakeAuditApi().getIntegrity();
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('no connection');
    isDown = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/1,204 records sealed/)).toBeInTheDocument();
  });
});

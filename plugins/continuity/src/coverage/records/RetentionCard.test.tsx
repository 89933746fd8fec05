import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ContinuityApi } from 'backstage-plugin-continuity-common';
import { FakeAuditApi } from '../../../dev/fixtures/FakeAuditApi';
import { aResponseError } from '../../../dev/fixtures/FakeContinuityApi';
import { continuityApiRef } from '../../api';
import { RetentionCard } from './RetentionCard';

function renderCard(audit: Partial<FakeAuditApi> = {}) {
  const api = { audit: Object.assign(new FakeAuditApi(), audit) };
  renderInTestApp(
    <div data-testid="place">
      <RetentionCard />
    </div>,
    { apis: [[continuityApiRef, api as unknown as ContinuityApi]] },
  );
  return userEvent.setup();
}

describe('RetentionCard', () => {
  it('says how many of what go next and for how long they were kept, and lists them', async () => {
    const user = renderCard();
    expect(await screen.findByText('Closed findings')).toBeInTheDocument();
    expect(screen.getByRole('listitem')).toHaveTextContent(
      'Closed findings: 1 goes · kept for 3 years',
    );
    await user.click(screen.getByRole('button', { name: 'Show the oldest' }));
    expect(
      screen.getByRole('list', { name: 'Closed findings' }),
    ).toHaveTextContent('Backup could not be read (May 30, 2023)');
  });

  it('says that nothing goes', async () => {
    renderCard({
      getRetention: async () => ({
        asOf: '2026-05-31T10:03:00.000Z',
        items: [],
      }),
    });
    expect(
      await screen.findByText('Nothing has outlived its retention.'),
    ).toBeInTheDocument();
  });

  it('says why it could not be read', async () => {
    renderCard({
      getRetention: async () => {
        throw new Error('no connection');
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('no connection');
  });

  it('is not there for who may not know', async () => {
    renderCard({
      getRetention: async () => {
        throw Object.assign(aResponseError(403, {}), {
          name: 'NotAllowedError',
        });
      },
    });
    expect(await screen.findByTestId('place')).toBeEmptyDOMElement();
  });
});

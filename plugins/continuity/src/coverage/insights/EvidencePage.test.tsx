import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ContinuityApi } from 'backstage-plugin-continuity-common';
import { aPolicyResponse } from '../../../dev/fixtures/aPolicy';
import { aPack, FakeAuditApi } from '../../../dev/fixtures/FakeAuditApi';
import { aResponseError } from '../../../dev/fixtures/FakeContinuityApi';
import { continuityApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { EvidencePage } from './EvidencePage';

// A whole page in jsdom, on a machine that does other things as well.
jest.setTimeout(60_000);

function renderPage(audit: Partial<FakeAuditApi> = {}, path = '/') {
  const api = Object.assign(new FakeAuditApi(), audit);
  renderInTestApp(<EvidencePage />, {
    apis: [
      [
        continuityApiRef,
        {
          audit: api,
          getPolicy: async () => aPolicyResponse,
        } as unknown as ContinuityApi,
      ],
    ],
    initialRouteEntries: [path],
    mountedRoutes: { '/continuity': rootRouteRef as never },
  });
  return { user: userEvent.setup(), api };
}

const listOf =
  (...items: ReturnType<typeof aPack>[]) =>
  async () => ({
    ...(await new FakeAuditApi().listPacks()),
    items,
  });

describe('EvidencePage', () => {
  it('says of each pack what it is about, what is missing in it, and when it is deleted', async () => {
    renderPage();
    const row = await screen.findByRole('listitem');
    expect(row).toHaveTextContent('Audit 2026 · Jun 1, 2025 – May 31');
    expect(row).toHaveTextContent('Ready');
    expect(row).toHaveTextContent('312 services · 4 left out');
    expect(row).toHaveTextContent('17 places where something is missing');
    expect(row).toHaveTextContent('deleted on May 31, 2027');
    expect(screen.getByText('Packs are kept for 1 year.')).toBeInTheDocument();
  });

  it('asks for a pack of a time and of tiers, and shows that it waits', async () => {
    const { user, api } = renderPage();
    const createPack = jest.spyOn(api, 'createPack');
    await user.type(
      await screen.findByLabelText('What it is for'),
      'Surveillance audit',
    );
    await user.type(screen.getByLabelText('First day'), '2026-01-01');
    await user.type(screen.getByLabelText('Only services with'), 'pay');
    await user.click(screen.getByRole('button', { name: 'Make a pack' }));
    expect(await screen.findByText(/Waits to be made/)).toBeInTheDocument();
    expect(createPack).toHaveBeenCalledWith({
      title: 'Surveillance audit',
      from: '2026-01-01',
      scope: { search: 'pay' },
    });
  });

  it('takes filters from its address, which can be left out again', async () => {
    const { user, api } = renderPage(
      {},
      '/?tier=tier-1&owner=group:default/shop-team&system=system:default/shop',
    );
    const createPack = jest.spyOn(api, 'createPack');
    expect(await screen.findByText('Mission critical')).toBeInTheDocument();
    const chip = screen.getByText('Only of the system: system:shop');
    await user.click(chip.parentElement!.querySelector('svg')!);
    await user.click(screen.getByRole('button', { name: 'Make a pack' }));
    expect(createPack).toHaveBeenCalledWith({
      title: '',
      scope: { tier: ['tier-1'], owner: ['group:default/shop-team'] },
    });
  });

  it('shows how far a pack is, and why one failed', async () => {
    renderPage({
      listPacks: listOf(
        aPack({ id: 'a', state: 'running', progress: 78, missing: null }),
        aPack({ id: 'b', state: 'failed', problem: 'It was begun too often.' }),
      ) as never,
    });
    expect(
      await screen.findByText('78 of 312 services gathered'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('progressbar', { name: 'Is being made' }),
    ).toHaveAttribute('aria-valuenow', '25');
    expect(screen.getByText('It was begun too often.')).toBeInTheDocument();
    expect(screen.queryByText('Download')).not.toBeInTheDocument();
  });

  it('says why it could not be asked for', async () => {
    const { user } = renderPage({
      createPack: async () => {
        throw aResponseError(400, {
          error: { name: 'InputError', message: 'Nothing matches this.' },
        });
      },
    });
    await user.click(
      await screen.findByRole('button', { name: 'Make a pack' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Couldn’t ask for it: Nothing matches this.',
    );
  });

  it('offers no form to who may only read, and says that there is nothing yet', async () => {
    renderPage({
      listPacks: async () => ({
        items: [],
        totalItems: 0,
        timeZone: 'UTC',
        keptFor: 'P1Y',
        allowedActions: [],
      }),
    });
    expect(
      await screen.findByText('You have not asked for a pack yet.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('form')).not.toBeInTheDocument();
  });
});

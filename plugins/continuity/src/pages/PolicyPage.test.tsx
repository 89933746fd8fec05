import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  defaultPolicy,
  parsePolicy,
  type CarryOver,
  type ContinuityApi,
  type PolicyResponse,
  type SweepStatus,
} from 'backstage-plugin-continuity-common';
import { aSweep } from '../../dev/fixtures/aSweep';
import { FakeChangeApi } from '../../dev/fixtures/FakeChangeApi';
import { FakeAuditApi } from '../../dev/fixtures/FakeAuditApi';
import { continuityApiRef } from '../api';
import { rootRouteRef } from '../routes';
import { PolicyPage } from './PolicyPage';

// A whole page in jsdom, on a machine that does other things as well.
jest.setTimeout(30_000);

const renamed: CarryOver = {
  id: 'c1',
  fromRef: 'component:default/basket',
  toRef: 'component:default/cart',
  reason: 'same-source-location',
  since: '2026-05-29T12:00:00.000Z',
  state: 'open',
  decidedBy: null,
  decidedAt: null,
};

function renderPage(options: {
  sweep?: Partial<SweepStatus>;
  answer?: Partial<PolicyResponse>;
  carryOvers?: CarryOver[];
  api?: Record<string, unknown>;
}) {
  const sweep = aSweep(options.sweep);
  const items = options.carryOvers ?? [];
  const api = {
    getPolicy: jest.fn().mockResolvedValue({
      policy: defaultPolicy,
      version: '5e1f00d2c7b94a31',
      inForceSince: '2026-05-01T12:00:00.000Z',
      versions: [],
      sweep,
      peopleKnown: true,
      ...options.answer,
    }),
    getSweep: jest.fn().mockResolvedValue(sweep),
    listCarryOvers: jest
      .fn()
      .mockResolvedValue({ items, totalItems: items.length }),
    runSweep: jest.fn().mockResolvedValue(undefined),
    releaseSweep: jest.fn().mockResolvedValue(undefined),
    decideCarryOver: jest.fn().mockResolvedValue(renamed),
    audit: new FakeAuditApi(),
    changes: new FakeChangeApi(),
    ...options.api,
  };
  renderInTestApp(<PolicyPage />, {
    apis: [[continuityApiRef, api as unknown as ContinuityApi]],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef as never,
      '/continuity': rootRouteRef as never,
    },
  });
  return { api, user: userEvent.setup() };
}

describe('PolicyPage', () => {
  it('says what each tier aims at and requires, in words', async () => {
    renderPage({});
    const table = await screen.findByRole('table', { name: 'Tiers' });
    const [, first, , , last] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('Mission criticaltier-11 h5 min4 h');
    expect(
      within(first)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toContain('Restore test every 3 months');
    expect(last).toHaveTextContent('Deferrabletier-43 d24 h14 dNothing');
  });

  it('says which services count and when gaps fall due', async () => {
    renderPage({});
    expect(
      await screen.findByText('kind is one of System, Resource'),
    ).toBeInTheDocument();
    const due = screen.getByRole('table', { name: 'When gaps fall due' });
    expect(
      within(due).getByRole('row', { name: /^Risk assessment/ }),
    ).toHaveTextContent('90 days after it began to apply');
  });

  it('names what this policy does differently, and nothing where it does not', async () => {
    const policy = parsePolicy({
      severities: { 'agreement-missing': 'information' },
      mappings: [
        {
          field: 'tier',
          annotation: 'example.com/tier',
          values: { 1: 'tier-1' },
        },
        { field: 'tier', tag: 'tier-', authoritative: true },
      ],
    });
    renderPage({ answer: { policy } });
    const gaps = await screen.findByRole('table', {
      name: /weigh differently/,
    });
    expect(within(gaps).getAllByRole('row')).toHaveLength(2);
    expect(gaps).toHaveTextContent(
      'Not agreed with the businessInformationWarning',
    );
    const mappings = screen.getByRole('table', { name: /already have/ });
    expect(mappings).toHaveTextContent(
      'Tierannotation example.com/tier1 → tier-1',
    );
    expect(mappings).toHaveTextContent('has the rank of the catalog file');
  });

  it('leaves the severities out where all are as shipped', async () => {
    renderPage({});
    await screen.findByRole('table', { name: 'Tiers' });
    expect(
      screen.queryByRole('table', { name: /weigh differently/ }),
    ).toBeNull();
    expect(screen.getByText('This is the first version.')).toBeInTheDocument();
  });

  it('says once that nobody can tell who exists', async () => {
    renderPage({ answer: { peopleKnown: false } });
    expect(
      await screen.findByText('The catalog holds no users and groups'),
    ).toBeInTheDocument();
  });

  it('says whom to ask when reading is not allowed', async () => {
    renderPage({
      api: {
        getPolicy: jest
          .fn()
          .mockRejectedValue(
            Object.assign(new Error('no'), { statusCode: 403 }),
          ),
      },
    });
    expect(
      await screen.findByText(/continuity\.policy\.read/),
    ).toBeInTheDocument();
  });
});

describe('who else asks about changes', () => {
  it('are machines and change tools, with what they may be told and what went wrong', async () => {
    const { user } = renderPage({});
    const machines = await screen.findByRole('table', {
      name: 'Service tokens',
    });
    const [, all, some, none] = within(machines).getAllByRole('row');
    expect(all).toHaveTextContent('external:ciEverything');
    expect(some).toHaveTextContent(
      'Payments, Checkout, 2 more that you may not see',
    );
    expect(within(some).getByRole('link', { name: 'Payments' })).toBeVisible();
    expect(none).toHaveTextContent('external:nightlyNothing');

    const tools = screen.getByRole('list', { name: 'Change tools' });
    expect(tools).toHaveTextContent('4 outcomes did not arrive, last:');
    expect(tools).toHaveTextContent(
      'CHG0031337 · Move the ledger to a smaller database: It answered with status 503. (tried again)',
    );
    expect(tools).toHaveTextContent(
      'a change that you may not see: It did not answer in time. (given up)',
    );
    expect(
      within(tools).getAllByRole('link', { name: /CHG0031337/ })[0],
    ).toHaveAttribute('href', '/continuity/changes/change-1');
    expect(tools).toHaveTextContent('none within 30 days');
    expect(tools).toHaveTextContent('acme.service-now.com');

    await user.click(
      within(tools).getAllByText('How its messages are read')[0],
    );
    const mapping = within(tools).getByRole('table', {
      name: 'How its messages are read: servicenow',
    });
    expect(
      within(mapping).getByRole('row', { name: /^Type/ }),
    ).toHaveTextContent('result.typeNormal → normalEmergency → emergency');
    expect(
      within(mapping).getByRole('row', { name: /^What it touches/ }),
    ).toHaveTextContent('12 names have a ref of their own');
  });

  it('stay out of sight where the reader may not know', async () => {
    const refusal = Object.assign(new Error('no'), { statusCode: 403 });
    const changes = new FakeChangeApi();
    jest.spyOn(changes, 'getIntegrations').mockRejectedValue(refusal);
    renderPage({ api: { changes } });
    await screen.findByRole('table', { name: 'Tiers' });
    await waitFor(() =>
      expect(screen.queryByText('Who else asks about changes')).toBeNull(),
    );
  });

  it('are said to be none where none is configured', async () => {
    const changes = new FakeChangeApi();
    jest
      .spyOn(changes, 'getIntegrations')
      .mockResolvedValue({ machines: [], webhooks: [], names: {} });
    renderPage({ api: { changes } });
    expect(await screen.findByText(/^None is configured/)).toBeVisible();
    expect(
      screen.getByText('No change tool tells of its changes.'),
    ).toBeVisible();
  });
});

describe('reading the catalog', () => {
  it('asks for a read and says that it comes', async () => {
    const { api, user } = renderPage({});
    await user.click(
      await screen.findByRole('button', { name: 'Read the catalog now' }),
    );
    expect(api.runSweep).toHaveBeenCalledTimes(1);
    expect(await screen.findByText(/begins within a minute/)).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Read the catalog now' }),
    ).toBeDisabled();
  });

  it('shows how far it is while it runs', async () => {
    renderPage({ sweep: { state: 'running', read: 3200 } });
    expect(
      await screen.findByText(/3,200 entities read so far/),
    ).toBeInTheDocument();
    expect(screen.getByRole('progressbar')).toBeInTheDocument();
  });

  it('is not offered to those who may not manage it', async () => {
    renderPage({ sweep: { allowedActions: [] }, carryOvers: [renamed] });
    await screen.findByText('Reading the catalog');
    expect(
      screen.queryByRole('button', { name: /Read the catalog/ }),
    ).toBeNull();
    expect(await screen.findByText(/basket/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Carry over' })).toBeNull();
  });

  it('shows the last error, and that it is over where a later read was complete', async () => {
    renderPage({
      sweep: {
        lastError: 'The catalog answered 503.',
        lastErrorAt: '2026-06-01T10:00:00.000Z',
      },
    });
    expect(
      await screen.findByText('The catalog answered 503.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/over since/)).toBeInTheDocument();
  });

  it('does not call an error over that came after the last complete read', async () => {
    renderPage({
      sweep: {
        state: 'failed',
        lastError: null,
        lastErrorAt: '2026-06-01T13:00:00.000Z',
      },
    });
    expect(
      await screen.findByText(/shown to those who may read the audit/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/over since/)).toBeNull();
  });
});

describe('a read that lost much at once', () => {
  const held = {
    since: '2026-06-01T11:50:00.000Z',
    reason: 'entities',
    entitiesGone: 5210,
    entitiesBefore: 12_480,
    ownersGone: 12,
    ownersBefore: 96,
    seenAgain: true,
  };

  it('is accepted only after a second question that says what is archived', async () => {
    const { api, user } = renderPage({ sweep: { state: 'held', held } });
    expect(
      await screen.findByText(/5,210 of 12,480 entities and 12 of 96 owners/),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Accept the loss…' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('records of 5,210 entities are archived');
    expect(api.releaseSweep).not.toHaveBeenCalled();
    await user.click(
      within(dialog).getByRole('button', { name: 'Archive them' }),
    );
    await waitFor(() => expect(api.releaseSweep).toHaveBeenCalledTimes(1));
  });

  it('can’t be accepted before it was seen a second time', async () => {
    renderPage({
      sweep: { state: 'held', held: { ...held, seenAgain: false } },
    });
    expect(
      await screen.findByText(/not seen a second time yet/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Accept/ })).toBeNull();
  });

  it('shows what went wrong when the server refuses', async () => {
    const { user } = renderPage({
      sweep: { state: 'held', held },
      api: { releaseSweep: jest.fn().mockRejectedValue(new Error('Too soon')) },
    });
    await user.click(
      await screen.findByRole('button', { name: 'Accept the loss…' }),
    );
    await user.click(screen.getByRole('button', { name: 'Archive them' }));
    expect(await screen.findByText(/Too soon/)).toBeInTheDocument();
  });
});

describe('records that may belong to another entity now', () => {
  it('are carried over by a person, with a reason', async () => {
    const { api, user } = renderPage({ carryOvers: [renamed] });
    await user.click(await screen.findByRole('button', { name: 'Carry over' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'Renamed in May',
    );
    await user.click(
      within(dialog).getByRole('button', { name: 'Carry over' }),
    );
    await waitFor(() =>
      expect(api.decideCarryOver).toHaveBeenCalledWith('c1', {
        decision: 'carry-over',
        reason: 'Renamed in May',
      }),
    );
    await waitFor(() => expect(api.listCarryOvers).toHaveBeenCalledTimes(2));
  });

  it('are left behind by a person, not without a reason', async () => {
    const { api, user } = renderPage({ carryOvers: [renamed] });
    await user.click(await screen.findByRole('button', { name: 'Don’t' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Don’t' }));
    expect(api.decideCarryOver).not.toHaveBeenCalled();
    await user.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'Another thing',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Don’t' }));
    await waitFor(() =>
      expect(api.decideCarryOver).toHaveBeenCalledWith('c1', {
        decision: 'decline',
        reason: 'Another thing',
      }),
    );
  });

  it('say what was decided earlier, and by whom', async () => {
    renderPage({
      carryOvers: [
        {
          ...renamed,
          state: 'declined',
          decidedBy: 'user:default/claudia.vogt',
          decidedAt: '2026-05-30T12:00:00.000Z',
        },
      ],
    });
    expect(
      await screen.findByText('Nothing waits for a decision.'),
    ).toBeInTheDocument();
    expect(screen.getByText('1 decided earlier')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'claudia.vogt' }),
    ).toBeInTheDocument();
  });
});

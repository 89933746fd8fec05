import { screen, waitFor, within } from '@testing-library/react';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import {
  aContinuity,
  aGap,
  anAgreement,
  anUnassessed,
  aProfile,
  aValue,
  NOW,
} from '../../dev/fixtures/aContinuity';
import { aPolicyResponse } from '../../dev/fixtures/aPolicy';
import { aResponseError } from '../../dev/fixtures/FakeContinuityApi';
import { renderAtEntity } from '../../dev/fixtures/renderAtEntity';
import { stopTheClock } from '../../dev/fixtures/stopTheClock';
import { EntityContinuityContent } from './EntityContinuityContent';

stopTheClock(NOW);

function open(continuity: EntityContinuity, others = {}) {
  const api = {
    getEntity: jest.fn().mockResolvedValue(continuity),
    getPolicy: jest.fn().mockResolvedValue(aPolicyResponse),
    ...others,
  };
  const user = renderAtEntity(
    <EntityContinuityContent />,
    api,
    continuity.entityRef,
  );
  return { api, user };
}

function openRefused(statusCode: number) {
  const body = { error: { name: 'Error', message: 'database is away' } };
  const getEntity = jest
    .fn()
    .mockRejectedValue(aResponseError(statusCode, body));
  const user = renderAtEntity(<EntityContinuityContent />, { getEntity });
  return { getEntity, user };
}

const card = async (name: string | RegExp) => {
  const heading = await screen.findByRole('heading', { name });
  return within(heading.closest('.bui-Card') as HTMLElement);
};

describe('EntityContinuityContent', () => {
  it('asks once, and answers the first glance', async () => {
    const { api } = open(aContinuity());
    expect(await screen.findByText('Exposed')).toBeVisible();
    expect(screen.getByText('tier-2 Business critical')).toBeVisible();
    expect(
      screen.getByText(
        /^One thing needs attention · agreed with Head of Retail/,
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('img', { name: /^To be back in 4 h/ }),
    ).toBeVisible();
    expect(api.getEntity).toHaveBeenCalledTimes(1);
    expect(api.getPolicy).not.toHaveBeenCalled();
  });

  it('shows an outline while it loads', async () => {
    open(aContinuity(), { getEntity: () => new Promise(() => {}) });
    expect(
      await screen.findByRole('progressbar', { name: 'Loading continuity' }),
    ).toBeInTheDocument();
  });

  it('keeps zero, none and unset apart', async () => {
    open(
      aContinuity({
        profile: aProfile({ rto: aValue('PT0S'), rpo: aValue('none') }),
      }),
    );
    const recovery = await card('Recovery');
    expect(recovery.getByText('0 (no interruption)')).toBeVisible();
    expect(recovery.getByText('holds no data')).toBeVisible();
    expect(recovery.getAllByText('not set').length).toBeGreaterThan(3);
  });

  it('says of each value where it comes from, for the keyboard too', async () => {
    const { user } = open(aContinuity());
    const recovery = await card('Recovery');
    const source = recovery.getByText('tier default');
    source.focus();
    expect(source).toHaveFocus();
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'The default of its tier in the policy.',
    );
    await user.hover(recovery.getByText('catalog-info'));
    await waitFor(() =>
      expect(
        screen
          .getAllByRole('tooltip')
          .map(tip => tip.textContent)
          .join(),
      ).toContain('continuity/mtpd'),
    );
  });

  it('locks what the catalog file sets and links to the file', async () => {
    open(aContinuity());
    const recovery = await card('Recovery');
    expect(
      recovery.getByRole('link', { name: /^Open the catalog file/ }),
    ).toHaveAttribute(
      'href',
      'https://git.example/checkout/edit/catalog-info.yaml',
    );
  });

  it('links owner and alternates, and marks who can’t answer', async () => {
    open(aContinuity());
    const recovery = await card('Recovery');
    expect(
      recovery.getByRole('link', { name: 'Payments on-call' }),
    ).toHaveAttribute('href', '/catalog/default/group/payments-oncall');
    expect(recovery.getByText('not in the catalog')).toBeVisible();
  });

  it('puts late gaps first and says since when, with information folded away', async () => {
    const { user } = open(
      aContinuity({
        gaps: [
          ...aContinuity().gaps,
          aGap({
            code: 'agreement-missing',
            late: true,
            dueBy: '2026-06-01T00:00:00Z',
          }),
          aGap({
            code: 'alternate-unresolved',
            severity: 'information',
            requirement: 'alternates',
          }),
        ],
      }),
    );
    const toDo = await card('What to do (2)');
    const items = toDo.getAllByRole('listitem');
    expect(items).toHaveLength(2);
    expect(items[0]).toHaveTextContent(
      /Message of agreement-missing.*Action of agreement-missing.*late since Jun 1/,
    );
    expect(items[1]).toHaveTextContent('due Jun 30');
    expect(
      within(items[1]).getByRole('img', { name: 'Critical' }),
    ).toBeVisible();
    await user.click(toDo.getByRole('button', { name: 'One note' }));
    expect(toDo.getByText('Message of alternate-unresolved.')).toBeVisible();
  });

  it('calls what a gap is about by its name', async () => {
    open(
      aContinuity({
        gaps: [
          aGap({
            code: 'source-unreadable',
            message: 'It waits for component:default/sign-in.',
            action: 'Ask the owner of component:default/sign-in.',
          }),
        ],
        names: { 'component:default/sign-in': 'Sign-in' },
      }),
    );
    expect(await screen.findByText('It waits for Sign-in.')).toBeVisible();
    expect(screen.queryAllByText(/component:default/)).toHaveLength(0);
  });

  it('says it where nothing is to be done', async () => {
    open(aContinuity({ status: 'met', gaps: [] }));
    expect(await screen.findByText('Met')).toBeVisible();
    expect((await card('What to do')).getByText(/^Nothing\./)).toBeVisible();
  });

  it('keeps exempted gaps in sight and does not count them', async () => {
    const gap = aGap({
      code: 'agreement-missing',
      exemption: { id: '1', until: '2026-10-01T00:00:00Z', reason: 'Leaving' },
    });
    open(
      aContinuity({
        status: 'exempt',
        underlyingStatus: 'at-risk',
        gaps: [gap],
      }),
    );
    const toDo = await card('What to do');
    expect(toDo.getByText('exempted until Sep 30: Leaving')).toBeVisible();
    expect(screen.getByText(/without exemptions: At risk/)).toBeVisible();
  });

  it('leads from a gap to the field that mends it', async () => {
    const gap = aGap({
      code: 'target-missing',
      requirement: 'rpo',
      params: { field: 'rpo' },
    });
    const { user } = open(aContinuity({ gaps: [gap] }));
    await user.click(await screen.findByRole('button', { name: 'Edit RPO' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Edit continuity of Checkout',
    });
    const field = within(dialog).getByRole('group', { name: 'RPO' });
    await waitFor(() =>
      expect(within(field).getByRole('textbox')).toHaveFocus(),
    );
  });

  it('offers a reader nothing to change', async () => {
    open(aContinuity({ allowedActions: [] }));
    expect(
      await screen.findByRole('button', { name: 'History' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Edit/ }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Record agreement' }),
    ).not.toBeInTheDocument();
  });

  it('teaches where there is no tier: what it is, why it matters here, and one button', async () => {
    const { user } = open(anUnassessed());
    expect(
      await screen.findByRole('heading', {
        name: 'How fast must Checkout come back?',
      }),
    ).toBeVisible();
    expect(
      screen.getByText(
        /23 entities in the catalog depend on Checkout, for example web-shop, mobile-app/,
      ),
    ).toBeVisible();
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Set tier…' }));
    const dialog = await screen.findByRole('dialog', {
      name: /Edit continuity/,
    });
    const tier = within(dialog).getByRole('group', { name: 'Tier' });
    expect(within(tier).getByRole('radio', { name: 'Set here' })).toBeChecked();
  });

  it('tells a reader without a tier whom to ask', async () => {
    open(anUnassessed({ allowedActions: [] }));
    expect(
      await screen.findByText(
        'You may not set the tier. Ask Payments on-call.',
      ),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Set tier/ }),
    ).not.toBeInTheDocument();
  });

  it('says that the policy leaves it out', async () => {
    open(anUnassessed({ status: 'out-of-scope' }));
    expect(await screen.findByText('Out of scope')).toBeVisible();
    expect(
      screen.getByText(/The policy leaves entities like this one out/),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Set tier/ }),
    ).not.toBeInTheDocument();
  });

  it('shows the statuses of a system’s parts, and counts what may not be seen', async () => {
    const part = {
      kind: 'Component',
      type: 'service',
      tier: 'tier-2',
      late: false,
    };
    open(
      aContinuity({
        entityRef: 'system:default/payments',
        parts: {
          items: [
            {
              ...part,
              entityRef: 'component:default/checkout',
              title: 'Checkout',
              status: 'exposed',
              rto: 'PT4H',
              late: true,
            },
            {
              ...part,
              entityRef: 'component:default/search',
              title: 'Search',
              status: 'met',
              rto: 'PT0S',
            },
          ],
          totalItems: 4,
          redacted: 1,
        },
      }),
    );
    const table = await screen.findByRole('table', { name: 'Parts (4)' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent(/Checkout.*Exposed.*late.*tier-2.*4 h/);
    expect(second).toHaveTextContent(/Search.*Met.*0 \(no interruption\)/);
    expect(screen.getByText('2 more are not shown.')).toBeVisible();
    expect(screen.getByText(/One part that you may not see/)).toBeVisible();
  });

  it('says how old the state is while the catalog is away', async () => {
    open(
      aContinuity({
        lastKnownAt: '2026-06-10T06:00:00.000Z',
        dataAge: {
          catalogReadAt: null,
          seconds: null,
          lastKnownAt: '2026-06-10T06:00:00.000Z',
          problem: 'The catalog answered 500.',
        },
      }),
    );
    const banner = await screen.findByText(/This is the state of 3 hours ago/);
    expect(banner.parentElement).toHaveTextContent('The catalog answered 500.');
    expect(screen.getByText('Exposed')).toBeVisible();
  });

  it('lets a manager carry records over, with a reason', async () => {
    const decideCarryOver = jest.fn().mockResolvedValue({});
    const carryOver = {
      id: 'co-1',
      fromRef: 'component:default/pay',
      reason: 'same-source-location',
      since: '2026-06-08T09:00:00.000Z',
    };
    const { api, user } = open(
      aContinuity({ carryOver, allowedActions: ['catalog.manage'] }),
      { decideCarryOver },
    );
    await user.click(await screen.findByRole('button', { name: 'Carry over' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Carry the records over?',
    });
    await user.click(
      within(dialog).getByRole('button', { name: 'Carry over' }),
    );
    expect(within(dialog).getByText(/Say why/)).toBeVisible();
    await user.type(within(dialog).getByLabelText('Reason'), 'Renamed');
    await user.click(
      within(dialog).getByRole('button', { name: 'Carry over' }),
    );
    await waitFor(() => expect(api.getEntity).toHaveBeenCalledTimes(2));
    expect(decideCarryOver).toHaveBeenCalledWith('co-1', {
      decision: 'carry-over',
      reason: 'Renamed',
    });
  });

  it('tells others that somebody has to decide on the carry-over', async () => {
    const carryOver = {
      id: 'co-1',
      fromRef: 'component:default/pay',
      reason: 'returned-late',
      since: NOW,
    };
    open(aContinuity({ carryOver }));
    expect(
      await screen.findByText(/A continuity manager decides/),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Carry over' }),
    ).not.toBeInTheDocument();
  });

  it('lets a second person confirm a looser agreement', async () => {
    const pending = anAgreement({
      id: 'agr-2',
      state: 'awaiting-second-person',
      values: { rto: 'P1D' },
      looserThanBefore: ['rto'],
    });
    const { agreement } = aContinuity();
    const confirmAgreement = jest.fn().mockResolvedValue(
      aContinuity({
        agreement: {
          ...agreement,
          current: anAgreement({ with: 'The board' }),
        },
      }),
    );
    const { user } = open(
      aContinuity({
        agreement: { ...agreement, pending },
        allowedActions: ['agreement.approve'],
      }),
      { confirmAgreement },
    );
    expect(
      await screen.findByText(/looser than the one in force \(RTO\)/),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Confirm' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Confirm the looser agreement?',
    });
    await user.click(within(dialog).getByRole('button', { name: 'Confirm' }));
    expect(await screen.findByText('The board')).toBeVisible();
    expect(confirmAgreement).toHaveBeenCalledWith(
      'component:default/checkout',
      'agr-2',
      {},
    );
    expect(
      screen.queryByText('Waits for a second person'),
    ).not.toBeInTheDocument();
  });

  it('explains an entity that continuity has not read yet', async () => {
    const { getEntity, user } = openRefused(404);
    expect(
      await screen.findByText('Not known to continuity yet'),
    ).toBeVisible();
    getEntity.mockResolvedValue(aContinuity());
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Exposed')).toBeVisible();
  });

  it('explains that the reader may not see it', async () => {
    openRefused(403);
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });

  it('says that it failed, and tries again', async () => {
    const { getEntity, user } = openRefused(500);
    expect(
      await screen.findByText(/Continuity couldn’t be loaded/),
    ).toBeVisible();
    getEntity.mockResolvedValue(aContinuity());
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Exposed')).toBeVisible();
  });
});

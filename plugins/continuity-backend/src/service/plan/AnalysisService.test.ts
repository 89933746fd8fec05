import { TestDatabases } from '@backstage/backend-test-utils';
import {
  aCompany,
  cart,
  checkout,
  ledger,
  roles,
} from '../../__testUtils__/aCompany';
import { aService } from '../../__testUtils__/anEntity';
import { pathOf, Portal } from '../../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const shop = 'system:default/shop';

/** Intolerable from one day on; asks for tier-2. */
const oneDay = {
  state: 'agreed',
  categories: [
    {
      id: 'financial',
      impacts: { '1h': 'minor', '4h': 'moderate', '1d': 'serious' },
    },
  ],
  rpo: '1h',
  agreedWith: 'Head of sales',
  assessedOn: '2026-01-15',
};
const fourHours = {
  ...oneDay,
  categories: [
    { id: 'financial', impacts: { '1h': 'minor', '4h': 'serious' } },
  ],
};
const risks = {
  state: 'agreed',
  threats: [
    {
      id: 'ransomware',
      rating: { likelihood: 3, impact: 5 },
      treatment: 'reduce',
      owner: 'group:default/shop-team',
      dueOn: '2026-06-30',
    },
  ],
  agreedWith: 'Security board',
  assessedOn: '2026-01-15',
};

describe.each(databases.eachSupportedId())('analyses on %s', id => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: aCompany(),
      roles,
    });
    await portal.sweep();
  });

  afterEach(async () => portal.stop());

  async function section(entityRef: string, key: 'bia' | 'risk' = 'bia') {
    const { body } = await portal.as('manuela').get(pathOf(entityRef));
    return body[key];
  }

  async function put(
    user: string,
    entityRef: string,
    what: 'bia' | 'risk-assessment',
    body: object,
    revision?: number,
  ) {
    const key = what === 'bia' ? 'bia' : 'risk';
    const from = revision ?? (await section(entityRef, key)).revision;
    return portal
      .as(user)
      .put(`${pathOf(entityRef)}/${what}`, body, { 'If-Match': String(from) });
  }

  const record = (user: string, entityRef: string, body: object) =>
    put(user, entityRef, 'bia', body);

  const decide = (user: string, how: string, biaId: string) =>
    portal
      .as(user)
      .post(`${pathOf(checkout)}/bia/${biaId}/${how}`, { reason: 'we looked' });

  async function aLooserOne(by = 'olivia'): Promise<string> {
    expect((await record(by, checkout, fourHours)).status).toBe(200);
    const { status, body } = await record(by, checkout, oneDay);
    expect(status).toBe(200);
    return body.bia.pending.id;
  }

  it('derives MTPD and tier, and makes the MTPD the effective one', async () => {
    await portal
      .as('olivia')
      .edit(checkout, { tier: 'tier-3' }, { revision: 0 });
    const { status, body } = await record('olivia', checkout, oneDay);
    expect(status).toBe(200);
    expect(body.bia).toMatchObject({
      required: true,
      every: 'P2Y',
      dueOn: '2028-01-15',
      from: null,
      draft: null,
      pending: null,
      revision: 1,
      current: {
        state: 'agreed',
        result: { mtpd: 'P1D', beyond: null, rpo: 'PT1H' },
        assessor: 'user:default/olivia',
        recordedBy: 'user:default/olivia',
      },
      recommendation: { tier: 'tier-2' },
    });
    expect(body.profile.mtpd).toMatchObject({ value: 'P1D', source: 'bia' });
    const codes = body.gaps.map((gap: { code: string }) => gap.code);
    expect(codes).toContain('tier-below-bia');
    expect(codes).not.toContain('bia-missing');
    expect(codes).toContain('risk-missing');
  });

  it('are taken over by the parts of a system, visibly, unless they have their own', async () => {
    await record('manuela', shop, oneDay);
    await put('manuela', shop, 'risk-assessment', risks);
    const part = await portal.as('rita').get(pathOf(cart));
    expect(part.body.bia).toMatchObject({
      current: { entityRef: shop },
      from: shop,
      revision: 0,
    });
    expect(part.body.risk).toMatchObject({ from: shop });
    expect(part.body.profile.mtpd).toMatchObject({
      value: 'P1D',
      source: 'bia',
      origin: { source: 'bia', entityRef: shop },
    });
    const own = await record('manuela', cart, fourHours);
    expect(own.body.bia).toMatchObject({
      from: null,
      current: { entityRef: cart },
    });
    expect(own.body.profile.mtpd.value).toBe('PT4H');
  });

  it('let a part’s own one that asks for less than its system’s wait', async () => {
    await record('manuela', shop, fourHours);
    const { body } = await record('olivia', cart, oneDay);
    expect(body.bia).toMatchObject({
      from: shop,
      pending: { looserThanBefore: ['mtpd'] },
    });
    expect(body.profile.mtpd.value).toBe('PT4H');
  });

  it('may be a draft first, which changes nothing, and becomes the agreed one', async () => {
    const draft = await record('olivia', checkout, {
      state: 'draft',
      rpo: '1h',
    });
    expect(draft.body.bia).toMatchObject({
      current: null,
      draft: { state: 'draft', content: { categories: [], rpo: 'PT1H' } },
      revision: 1,
    });
    const again = await record('peter', checkout, {
      ...oneDay,
      state: 'draft',
    });
    expect(again.body.bia.draft).toMatchObject({
      id: draft.body.bia.draft.id,
      recordedBy: 'user:default/peter',
    });
    expect(again.body.profile.mtpd.source).toBeNull();
    const agreed = await record('olivia', checkout, oneDay);
    expect(agreed.body.bia).toMatchObject({
      current: { id: draft.body.bia.draft.id, state: 'agreed' },
      draft: null,
      revision: 3,
    });
    expect(await portal.knex('analyses')).toHaveLength(1);
  });

  it('give the quick form the same result as the full one', async () => {
    const full = await record('olivia', checkout, oneDay);
    const { categories: _, ...rest } = oneDay;
    const quick = await record('olivia', checkout, {
      ...rest,
      quick: { intolerableAfter: '24h' },
    });
    expect(quick.body.bia.current).toMatchObject({
      state: 'agreed',
      content: { method: 'quick' },
      result: { mtpd: 'P1D', rpo: 'PT1H' },
    });
    expect(quick.body.bia.recommendation).toEqual(full.body.bia.recommendation);
  });

  it('wait for a second person where they ask for less, and the earlier one holds until then', async () => {
    const pending = await aLooserOne();
    expect(await section(checkout)).toMatchObject({
      current: { result: { mtpd: 'PT4H' } },
      pending: {
        id: pending,
        state: 'awaiting-second-person',
        looserThanBefore: ['mtpd'],
        result: { mtpd: 'P1D' },
      },
    });
  });

  it('come into force when another person confirms', async () => {
    const pending = await aLooserOne();
    const shown = await portal.as('manuela').get(pathOf(checkout));
    expect(shown.body.allowedActions).toContain('analysis.approve');
    const { status, body } = await decide('manuela', 'confirm', pending);
    expect(status).toBe(200);
    expect(body.bia).toMatchObject({
      current: {
        id: pending,
        result: { mtpd: 'P1D' },
        confirmedBy: 'user:default/manuela',
      },
      pending: null,
    });
    expect(body.profile.mtpd.value).toBe('P1D');
    const history = await portal.as('rita').get(`${pathOf(checkout)}/history`);
    expect(history.body.items[0]).toMatchObject({
      type: 'bia',
      action: 'confirmed',
      by: 'user:default/manuela',
      reason: 'we looked',
      before: { mtpd: 'PT4H' },
      after: { mtpd: 'P1D', state: 'agreed' },
    });
  });

  it('leave the earlier one in force when another person declines', async () => {
    const pending = await aLooserOne();
    const { body } = await decide('martin', 'reject', pending);
    expect(body.bia).toMatchObject({
      current: { result: { mtpd: 'PT4H' } },
      pending: null,
    });
  });

  it('are never confirmed by who recorded them, nor by who may not approve, nor by a service, nor twice', async () => {
    const pending = await aLooserOne('manuela');
    const own = await decide('manuela', 'confirm', pending);
    expect(own.status).toBe(403);
    expect(own.body.error.message).toContain('another person');
    const owner = await decide('peter', 'confirm', pending);
    expect(owner.status).toBe(403);
    expect(owner.body.error.message).toContain('continuity.analysis.approve');
    const service = await portal
      .asService()
      .post(`${pathOf(checkout)}/bia/${pending}/confirm`, {});
    expect(service.status).toBe(403);
    expect((await decide('martin', 'confirm', pending)).status).toBe(200);
    expect((await decide('martin', 'confirm', pending)).status).toBe(409);
    expect((await decide('martin', 'confirm', 'no-such-id')).status).toBe(404);
  });

  it('are refused with each wrong field named', async () => {
    const { status, body } = await record('olivia', checkout, {
      ...oneDay,
      categories: [
        { id: 'legal', impacts: { '1h': 'serious', '1w': 'minor' } },
      ],
      rpo: 'n/a',
      assessor: 'group:default/nobody-knows',
    });
    expect(status).toBe(400);
    expect(
      body.error.issues.map((issue: { path: string }) => issue.path),
    ).toEqual(['rpo', 'categories.0.impacts.P7D']);
    const named = await record('olivia', checkout, {
      ...oneDay,
      assessor: 'group:default/nobody-knows',
    });
    expect(named.body.error.issues).toMatchObject([{ path: 'assessor' }]);
    const owner = await put('olivia', checkout, 'risk-assessment', {
      ...risks,
      threats: [{ ...risks.threats[0], owner: 'nobody-knows' }],
    });
    expect(owner.body.error.issues).toMatchObject([
      { path: 'threats.0.owner' },
    ]);
    expect(await portal.knex('analyses')).toEqual([]);
  });

  it('are refused when somebody else was faster, with the newer state', async () => {
    await record('olivia', checkout, oneDay);
    const { status, body } = await put('peter', checkout, 'bia', fourHours, 0);
    expect(status).toBe(409);
    expect(body).toMatchObject({
      current: { bia: { current: { result: { mtpd: 'P1D' } }, revision: 1 } },
      changedSince: [{ type: 'bia', by: 'user:default/olivia' }],
    });
    const answers = await Promise.all(
      ['olivia', 'peter'].map(user => put(user, checkout, 'bia', fourHours, 1)),
    );
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409]);
  });

  it('keep all there was, newest first', async () => {
    await record('olivia', checkout, oneDay);
    await record('olivia', checkout, fourHours);
    const { body } = await portal.as('rita').get(`${pathOf(checkout)}/bia`);
    expect(
      body.history.map((bia: { state: string; result: { mtpd: string } }) => [
        bia.state,
        bia.result.mtpd,
      ]),
    ).toEqual([
      ['agreed', 'PT4H'],
      ['superseded', 'P1D'],
    ]);
  });

  it('let a draft be put away, and stay in the history', async () => {
    await record('olivia', checkout, oneDay);
    const { body } = await record('olivia', checkout, { state: 'draft' });
    const { id: draft } = body.bia.draft;
    const gone = await decide('olivia', 'discard', draft);
    expect(gone.body.bia).toMatchObject({ draft: null, revision: 3 });
    expect((await decide('olivia', 'discard', draft)).status).toBe(409);
    const { body: all } = await portal
      .as('rita')
      .get(`${pathOf(checkout)}/bia`);
    expect(all.history.map((bia: { state: string }) => bia.state)).toEqual([
      'discarded',
      'agreed',
    ]);
  });

  it('of risks are recorded, renewed and put away likewise', async () => {
    const first = await put('olivia', checkout, 'risk-assessment', risks);
    expect(first.body.risk).toMatchObject({
      current: {
        content: { threats: [{ id: 'ransomware', title: 'Ransomware' }] },
      },
      revision: 1,
    });
    const draft = await put('olivia', checkout, 'risk-assessment', {
      state: 'draft',
      threats: [],
    });
    const { id: draftId } = draft.body.risk.draft;
    await portal
      .as('olivia')
      .post(`${pathOf(checkout)}/risk-assessment/${draftId}/discard`, {})
      .expect(200);
    const renewed = await put('peter', checkout, 'risk-assessment', risks);
    expect(renewed.body.risk).toMatchObject({ draft: null, revision: 4 });
    const { body } = await portal
      .as('rita')
      .get(`${pathOf(checkout)}/risk-assessment`);
    expect(body.history.map((r: { state: string }) => r.state)).toEqual([
      'agreed',
      'discarded',
      'superseded',
    ]);
  });

  it('are changed by owners only, and not at all of what one may not see', async () => {
    const asReader = await record('rita', checkout, oneDay);
    expect(asReader.status).toBe(403);
    expect(asReader.body.error.message).toContain('continuity.analysis.update');
    const reader = await portal.as('rita').get(pathOf(checkout));
    expect(reader.body.allowedActions).not.toContain('analysis.update');
    for (const what of ['bia', 'risk-assessment'] as const) {
      const hidden = await portal.as('sam').get(`${pathOf(ledger)}/${what}`);
      expect(hidden.status).toBe(404);
      const body = what === 'bia' ? oneDay : risks;
      expect((await put('sam', ledger, what, body)).status).toBe(404);
    }
    const group = await portal
      .as('manuela')
      .put(`${pathOf('group:default/shop-team')}/bia`, oneDay, {
        'If-Match': '0',
      });
    expect(group.status).toBe(400);
  });

  it('are put away with an entity that leaves the catalog, and come back with it', async () => {
    await record('olivia', cart, oneDay);
    await put('olivia', cart, 'risk-assessment', risks);
    portal.catalog.remove(cart);
    await sweepUntil(async () => {
      const rows = await portal.knex('analyses').whereNull('archived_at');
      return rows.length === 0;
    });
    portal.catalog.put(
      aService('cart')
        .ownedBy('group:default/shop-team')
        .partOf('system:default/shop'),
    );
    await sweepUntil(async () => (await section(cart))?.current !== null);
    expect(await section(cart)).toMatchObject({
      current: { result: { mtpd: 'P1D' } },
      revision: 1,
    });
    expect(await section(cart, 'risk')).toMatchObject({
      current: { state: 'agreed' },
    });
  });

  /** A loss is believed only after a second look. */
  async function sweepUntil(isDone: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 50; tries++) {
      await portal.sweep();
      if (await isDone()) return;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error('The sweep did not come to it');
  }

  it('name nobody whom their reader may not see', async () => {
    await put('manuela', checkout, 'risk-assessment', {
      ...risks,
      threats: [{ ...risks.threats[0], owner: 'group:default/secret-team' }],
    });
    for (const path of ['', '/risk-assessment', '/history']) {
      const { text } = await portal.as('sam').get(`${pathOf(checkout)}${path}`);
      expect(text).not.toContain('secret-team');
    }
  });
});

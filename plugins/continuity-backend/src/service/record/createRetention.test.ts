import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { defaultPolicy } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { aResult, aTest } from '../../__testUtils__/aStoredTest';
import { migrateDatabase } from '../../migrateDatabase';
import { DatabaseRecordStore } from '../../record/DatabaseRecordStore';
import { DatabaseTestStore } from '../../testing/DatabaseTestStore';
import { createRetention } from './createRetention';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const checkout = 'component:default/checkout';
const now = '2030-06-01T00:00:00.000Z';

describe.each(databases.eachSupportedId())('retention on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrateDatabase(knex);
  });

  const analysis = async (said: {
    id: string;
    state: string;
    recorded: string;
    archived?: string;
    confirmed?: string;
    sort?: string;
    of?: string;
  }) => {
    await knex('analyses').insert({
      id: said.id,
      entity_ref: said.of ?? checkout,
      sort: said.sort ?? 'bia',
      state: said.state,
      revision: 1,
      content: '{}',
      assessed_on: said.recorded,
      recorded_by: 'user:default/olivia',
      recorded_at: `${said.recorded}T00:00:00.000Z`,
      confirmed_at: said.confirmed ? `${said.confirmed}T00:00:00.000Z` : null,
      archived_at: said.archived ? `${said.archived}T00:00:00.000Z` : null,
    });
  };

  const version = async (
    number: number,
    superseded: string | null,
    contents = '{}',
    systemOf?: string,
  ) => {
    await knex('plan_versions').insert({
      plan_id: 'p1',
      version: number,
      state: superseded ? 'superseded' : 'approved',
      title: 'Checkout',
      contents,
      sha256: `hash-${number}`,
      created_at: '2020-01-01T00:00:00.000Z',
      created_by: 'user:default/olivia',
      edited_by: '[]',
      updated_at: '2020-01-01T00:00:00.000Z',
      updated_by: 'user:default/olivia',
      approved_at: '2020-01-01T00:00:00.000Z',
      approved_by: 'user:default/peter',
      superseded_at: superseded && `${superseded}T00:00:00.000Z`,
    });
    await knex('plan_scope').insert({
      plan_id: 'p1',
      version: number,
      entity_ref: systemOf ?? checkout,
      in_scope: true,
      with_parts: systemOf !== undefined,
      has_step: true,
      standing: superseded ? 'past' : 'in-force',
    });
  };

  const records = () => DatabaseRecordStore.create({ database: knex });
  const retentionBy = (retention: (typeof defaultPolicy)['retention']) =>
    createRetention({
      database: knex,
      records: records(),
      policy: { ...defaultPolicy, retention },
      logger: mockServices.logger.mock(),
      clock: () => new Date(now),
    });
  const run = (retention: (typeof defaultPolicy)['retention']) =>
    retentionBy(retention).run();
  const left = async () =>
    (await knex('analyses').orderBy('seq')).map(row => row.id);

  it('deletes an analysis three years after the next one replaced it, and not what still counts', async () => {
    await analysis({ id: 'a', state: 'superseded', recorded: '2020-01-01' });
    // replaced a day too late
    await analysis({ id: 'b', state: 'superseded', recorded: '2027-05-30' });
    await analysis({ id: 'c', state: 'agreed', recorded: '2027-06-02' });
    // a risk assessment that nothing came after
    await analysis({
      id: 'd',
      state: 'agreed',
      recorded: '2019-01-01',
      sort: 'risk',
    });
    expect(await run(defaultPolicy.retention)).toEqual({ analyses: 1 });
    expect(await left()).toEqual(['b', 'c', 'd']);
    const { items } = await records().list({ entityRef: checkout, limit: 5 });
    expect(items).toMatchObject([
      {
        type: 'bia',
        action: 'retention-ended',
        by: 'system',
        at: now,
        before: { id: 'a', assessedOn: '2020-01-01' },
      },
    ]);
  });

  it('counts from when the next one took its place, not from one that was declined in between', async () => {
    await analysis({ id: 'a', state: 'superseded', recorded: '2020-01-01' });
    await analysis({ id: 'b', state: 'rejected', recorded: '2021-01-01' });
    // a second person agreed years later
    await analysis({
      id: 'c',
      state: 'agreed',
      recorded: '2022-01-01',
      confirmed: '2029-12-01',
    });
    expect(await run(defaultPolicy.retention)).toEqual({});
  });

  it('keeps an analysis while a version of a plan is kept that rests on it', async () => {
    await analysis({ id: 'a', state: 'superseded', recorded: '2020-01-01' });
    await analysis({ id: 'b', state: 'superseded', recorded: '2020-02-01' });
    await analysis({ id: 'c', state: 'superseded', recorded: '2020-03-01' });
    await analysis({ id: 'd', state: 'agreed', recorded: '2021-01-01' });
    const basis = (bia: object) => JSON.stringify({ basis: { bia } });
    await version(
      1,
      '2021-01-01',
      basis({ date: '2020-01-01', reference: '' }),
    );
    await version(2, null, basis({ date: '2020-02-02', reference: 'b' }));
    expect(await run(defaultPolicy.retention)).toEqual({ analyses: 1 });
    expect(await left()).toEqual(['a', 'b', 'd']);
  });

  it('keeps an analysis of a system while a plan of one of its parts rests on it, and of a part while one of the system does', async () => {
    const shop = 'system:default/shop';
    await knex('mirror_entities').insert({
      entity_ref: checkout,
      kind: 'component',
      title: 'Checkout',
      system_ref: shop,
      in_scope: true,
      facts: '{}',
      hash: '',
      first_seen_at: '2019-01-01T00:00:00.000Z',
      changed_at: '2019-01-01T00:00:00.000Z',
    });
    const days = ['2020-01-01', '2020-02-01', '2020-03-01'];
    const four = async (entity: string, ids: string[]) => {
      for (const [at, recorded] of days.entries()) {
        const one = { id: ids[at], of: entity, state: 'superseded', recorded };
        await analysis(one);
      }
      await analysis({
        id: ids[3],
        of: entity,
        state: 'agreed',
        recorded: '2021-01-01',
      });
    };
    await four(shop, ['a', 'b', 'c', 'd']);
    await four(checkout, ['e', 'f', 'g', 'h']);
    const basis = (bia: object) => JSON.stringify({ basis: { bia } });
    const all = '2021-01-01';
    // plans of the part, then of the system with its parts
    await version(1, all, basis({ date: '2020-01-01', reference: '' }));
    await version(2, all, basis({ date: '2020-05-05', reference: 'b' }));
    await version(3, all, basis({ date: '2020-02-01', reference: '' }), shop);
    expect(await run(defaultPolicy.retention)).toEqual({ analyses: 2 });
    expect(await left()).toEqual(['a', 'b', 'd', 'e', 'f', 'h']);
  });

  it('counts for what was put away from then on', async () => {
    await analysis({
      id: 'a',
      state: 'agreed',
      recorded: '2020-01-01',
      archived: '2027-05-31',
    });
    await analysis({
      id: 'b',
      state: 'agreed',
      recorded: '2020-01-01',
      archived: '2027-06-02',
    });
    await run(defaultPolicy.retention);
    expect(await left()).toEqual(['b']);
  });

  it('keeps versions of plans for good, unless the policy says for how long', async () => {
    await version(1, '2027-05-31');
    await version(2, '2027-06-02');
    await version(3, null);
    await run(defaultPolicy.retention);
    expect(await knex('plan_versions')).toHaveLength(3);

    await run({ analyses: 'P3Y', planVersions: 'P3Y' });
    const versions = (table: string) =>
      knex(table).orderBy('version').pluck('version');
    expect(await versions('plan_versions')).toEqual([2, 3]);
    expect(await versions('plan_scope')).toEqual([2, 3]);
    const { items } = await records().list({ entityRef: 'plan:p1', limit: 5 });
    expect(items).toMatchObject([
      {
        action: 'retention-ended',
        before: {
          version: 1,
          sha256: 'hash-1',
          approvedBy: 'user:default/peter',
        },
      },
    ]);
  });

  it('keeps a version that a plan change request says it was settled by', async () => {
    await version(1, '2020-01-01');
    await version(2, '2020-01-01');
    await version(3, '2020-01-01');
    await version(4, null);
    await knex('plan_change_requests').insert({
      id: 'q',
      plan_id: 'p1',
      state: 'done',
      opened_at: '2019-01-01T00:00:00.000Z',
      due_at: '2019-02-01T00:00:00.000Z',
      done_by_version: 2,
      closed_at: '2019-01-02T00:00:00.000Z',
    });
    await knex('plan_change_request_changes').insert({
      request_id: 'q',
      change_id: 'c',
      reasons: '[]',
      added_at: '2019-01-01T00:00:00.000Z',
      settled_by_version: 1,
    });
    expect(await run({ planVersions: 'P3Y' })).toEqual({ planVersions: 1 });
    expect(
      await knex('plan_versions').orderBy('version').pluck('version'),
    ).toEqual([1, 2, 4]);
  });

  it('deletes nothing under a policy from before it could be said', async () => {
    await analysis({ id: 'a', state: 'superseded', recorded: '2000-01-01' });
    await analysis({ id: 'b', state: 'agreed', recorded: '2001-01-01' });
    expect(await run(undefined)).toEqual({});
  });

  const test = (said: {
    id: string;
    held: string;
    outcome?: string;
    reviewed?: boolean;
    entityRef?: string;
    environment?: string;
    partial?: boolean;
  }) => {
    const heldAt = `${said.held}T10:00:00.000Z`;
    const outcome = said.outcome ?? 'passed';
    return knex.transaction(async trx => {
      const store = DatabaseTestStore.create({ database: knex });
      const { id: testId, entityRef = checkout } = said;
      const held = aTest();
      await store.insert(trx, {
        ...held,
        id: testId,
        state: 'completed',
        contents: {
          ...held.contents,
          entities: [entityRef],
          environment: (said.environment ??
            held.contents.environment) as typeof held.contents.environment,
          partial: said.partial ?? false,
        },
        heldAt,
        completedAt: heldAt,
        outcome: outcome as never,
      });
      await store.saveResults(trx, [
        { ...aResult(), testId, entityRef, outcome: outcome as never },
      ]);
      if (said.reviewed !== false) {
        await trx('tests')
          .where({ id: testId })
          .update({ reviewed_at: heldAt, reviewed_by: 'user:default/rita' });
      }
    });
  };
  const inCatalog = (...refs: string[]) =>
    knex('mirror_entities').insert(
      refs.map(entity_ref => ({
        entity_ref,
        kind: 'component',
        title: entity_ref,
        in_scope: true,
        facts: '{}',
        hash: 'x',
        first_seen_at: now,
        changed_at: now,
      })),
    );
  const finding = (said: {
    id: string;
    state: string;
    closed: string | null;
    testId?: string;
  }) =>
    knex('findings').insert({
      id: said.id,
      title: `Finding ${said.id}`,
      sort_title: said.id,
      severity: 'high',
      severity_rank: 0,
      state: said.state,
      owner_ref: 'group:default/team',
      due_on: '2025-01-01',
      description: '',
      cause: '',
      source: 'manual',
      test_id: said.testId ?? null,
      closed_at: said.closed && `${said.closed}T00:00:00.000Z`,
      revision: 1,
      created_at: '2024-01-01T00:00:00.000Z',
      created_by: 'user:default/olivia',
      updated_at: '2024-01-01T00:00:00.000Z',
      updated_by: 'user:default/olivia',
    });
  const testsLeft = () => knex('tests').orderBy('id').pluck('id');

  it('deletes a test with all of it only after a later pass took its place', async () => {
    await inCatalog(checkout);
    await test({ id: 'a-replaced', held: '2020-01-01' });
    await test({ id: 'b-failed', held: '2021-01-01', outcome: 'failed' });
    await test({ id: 'c-deciding', held: '2022-01-01' });
    await test({ id: 'd-not-reviewed', held: '2023-01-01', reviewed: false });
    await test({
      id: 'e-gone',
      held: '2020-01-01',
      entityRef: 'component:default/gone',
    });
    expect(await run(defaultPolicy.retention)).toEqual({ tests: 3 });
    expect(await testsLeft()).toEqual(['c-deciding', 'd-not-reviewed']);
    for (const table of ['test_results', 'test_entities']) {
      const ids = await knex(table).orderBy('test_id').pluck('test_id');
      expect(ids).toEqual(['c-deciding', 'd-not-reviewed']);
    }
    const { items } = await records().list({
      entityRef: 'test:a-replaced',
      limit: 5,
    });
    expect(items).toMatchObject([
      {
        type: 'test',
        action: 'retention-ended',
        by: 'system',
        before: { heldAt: '2020-01-01T10:00:00.000Z', outcome: 'passed' },
      },
    ]);
  });

  it('keeps a test that only passes took the place of that prove less', async () => {
    await inCatalog(checkout);
    await test({ id: 'a-failed', held: '2020-01-01', outcome: 'failed' });
    await test({ id: 'b-of-a-part', held: '2021-01-01', partial: true });
    await test({ id: 'c-elsewhere', held: '2022-01-01', environment: 'other' });
    expect(await run(defaultPolicy.retention)).toEqual({});
    await test({ id: 'd', held: '2023-01-01', environment: 'production' });
    expect(await run(defaultPolicy.retention)).toEqual({ tests: 3 });
  });

  it('keeps a test while a finding is kept that came out of it, and the version that it tested', async () => {
    await test({ id: 'a', held: '2020-01-01', entityRef: 'component:x/y' });
    await version(1, '2021-01-01');
    await knex('test_plans').insert({
      test_id: 'a',
      plan_id: 'p1',
      version: 1,
    });
    await finding({ id: 'f', state: 'open', closed: null, testId: 'a' });
    const policy = { ...defaultPolicy.retention, planVersions: 'P1Y' };
    expect(await run(policy)).toEqual({});
    await knex('findings').update({
      state: 'verified',
      closed_at: '2025-01-01T00:00:00.000Z',
    });
    // the finding, then the test, then the version: what a day sets free is listed before the next day deletes it
    for (const type of ['findings', 'tests', 'planVersions']) {
      const { items } = await retentionBy(policy).list();
      const listed = items.filter(({ total }) => total > 0);
      expect(listed).toMatchObject([{ type, total: 1 }]);
      expect(await run(policy)).toEqual({ [type]: 1 });
    }
    expect(await run(policy)).toEqual({});
  });

  it('lists before what it deletes afterwards, and deletes nothing by listing', async () => {
    await finding({ id: 'old', state: 'verified', closed: '2026-01-01' });
    await finding({ id: 'young', state: 'accepted', closed: '2029-01-01' });
    await finding({ id: 'open', state: 'open', closed: null });
    await knex('carry_overs').insert([
      {
        id: 'c1',
        from_ref: 'component:default/a',
        to_ref: 'component:default/b',
        reason: 'same-source-location',
        since: '2020-01-01T00:00:00.000Z',
        state: 'declined',
        decided_by: 'user:default/rita',
        decided_at: '2020-01-02T00:00:00.000Z',
      },
      {
        id: 'c2',
        from_ref: 'component:default/a',
        to_ref: 'component:default/b',
        reason: 'same-source-location',
        since: '2020-01-01T00:00:00.000Z',
        state: 'open',
      },
    ]);
    await knex('machine_reports').insert({
      subject: 'external:job',
      idempotency_key: 'k',
      body_sha256: 'x',
      test_id: 't',
      answer: '{}',
      at: '2029-05-31T00:00:00.000Z',
    });
    const { items } = await retentionBy(defaultPolicy.retention).list();
    const listed = Object.fromEntries(
      items.filter(({ total }) => total > 0).map(each => [each.type, each]),
    );
    expect(listed).toMatchObject({
      findings: {
        keptFor: 'P3Y',
        before: '2027-06-01T00:00:00.000Z',
        total: 1,
        items: [
          {
            entityRef: 'finding:old',
            label: 'Finding old',
            at: '2026-01-01T00:00:00.000Z',
          },
        ],
      },
      carryOvers: { total: 1, items: [{ label: 'From component:default/a' }] },
      machineReports: { total: 1 },
    });
    expect(items.find(({ type }) => type === 'agreements')).toMatchObject({
      keptFor: null,
      total: 0,
    });
    expect(await knex('findings')).toHaveLength(3);
    expect(await run(defaultPolicy.retention)).toEqual({
      findings: 1,
      carryOvers: 1,
      machineReports: 1,
    });
    expect(await knex('findings').orderBy('id').pluck('id')).toEqual([
      'open',
      'young',
    ]);
    expect(await run(defaultPolicy.retention)).toEqual({});
  });

  it('keeps the agreement in force whatever its age, and deletes a replaced one', async () => {
    const agreement = (agreed: string, state: string) =>
      knex('agreements').insert({
        id: agreed,
        entity_ref: checkout,
        field_values: '{}',
        with_whom: 'Sales',
        reference: 'SLA',
        agreed_on: agreed,
        state,
        looser: '[]',
        recorded_by: 'user:default/olivia',
        recorded_at: `${agreed}T00:00:00.000Z`,
      });
    await agreement('2010-01-01', 'superseded');
    await agreement('2011-01-01', 'in-force');
    const policy = { ...defaultPolicy.retention, agreements: 'P7Y' };
    expect(await run(policy)).toEqual({ agreements: 1 });
    expect(await knex('agreements').pluck('id')).toEqual(['2011-01-01']);
    expect(await run(policy)).toEqual({});
  });
});

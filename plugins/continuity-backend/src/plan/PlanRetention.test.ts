import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { defaultPolicy } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { migrateDatabase } from '../migrateDatabase';
import { DatabaseRecordStore } from '../record/DatabaseRecordStore';
import { PlanRetention } from './PlanRetention';

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
    sort?: string;
  }) => {
    await knex('analyses').insert({
      id: said.id,
      entity_ref: checkout,
      sort: said.sort ?? 'bia',
      state: said.state,
      revision: 1,
      content: '{}',
      assessed_on: said.recorded,
      recorded_by: 'user:default/olivia',
      recorded_at: `${said.recorded}T00:00:00.000Z`,
      archived_at: said.archived ? `${said.archived}T00:00:00.000Z` : null,
    });
  };

  const version = async (number: number, superseded: string | null) => {
    await knex('plan_versions').insert({
      plan_id: 'p1',
      version: number,
      state: superseded ? 'superseded' : 'approved',
      title: 'Checkout',
      contents: '{}',
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
      entity_ref: checkout,
      in_scope: true,
      with_parts: false,
      has_step: true,
      standing: superseded ? 'past' : 'in-force',
    });
  };

  const records = () => DatabaseRecordStore.create({ database: knex });
  const run = (retention: (typeof defaultPolicy)['retention']) =>
    PlanRetention.create({
      database: knex,
      records: records(),
      policy: { ...defaultPolicy, retention },
      logger: mockServices.logger.mock(),
      clock: () => new Date(now),
    }).run();
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
    expect(await run(defaultPolicy.retention)).toEqual({
      analyses: 1,
      versions: 0,
    });
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

  it('deletes nothing under a policy from before it could be said', async () => {
    await analysis({ id: 'a', state: 'superseded', recorded: '2000-01-01' });
    await analysis({ id: 'b', state: 'agreed', recorded: '2001-01-01' });
    expect(await run(undefined)).toEqual({ analyses: 0, versions: 0 });
  });
});

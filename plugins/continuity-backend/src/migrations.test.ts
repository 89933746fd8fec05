import { readdirSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { aResult, aTest } from './__testUtils__/aStoredTest';
import { aGroup, aService, aSystem } from './__testUtils__/anEntity';
import { FakeCatalog } from './__testUtils__/FakeCatalog';
import { World } from './__testUtils__/World';
import { RecordSealer } from './record/RecordSealer';
import { DatabaseTestStore } from './testing/DatabaseTestStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const directory = resolvePackagePath(
  'backstage-plugin-continuity-backend',
  'migrations',
);
const migrations = readdirSync(directory).sort();

async function tablesOf(knex: Knex): Promise<string[]> {
  const names: string[] =
    knex.client.config.client === 'pg'
      ? (
          await knex('information_schema.tables')
            .where('table_schema', 'public')
            .select('table_name as name')
        ).map(row => row.name)
      : (await knex('sqlite_master').where('type', 'table').select('name')).map(
          row => row.name,
        );
  return names.filter(name => !/^(knex_|sqlite_)/.test(name)).sort();
}

async function countsOf(knex: Knex): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of await tablesOf(knex)) {
    counts[table] = Number((await knex(table).count({ n: '*' }))[0].n);
  }
  return counts;
}

describe.each(databases.eachSupportedId())('the migrations on %s', id => {
  it('go down one by one around real rows, each leaving the earlier tables as they are, and up again', async () => {
    const knex = await databases.init(id);
    const world = await World.create({
      knex,
      catalog: new FakeCatalog(
        aService('checkout')
          .ownedBy('group:default/team')
          .partOf('system:default/shop'),
        aSystem('shop'),
        aGroup('team'),
      ),
    });
    await world.sweep.run();
    await world.save('component:default/checkout', {
      tier: 'tier-1',
      rpo: 'none',
      rto: 'PT0S',
    });
    await world.agree({
      id: '00000000-0000-4000-8000-000000000001',
      entityRef: 'component:default/checkout',
      values: { tier: 'tier-1' },
      agreedOn: '2026-01-01',
    });
    await knex('analyses').insert({
      id: '00000000-0000-4000-8000-000000000002',
      entity_ref: 'component:default/checkout',
      sort: 'bia',
      state: 'agreed',
      revision: 1,
      content: '{}',
      assessed_on: '2026-01-01',
      recorded_by: 'user:default/olivia',
      recorded_at: world.now,
    });
    await knex('exemptions').insert({
      id: '00000000-0000-4000-8000-000000000003',
      entity_ref: 'component:default/checkout',
      requirement: 'plan',
      reason: 'It moves',
      state: 'approved',
      starts_at: world.now,
      ends_at: '2026-12-31T00:00:00.000Z',
      until: '2026-12-30',
      requested_by: 'user:default/olivia',
      requested_at: world.now,
      renewal: 0,
    });
    await knex('coverage_views').insert({
      id: '00000000-0000-4000-8000-000000000003',
      user_ref: 'user:default/olivia',
      name: 'Late',
      search: 'late=true',
      updated_at: world.now,
    });
    await knex('coverage_asks').insert({
      owner_ref: 'group:default/team',
      list_hash: '0'.repeat(64),
      asked_at: world.now,
      asked_by: 'user:default/olivia',
      message: 'Please look',
      entities: 1,
    });
    const changeId = '00000000-0000-4000-8000-000000000004';
    await knex('changes').insert({
      id: changeId,
      revision: 1,
      source: 'portal',
      title: 'Move it',
      sort_title: 'move it',
      search_text: 'move it',
      type: 'normal',
      treated_as: 'normal',
      major: false,
      state: 'approved',
      requested_by: 'user:default/olivia',
      created_at: world.now,
      updated_at: world.now,
      updated_by: 'user:default/olivia',
      last_assessment: 1,
      verdict: 'pass',
      verdict_rank: 2,
      headline: 'Fine',
      caused: 0,
      already_there: 0,
      total_impacted: 1,
    });
    await knex('change_assessments').insert({
      change_id: changeId,
      number: 1,
      at: world.now,
      by: 'user:default/olivia',
      verdict: 'pass',
      caused: 0,
      payload: '{}',
      sha256: '0'.repeat(64),
    });
    await knex('change_questions').insert({
      change_id: changeId,
      entities: 1,
      files: 0,
      documents: 0,
      payload: '{}',
    });
    await knex('change_entities').insert({
      change_id: changeId,
      entity_ref: 'component:default/checkout',
      effect: 'touched',
      created_at: world.now,
    });
    await knex('change_plans').insert({ change_id: changeId, plan_id: 'x' });
    await knex('plan_change_requests').insert({
      id: changeId,
      plan_id: 'x',
      state: 'open',
      opened_at: world.now,
      due_at: world.now,
    });
    await knex('plan_change_request_changes').insert({
      request_id: changeId,
      change_id: changeId,
      reasons: '[]',
      added_at: world.now,
    });
    await knex('change_callbacks').insert({
      change_id: changeId,
      source: 'itsm',
      state: 'waiting',
      version: 1,
      attempts: 0,
      next_at: world.now,
    });
    await knex('change_deliveries').insert({
      source: 'itsm',
      delivery_id: 'd-1',
      body_sha256: '0'.repeat(64),
      change_id: changeId,
      answer: '{}',
      at: world.now,
    });
    const tests = DatabaseTestStore.create({ database: knex });
    await knex.transaction(async trx => {
      await tests.insert(trx, aTest());
      await tests.saveResults(trx, [aResult()]);
    });
    world.catalog.remove('system:default/shop');
    await world.sweep.run();

    await RecordSealer.create({
      database: knex,
      logger: world.logger,
      clock: () => new Date(world.now),
    }).run();

    await knex('policy_dry_runs').insert({
      id: 'd1',
      requested_by: 'user:default/olivia',
      requested_at: world.now,
      state: 'done',
      policy: '{}',
      progress: 1,
      total: 1,
      attempts: 1,
      expires_at: world.now,
    });
    await knex('policy_dry_run_changes').insert({
      run_id: 'd1',
      position: 0,
      entity_ref: 'component:default/checkout',
      change: 'worse',
      detail: '{}',
    });

    let before = await countsOf(knex);
    expect(before.record_seals).toBe(before.records);
    expect(before).toMatchObject({
      mirror_entities: 3,
      profiles: 1,
      agreements: 1,
      analyses: 1,
      coverage_views: 1,
      coverage_asks: 1,
      exemptions: 1,
      tests: 1,
      test_results: 1,
      changes: 1,
      change_assessments: 1,
      change_questions: 1,
      change_entities: 1,
      plan_change_requests: 1,
      change_callbacks: 1,
      change_deliveries: 1,
      policy_dry_runs: 1,
      policy_dry_run_changes: 1,
    });
    expect(before.assessments).toBeGreaterThan(0);
    for (const _migration of migrations) {
      await knex.migrate.down({ directory });
      const after = await countsOf(knex);
      expect(before).toMatchObject(after);
      before = after;
    }
    expect(await tablesOf(knex)).toEqual([]);

    await knex.migrate.latest({ directory });
    expect(await knex('sweep_state')).toMatchObject([{ state: 'never' }]);
  });

  it('let one entity have one current assessment, one living profile, and one policy be in force', async () => {
    const knex = await databases.init(id);
    const world = await World.create({
      knex,
      catalog: new FakeCatalog(aService('checkout')),
    });
    await world.sweep.run();
    await world.save('component:default/checkout', { tier: 'tier-1' });
    const insert = async (table: string, row: object) =>
      knex(table)
        .insert(row)
        .then(
          () => 'done',
          // the driver's errors are no errors of this realm
          ({ message }) => (/unique/i.test(message) ? 'refused' : message),
        );
    const { id: _id, ...row } = await knex('assessments')
      .whereNull('valid_to')
      .first();
    expect(await insert('assessments', row)).toBe('refused');
    const { id: _profile, ...profile } = await knex('profiles').first();
    expect(await insert('profiles', profile)).toBe('refused');
    const archived = { ...profile, archived_at: world.now };
    expect(await insert('profiles', archived)).toBe('done');
    expect(await insert('profiles', archived)).toBe('done');
    const policy = { version: 'v', policy: '{}', valid_from: world.now };
    expect(await insert('policy_versions', policy)).toBe('done');
    expect(await insert('policy_versions', { ...policy, in_force: 1 })).toBe(
      'done',
    );
    expect(await insert('policy_versions', { ...policy, in_force: 1 })).toBe(
      'refused',
    );
  });

  it('say of earlier assessments, too, what lies behind their gaps and when they are due', async () => {
    const knex = await databases.init(id);
    const world = await World.create({
      knex,
      catalog: new FakeCatalog(
        aService('checkout')
          .ownedBy('group:default/nobody')
          .annotated('continuity/tier', 'tier-1'),
        aGroup('team'),
      ),
    });
    await world.sweep.run();
    const written = await knex('assessments')
      .orderBy('id')
      .select('causes', 'dues');
    expect(written[0].causes).toBe('|owner-unresolved group:default/nobody|');
    expect(written[0].dues).toContain('|plan-missing@');
    const since = migrations.filter(
      name => name >= '20261122140000_coverage_as_of.js',
    );
    for (const _migration of since) await knex.migrate.down({ directory });
    await knex.migrate.latest({ directory });
    expect(
      await knex('assessments').orderBy('id').select('causes', 'dues'),
    ).toEqual(written);
  });
});

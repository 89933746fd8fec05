import { TestDatabases } from '@backstage/backend-test-utils';
import { World } from '../__testUtils__/World';
import { aLargeCatalog } from '../__testUtils__/aLargeCatalog';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { refreshStatistics } from './refreshStatistics';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('refreshStatistics on %s', id => {
  it('lets the planner find due assessments and the sorted list by index', async () => {
    const knex = await databases.init(id);
    const world = await World.create({
      knex,
      catalog: new FakeCatalog(...aLargeCatalog(3_000)),
    });
    await world.sweep.run();
    await refreshStatistics(knex);

    const planOf = async (sql: string) =>
      JSON.stringify(
        id === 'SQLITE_3'
          ? await knex.raw(`explain query plan ${sql}`)
          : (await knex.raw(`explain ${sql}`)).rows,
      );
    expect(
      await planOf(
        "select entity_ref from assessments where valid_to is null and next_change_at <= '2026-01-01T00:00:00.000Z' limit 500",
      ),
    ).toContain('assessments_due_idx');
    const binary = id === 'SQLITE_3' ? '' : 'collate "C"';
    expect(
      await planOf(
        `select detail from assessments where valid_to is null and in_scope = true order by (urgency), (entity_ref) ${binary} limit 50`,
      ),
    ).toContain('assessments_by_urgency_idx');
  });

  it('does nothing to what did not change', async () => {
    const knex = await databases.init(id);
    await World.create({ knex });
    await refreshStatistics(knex);
    const asked: string[] = [];
    knex.on('query', ({ sql }) => asked.push(sql));
    await refreshStatistics(knex);
    expect(asked).toHaveLength(1);
  });
});

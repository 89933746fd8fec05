import { TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

it('knows both engines', () => {
  expect(databases.eachSupportedId()).toEqual([['POSTGRES_18'], ['SQLITE_3']]);
});

it.each(databases.eachSupportedId())('migrates up and down, %p', async id => {
  const knex = await databases.init(id);
  const directory = resolvePackagePath(
    'backstage-plugin-continuity-backend',
    'migrations',
  );
  await knex.migrate.latest({ directory });
  expect(await knex('dirty_refs')).toEqual([]);
  await knex.migrate.rollback({ directory }, true);
});

import { TestDatabases } from '@backstage/backend-test-utils';
import { aLargeCatalog } from '../__testUtils__/aLargeCatalog';
import { aService } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { World } from '../__testUtils__/World';

jest.setTimeout(240_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

/** The statements that write, with the table that they write to. */
function writesOf(statements: string[]): string[] {
  return statements.flatMap(sql => {
    const match = sql.match(
      /^\s*(insert into|update|delete from)\s+[`"]?(\w+)/i,
    );
    return match ? [`${match[1].toLowerCase()} ${match[2]}`] : [];
  });
}

describe.each(databases.eachSupportedId())(
  'a sweep over 10,000 entities on %s',
  id => {
    it('writes no row when nothing has changed, and only what has', async () => {
      const world = await World.create({
        knex: await databases.init(id),
        catalog: new FakeCatalog(...aLargeCatalog(10_000)),
      });
      expect(await world.sweep.run()).toMatchObject({
        state: 'idle',
        read: 10_000,
        written: 10_000,
      });
      const count = async (table: string) =>
        Number((await world.knex(table).count({ n: '*' }))[0].n);
      expect(await count('assessments')).toBe(10_000 - 300);
      expect(await count('dirty_refs')).toBe(0);

      const statements: string[] = [];
      world.knex.on('query', ({ sql }) => statements.push(sql));
      world.wait(60_000);
      expect(await world.sweep.run()).toMatchObject({
        state: 'idle',
        read: 10_000,
        written: 0,
        archived: 0,
      });
      expect(new Set(writesOf(statements))).toEqual(
        new Set(['update sweep_state']),
      );

      statements.length = 0;
      world.catalog.put(aService('service-7').titled('Seven'));
      expect(await world.sweep.run()).toMatchObject({ written: 1 });
      expect(new Set(writesOf(statements))).toEqual(
        new Set([
          'update sweep_state',
          'insert into mirror_entities',
          'delete from mirror_relations',
          'insert into dirty_refs',
          'delete from dirty_refs',
          'update assessments',
          'insert into assessments',
          'delete from assessment_parties',
        ]),
      );
    });
  },
);

import { TestDatabases } from '@backstage/backend-test-utils';
import { pathOf } from '../../__testUtils__/Portal';
import { RenamedBank } from '../../__testUtils__/RenamedBank';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const { before, one, team } = RenamedBank;

describe.each(databases.eachSupportedId())('a new name on %s', id => {
  it('takes the findings along once somebody decides that it is the same', async () => {
    const renamed = await RenamedBank.start(await databases.init(id));
    const { portal } = renamed;
    try {
      const manuela = portal.as('manuela');
      const find = async (entities: string[]) =>
        (
          await manuela
            .post('/findings', {
              title: 'Slow',
              severity: 'low',
              entities,
              owner: team,
              dueOn: '2026-01-01',
            })
            .expect(200)
        ).body.id;
      const finding = await find([before, one]);
      await renamed.rename();

      await renamed.carryOver('It was renamed');

      const after = await manuela.get(`/findings/${finding}`).expect(200);
      expect(
        after.body.entities.map((entity: any) => entity.entityRef),
      ).toEqual([one, RenamedBank.after]);
      expect(after.body.history[0]).toMatchObject({
        action: 'entity-renamed',
        by: 'user:default/manuela',
        reason: 'It was renamed',
      });
      const tab = await manuela.get(pathOf(RenamedBank.after)).expect(200);
      expect(tab.body.findings).toMatchObject([{ id: finding }]);
      expect(tab.body.gaps.map((gap: any) => gap.code)).toContain(
        'finding-overdue',
      );
    } finally {
      await portal.stop();
    }
  });
});

import { TestDatabases } from '@backstage/backend-test-utils';
import { holdTest, testContents } from '../__testUtils__/aTest';
import { pathOf } from '../__testUtils__/Portal';
import { RenamedBank } from '../__testUtils__/RenamedBank';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const { after, before } = RenamedBank;

describe.each(databases.eachSupportedId())('a new name on %s', id => {
  it('takes results and planned tests along once somebody decides that it is the same', async () => {
    const renamed = await RenamedBank.start(await databases.init(id));
    const { portal } = renamed;
    try {
      const manuela = portal.as('manuela');
      const failed = await holdTest(
        manuela,
        testContents([before], { participants: [] }),
        { outcome: 'failed' },
      );
      const planned = await manuela
        .post('/tests', {
          contents: testContents([before], { participants: [] }),
        })
        .expect(200);
      await renamed.rename();

      await renamed.carryOver('It was renamed');

      const tab = await manuela.get(pathOf(after)).expect(200);
      expect(tab.body.tests).toMatchObject({
        last: { testId: failed.id, outcome: 'failed' },
        next: { testId: planned.body.id },
        totalResults: 1,
      });
      const moved = await manuela.get(`/tests/${planned.body.id}`).expect(200);
      expect(moved.body.contents.entities).toEqual([after]);
      const history = await manuela
        .get(`/tests/${planned.body.id}/history`)
        .expect(200);
      expect(history.body.items[0]).toMatchObject({
        action: 'entity-renamed',
        reason: 'It was renamed',
      });
    } finally {
      await portal.stop();
    }
  });
});

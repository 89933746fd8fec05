import { TestDatabases } from '@backstage/backend-test-utils';
import { pathOf } from '../__testUtils__/Portal';
import { RenamedBank } from '../__testUtils__/RenamedBank';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const { after, before } = RenamedBank;

describe.each(databases.eachSupportedId())('a new name on %s', id => {
  it('takes the changes along once somebody decides that it is the same', async () => {
    const renamed = await RenamedBank.start(await databases.init(id));
    const { portal } = renamed;
    try {
      const manuela = portal.as('manuela');
      const { body: recorded } = await manuela
        .post('/changes/assess', {
          change: { title: 'Move it' },
          touched: [{ entityRef: before }],
          record: true,
        })
        .expect(200);
      await renamed.rename();
      await renamed.carryOver('It is the same');
      const tab = await manuela.get(pathOf(after)).expect(200);
      expect(tab.body.changes).toMatchObject([
        { id: recorded.changeId, effect: 'touched' },
      ]);
      const change = await manuela.get(`/changes/${recorded.changeId}`);
      expect(change.body.touched).toEqual([after]);
      expect(change.body.assessment.touched).toMatchObject([
        { entityRef: before },
      ]);
    } finally {
      await portal.stop();
    }
  });
});

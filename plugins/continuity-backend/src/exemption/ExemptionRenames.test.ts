import { TestDatabases } from '@backstage/backend-test-utils';
import { DateTime } from 'luxon';
import { pathOf } from '../__testUtils__/Portal';
import { RenamedBank } from '../__testUtils__/RenamedBank';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const { before } = RenamedBank;

describe.each(databases.eachSupportedId())('a new name on %s', id => {
  it('takes the exemptions along once somebody decides that it is the same, and not before', async () => {
    const renamed = await RenamedBank.start(await databases.init(id));
    const { portal } = renamed;
    try {
      const manuela = portal.as('manuela');
      const asked = await manuela
        .post('/exemptions', {
          entityRef: before,
          requirement: 'plan',
          reason: 'It gets another name',
          until: DateTime.utc().plus({ days: 30 }).toISODate(),
        })
        .expect(200);
      const exemption = asked.body.id;
      await portal
        .as('martin')
        .post(`/exemptions/${exemption}/approve`, {})
        .expect(200);
      await renamed.rename();
      const exempted = async () =>
        (await manuela.get(pathOf(RenamedBank.after)).expect(200)).body.gaps
          .filter((gap: any) => gap.exemption)
          .map((gap: any) => [gap.requirement, gap.exemption.id]);
      expect(await exempted()).toEqual([]);

      await renamed.carryOver('It was renamed');
      expect(await exempted()).toEqual([['plan', exemption]]);
      const after = await manuela.get(`/exemptions/${exemption}`).expect(200);
      expect(after.body).toMatchObject({
        entityRef: RenamedBank.after,
        inForce: true,
      });
    } finally {
      await portal.stop();
    }
  });
});

import { TestDatabases } from '@backstage/backend-test-utils';
import { aCompany, checkout, roles } from '../../__testUtils__/aCompany';
import { testContents } from '../../__testUtils__/aTest';
import { Portal } from '../../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const HOUR = 3_600_000;

describe.each(databases.eachSupportedId())('windows of changes on %s', id => {
  it('finds a test at the same time, also where only one end of the window is known', async () => {
    const portal = await Portal.start({
      knex: await databases.init(id),
      catalog: aCompany(),
      roles,
    });
    await portal.sweep();
    const at = (hours: number) =>
      new Date(
        Math.ceil(Date.now() / HOUR) * HOUR + hours * HOUR,
      ).toISOString();
    await portal
      .as('manuela')
      .post('/tests', {
        contents: testContents([checkout], {
          schedule: { start: at(48), end: at(50), timeZone: 'UTC' },
        }),
      })
      .expect(200);
    const overlapsWith = async (window: object) => {
      const { body } = await portal
        .as('manuela')
        .post('/changes/assess', {
          change: window,
          touched: [{ entityRef: checkout }],
        })
        .expect(200);
      return body.findings.some(
        ({ rule }: { rule: string }) => rule === 'overlaps-planned-test',
      );
    };
    expect(await overlapsWith({ plannedStart: at(49) })).toBe(true);
    expect(await overlapsWith({ plannedEnd: at(49) })).toBe(true);
    expect(await overlapsWith({ plannedStart: at(48) })).toBe(true);
    expect(await overlapsWith({ plannedStart: at(50) })).toBe(false);
    expect(await overlapsWith({ plannedStart: at(51) })).toBe(false);
    expect(
      await overlapsWith({ plannedStart: at(47), plannedEnd: at(49) }),
    ).toBe(true);
    expect(
      await overlapsWith({ plannedStart: at(46), plannedEnd: at(48) }),
    ).toBe(false);
    await portal.stop();
  });
});

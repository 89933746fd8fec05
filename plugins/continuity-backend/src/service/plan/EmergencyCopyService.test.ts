import { TestDatabases } from '@backstage/backend-test-utils';
import {
  aCompany,
  checkout,
  ledger,
  roles,
} from '../../__testUtils__/aCompany';
import {
  approvePlan,
  planContents,
  submitPlan,
} from '../../__testUtils__/aPlan';
import { pathOf, Portal } from '../../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('emergency copies on %s', id => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: aCompany(),
      roles: {
        ...roles,
        half: { isManager: true, reads: ref => ref !== ledger },
      },
      continuity: { plans: { emergencyCopy: 'P90D' } },
    });
    await portal.sweep();
    const approved = await approvePlan(
      portal.as('martin'),
      await submitPlan(portal.as('manuela'), planContents([checkout, ledger])),
    );
    // a year ago, as if nobody had made a copy since
    await portal
      .knex('plans')
      .where({ id: approved.id })
      .update({ approved_at: '2025-01-01T00:00:00.000Z' });
    await portal
      .as('manuela')
      .edit(checkout, { tier: 'tier-2' }, { revision: 0 })
      .expect(200);
  });

  afterEach(async () => portal.stop());

  const isMissed = async () => {
    const { body } = await portal
      .as('manuela')
      .get(pathOf(checkout))
      .expect(200);
    return body.gaps.some((gap: any) => gap.code === 'emergency-copy-old');
  };

  it('are missed until somebody makes one of all plans', async () => {
    expect(await isMissed()).toBe(true);

    await portal.as('half').get('/plans/emergency-copy').expect(200);
    expect(await isMissed()).toBe(true);

    await portal.as('manuela').get('/plans/emergency-copy').expect(200);
    expect(await isMissed()).toBe(false);
  });
});

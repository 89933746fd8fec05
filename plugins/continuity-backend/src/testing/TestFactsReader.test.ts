import { TestDatabases } from '@backstage/backend-test-utils';
import { aCompany, checkout, roles } from '../__testUtils__/aCompany';
import {
  approvePlan,
  planContents,
  submitNext,
  submitPlan,
} from '../__testUtils__/aPlan';
import { holdTest, testContents } from '../__testUtils__/aTest';
import { pathOf, Portal } from '../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('facts of tests on %s', id => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: aCompany(),
      roles,
    });
    await portal.sweep();
    await portal
      .as('manuela')
      .edit(checkout, { tier: 'tier-1', rto: '1h', rpo: '5m' }, { revision: 0 })
      .expect(200);
  });

  afterEach(async () => portal.stop());

  const failover = async () =>
    (
      await portal.as('manuela').get(pathOf(checkout)).expect(200)
    ).body.tests.requirements.find((r: any) => r.depth === 'failover');

  it('say where a planned test is held and whether in part, so that a requirement can refuse it', async () => {
    await portal
      .as('olivia')
      .post('/tests', {
        contents: testContents([checkout], {
          environment: 'other',
          partial: true,
        }),
      })
      .expect(200);
    expect((await failover()).planned).toMatchObject({
      environment: 'other',
      partial: true,
    });
  });

  it('let a plan by reference be proven, until its document is another one', async () => {
    const byReference = (version: string) =>
      planContents([checkout], {
        steps: [],
        reference: {
          url: 'https://docs.example.com/checkout',
          version,
          date: '2026-01-31',
          contents: ['steps'],
        },
      });
    const plan = await approvePlan(
      portal.as('manuela'),
      await submitPlan(portal.as('olivia'), byReference('3.2')),
    );
    await holdTest(
      portal.as('olivia'),
      testContents([checkout], { plans: [{ planId: plan.id, version: 1 }] }),
    );
    expect(await failover()).toMatchObject({ state: 'proven' });

    await approvePlan(
      portal.as('manuela'),
      await submitNext(portal.as('olivia'), plan, byReference('3.3')),
    );
    expect(await failover()).toMatchObject({
      state: 'retest-needed',
      retestReasons: ['steps-changed'],
    });
  });
});

import { TestDatabases } from '@backstage/backend-test-utils';
import {
  aCompany,
  checkout,
  ledger,
  roles,
} from '../../__testUtils__/aCompany';
import { Portal } from '../../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const aDocument = (name: string, dependsOn: string[] = []) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: 'group:default/shop-team',
    system: 'shop',
    dependsOn,
  },
});

describe.each(databases.eachSupportedId())('assessing again on %s', id => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: aCompany(),
      roles,
    });
    await portal.sweep();
  });

  afterEach(async () => portal.stop());

  const record = async (asked: object, user = 'manuela'): Promise<string> =>
    (
      await portal
        .as(user)
        .post('/changes/assess', {
          change: { id: 'CHG1', title: 'Move it' },
          ...asked,
          record: true,
        })
        .expect(200)
    ).body.changeId;
  const open = async (changeId: string, user = 'manuela') =>
    (await portal.as(user).get(`/changes/${changeId}`).expect(200)).body;
  const again = (changeId: string, user = 'manuela') =>
    portal.as(user).post(`/changes/${changeId}/assess`, {});

  it('asks about entities, files and documents as before, by the catalog as it is now', async () => {
    const changeId = await record({
      touched: [{ entityRef: checkout }],
      files: {
        repository: 'https://github.com/acme/shop',
        paths: ['a.go', { path: 'b.go', previousPath: 'c.go' }],
      },
      proposed: [aDocument('fresh', [ledger])],
    });
    const before = await open(changeId);
    expect(before.question).toEqual({
      again: 'possible',
      entities: 1,
      files: 2,
      documents: 1,
    });
    // meanwhile the ledger is to be back at once, so that the new service has a tighter bond
    await portal
      .as('manuela')
      .edit(checkout, { tier: 'tier-1' }, { revision: 0 })
      .expect(200);
    const { body } = await again(changeId).expect(200);
    expect(body.assessments).toHaveLength(2);
    expect(body.question).toEqual(before.question);
    expect(body).toMatchObject({ externalId: 'CHG1', title: 'Move it' });
    const asked = ({ assessment }: any) => ({
      touched: assessment.touched,
      unmapped: assessment.unmapped,
    });
    expect(asked(body)).toEqual(asked(before));
    expect(
      body.assessment.touched.map(({ entityRef }: any) => entityRef),
    ).toContain('component:default/fresh');
    expect(body.assessment.byTier).not.toEqual(before.assessment.byTier);
    expect(body.history[0].action).toBe('assessed');
  });

  it('is not for who may only read, nor for who may not see all that it touches', async () => {
    const changeId = await record({
      touched: [{ entityRef: checkout }, { entityRef: ledger }],
    });
    await again(changeId, 'rita').expect(403);
    expect((await open(changeId, 'sam')).question).toMatchObject({
      again: 'hidden',
    });
    const refused = await again(changeId, 'sam');
    expect([403, 409]).toContain(refused.status);
    expect(JSON.stringify(refused.body)).not.toContain('ledger');
    const hidden = await record({
      change: { id: 'CHG2' },
      touched: [{ entityRef: ledger }],
    });
    await again(hidden, 'sam').expect(404);
    expect((await open(changeId)).assessments).toHaveLength(1);
  });

  it('says of what was assessed earlier that the question was not kept, and finds it where entities were named', async () => {
    const named = await record({ touched: [{ entityRef: checkout }] });
    const proposed = await record({
      change: { id: 'CHG2' },
      proposed: [aDocument('fresh')],
    });
    await portal.knex('change_questions').delete();
    expect((await open(named)).question).toEqual({
      again: 'possible',
      entities: 1,
      files: 0,
      documents: 0,
    });
    await again(named).expect(200);
    expect((await open(proposed)).question).toEqual({
      again: 'not-kept',
      entities: null,
      files: null,
      documents: null,
    });
    const { body } = await again(proposed).expect(409);
    expect(body.error.message).toContain('before those were kept');
  });

  it('is bounded in size, and ends with the change', async () => {
    const large = await record({
      touched: [{ entityRef: checkout }],
      proposed: Array.from({ length: 20 }, (_, n) => ({
        ...aDocument(`large-${n}`),
        filler: 'x'.repeat(60_000),
      })),
    });
    expect((await open(large)).question).toEqual({
      again: 'too-large',
      entities: 1,
      files: 0,
      documents: 20,
    });
    await again(large).expect(409);
    const changeId = await record({
      change: { id: 'CHG2' },
      touched: [{ entityRef: checkout }],
    });
    await portal
      .as('manuela')
      .post(`/changes/${changeId}/withdraw`, { reason: 'No' })
      .expect(200);
    expect((await open(changeId)).question).toBeNull();
    expect(
      await portal.knex('change_questions').pluck('change_id'),
    ).not.toContain(changeId);
    await again(changeId).expect(409);
  });
});

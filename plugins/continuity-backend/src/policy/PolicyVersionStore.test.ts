import { TestDatabases } from '@backstage/backend-test-utils';
import { defaultPolicy } from 'backstage-plugin-continuity-common';
import { migrateDatabase } from '../migrateDatabase';
import { policyVersionOf, PolicyVersionStore } from './PolicyVersionStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const other = { ...defaultPolicy, dueSoon: 'P10D' };
const day = (number: number) => `2026-01-0${number}T00:00:00.000Z`;

describe.each(databases.eachSupportedId())('PolicyVersionStore on %s', id => {
  async function aStore() {
    const database = await databases.init(id);
    await migrateDatabase(database);
    return PolicyVersionStore.create({ database });
  }

  it('writes a version when the policy changes, and ends the one before', async () => {
    const store = await aStore();
    await store.recordPolicyInForce(defaultPolicy, day(1));
    await store.recordPolicyInForce({ ...defaultPolicy }, day(2));
    expect(await store.recordPolicyInForce(other, day(3))).toEqual({
      version: policyVersionOf(other),
      from: day(3),
      to: null,
    });
    await store.recordPolicyInForce(defaultPolicy, day(4));
    expect(await store.versions()).toEqual([
      { version: policyVersionOf(defaultPolicy), from: day(4), to: null },
      { version: policyVersionOf(other), from: day(3), to: day(4) },
      { version: policyVersionOf(defaultPolicy), from: day(1), to: day(3) },
    ]);
  });

  it('knows which policy ruled at a moment', async () => {
    const store = await aStore();
    expect(await store.policyInForce()).toBeUndefined();
    await store.recordPolicyInForce(defaultPolicy, day(2));
    await store.recordPolicyInForce(other, day(4));
    expect((await store.policyAt(day(1)))!.dueSoon).toBe('P30D');
    expect((await store.policyAt(day(3)))!.dueSoon).toBe('P30D');
    expect((await store.policyAt(day(4)))!.dueSoon).toBe('P10D');
    expect(policyVersionOf((await store.policyInForce())!)).toBe(
      policyVersionOf(other),
    );
  });

  it.each([
    { name: 'the first policy', before: undefined },
    { name: 'a new one', before: other },
  ])('writes $name once when many replicas start', async ({ before }) => {
    const store = await aStore();
    if (before) await store.recordPolicyInForce(before, day(1));
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(() =>
        store.recordPolicyInForce(defaultPolicy, day(2)),
      ),
    );
    expect(new Set(answers.map(answer => answer.from))).toEqual(
      new Set([day(2)]),
    );
    expect(await store.versions()).toHaveLength(before ? 2 : 1);
  });

  it('does not end a version before it began when a clock is set back', async () => {
    const store = await aStore();
    await store.recordPolicyInForce(defaultPolicy, day(5));
    await store.recordPolicyInForce(other, day(4));
    expect(await store.versions()).toMatchObject([
      { from: day(5), to: null },
      { from: day(5), to: day(5) },
    ]);
  });
});

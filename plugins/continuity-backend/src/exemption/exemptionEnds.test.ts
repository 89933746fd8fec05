import { TestDatabases } from '@backstage/backend-test-utils';
import {
  defaultPolicy,
  parseExemptionPeriod,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import { aGroup, aService } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { World } from '../__testUtils__/World';
import { DatabaseExemptionStore } from './DatabaseExemptionStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const checkout = 'component:default/checkout';
const policy: ContinuityPolicy = {
  ...defaultPolicy,
  timeZone: 'Europe/Berlin',
};
/** Six in the morning in Berlin, a week before the clocks change. */
const begin = '2026-03-22T05:00:00.000Z';

describe.each(databases.eachSupportedId())(
  'the end of exemptions on %s',
  id => {
    let world: World;

    beforeEach(async () => {
      world = await World.create({
        knex: await databases.init(id),
        catalog: new FakeCatalog(
          aService('checkout').ownedBy('group:default/team'),
          aGroup('team'),
        ),
        policy,
        now: begin,
      });
      await world.sweep.run();
      await world.save(checkout, { tier: 'tier-3', wrt: 'PT1H' });
    });

    /** What the service does when somebody approves, now. */
    async function exempt(
      exemptionId: string,
      asked: { from?: string; until: string; requirement?: string },
    ): Promise<void> {
      const at = world.now;
      const period = parseExemptionPeriod(asked, { policy, now: at });
      if (!period.ok) throw new Error(JSON.stringify(period.issues));
      await world.engine.settleDue(at);
      await world.knex.transaction(async trx => {
        await DatabaseExemptionStore.create({ database: world.knex }).insert(
          trx,
          {
            id: exemptionId,
            entityRef: checkout,
            requirement: asked.requirement ?? 'all',
            reason: 'It moves',
            state: 'approved',
            startsAt: period.startsAt,
            endsAt: period.endsAt,
            until: period.until,
            requestedBy: 'user:default/olivia',
            requestedAt: at,
            decision: { by: 'user:default/manuela', at, note: '' },
            closing: null,
            renewal: 0,
            renews: null,
          },
        );
        await world.engine.markDirty(trx, [checkout], at);
      });
      await world.engine.drain();
    }

    const statuses = async () =>
      (await world.intervals(checkout))
        .map(row => [row.valid_from, row.status])
        .filter(([, status], at, all) => status !== all[at - 1]?.[1]);

    it('is noon in the policy’s zone, although nobody was awake at noon', async () => {
      world.wait(60 * 60 * 1000);
      const approved = world.now;
      // the clocks change in between: noon is ten o'clock in UTC then
      await exempt('x', { until: '2026-03-31T12:00:00+02:00' });
      world.now = '2026-06-30T00:00:00.000Z';
      await world.engine.settleDue();
      expect(await statuses()).toEqual([
        [begin, 'exposed'],
        [approved, 'exempt'],
        ['2026-03-31T10:00:00.000Z', 'exposed'],
      ]);
      const [exempted] = (await world.intervals(checkout)).filter(
        row => row.status === 'exempt',
      );
      expect(exempted).toMatchObject({
        valid_from: approved,
        underlying_status: 'exposed',
      });
    });

    it('is true at noon, as soon as somebody looks', async () => {
      await exempt('x', { until: '2026-03-31T12:00:00+02:00' });
      for (const [now, status] of [
        ['2026-03-31T09:59:59.999Z', 'exempt'],
        ['2026-03-31T10:00:00.000Z', 'exposed'],
      ]) {
        world.now = now;
        await world.engine.settleDue();
        expect((await world.current(checkout))?.assessment.status).toBe(status);
      }
    });

    it('is the end of the day in the policy’s zone where it is only a day', async () => {
      await exempt('x', { until: '2026-03-31' });
      world.now = '2026-04-20T00:00:00.000Z';
      await world.engine.settleDue();
      expect(await statuses()).toEqual([
        [begin, 'exempt'],
        ['2026-03-31T22:00:00.000Z', 'exposed'],
      ]);
    });

    it('lets one begin later, and one go on where another one ends', async () => {
      await exempt('x', { from: '2026-03-25', until: '2026-03-31' });
      await exempt('y', { from: '2026-03-30', until: '2026-04-10' });
      world.now = '2026-05-01T00:00:00.000Z';
      await world.engine.settleDue();
      expect(await statuses()).toEqual([
        [begin, 'exposed'],
        ['2026-03-24T23:00:00.000Z', 'exempt'],
        ['2026-04-10T22:00:00.000Z', 'exposed'],
      ]);
      const named = (await world.intervals(checkout))
        .filter(row => row.status === 'exempt')
        .map(row => [
          row.valid_from,
          JSON.parse(row.detail).gaps[0].exemption.id,
        ]);
      expect(named[0]).toEqual(['2026-03-24T23:00:00.000Z', 'x']);
      expect(named).toContainEqual(['2026-03-29T22:00:00.000Z', 'y']);
    });

    it('comes to the same table step by step, and recomputed at once', async () => {
      await exempt('x', { until: '2026-03-31T12:00:00+02:00' });
      world.now = '2026-03-31T09:00:00.000Z';
      await world.engine.settleDue();
      world.now = '2026-04-02T09:00:00.000Z';
      await world.engine.settleDue();
      const before = await world.intervals(checkout);
      const replica = world.replica();
      await replica.engine.markAll(world.now);
      await replica.engine.drain();
      const after = await world.intervals(checkout);
      const shown = (rows: typeof before) =>
        rows.map(({ valid_from, valid_to, status, detail }) => ({
          valid_from,
          valid_to,
          status,
          detail,
        }));
      expect(shown(after)).toEqual(shown(before));
    });
  },
);

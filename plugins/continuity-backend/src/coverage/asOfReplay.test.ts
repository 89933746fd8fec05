import { TestDatabases } from '@backstage/backend-test-utils';
import {
  type ContinuityPolicy,
  continuityStatuses,
  type CoverageExportItem,
  type CoverageItem,
  defaultPolicy,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { aGroup, aService, aSystem } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { World } from '../__testUtils__/World';
import { enterPolicy } from '../assessment/enterPolicy';
import { PolicyVersionStore } from '../policy/PolicyVersionStore';
import { CoverageExportReader } from './CoverageExportReader';
import { CoverageGroupQueries } from './CoverageGroupQueries';
import { CoverageQueries } from './CoverageQueries';
import { readCoverageSort } from './coverageSorts';
import { PastReader } from './PastReader';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const began = '2026-03-01T08:00:00.000Z';

/** Plans of tier-1 are due with the last day of winter time, those of tier-2 with the day on which the clocks change. */
const first: ContinuityPolicy = {
  ...defaultPolicy,
  timeZone: 'Europe/Berlin',
  programme: {
    ...defaultPolicy.programme,
    newEntityGrace: 'P1D',
    tiers: {
      'tier-1': { plan: { on: '2026-03-28' } },
      'tier-2': { plan: { on: '2026-03-29' } },
    },
  },
} as ContinuityPolicy;
/** Turns the order of the tiers round, and needs no agreement. */
const second: ContinuityPolicy = {
  ...first,
  severities: { ...first.severities, 'agreement-missing': 'information' },
  tiers: [...first.tiers].reverse(),
};

const checkout = 'component:default/checkout';
const orders = 'component:default/orders';
const marked = (name: string, owner: string) =>
  aService(name).ownedBy(`group:default/${owner}`);

/** One after the other; each says when. */
const events: Array<[at: string, happen: (play: Play) => Promise<unknown>]> = [
  [
    '2026-03-02T09:00:00.000Z',
    ({ world }) => world.save(checkout, { tier: 'tier-1' }),
  ],
  [
    '2026-03-02T09:00:00.000Z',
    ({ world }) => world.save(orders, { tier: 'tier-2', rto: 'PT2H' }),
  ],
  [
    '2026-03-09T10:30:15.250Z',
    ({ world }) => {
      world.catalog.put(marked('checkout', 'other').titled('The checkout'));
      return world.sweep.run();
    },
  ],
  [
    '2026-03-12T00:00:00.000Z',
    ({ world }) => world.save(checkout, { tier: 'tier-2' }),
  ],
  [
    '2026-03-14T12:00:00.000Z',
    ({ world }) => {
      world.catalog.put(marked('basket', 'team').living('experimental'));
      return world.sweep.run();
    },
  ],
  ['2026-03-18T15:00:00.000Z', play => play.rule(second)],
  [
    '2026-03-20T15:00:00.000Z',
    ({ world }) => world.save(checkout, { tier: 'tier-1' }),
  ],
  [
    '2026-03-24T08:00:00.000Z',
    ({ world }) => {
      world.catalog.remove(orders);
      return world.sweep.run();
    },
  ],
  [
    '2026-03-26T08:00:00.000Z',
    ({ world }) => {
      world.catalog.put(marked('orders', 'team'));
      return world.sweep.run();
    },
  ],
  ['2026-03-30T06:00:00.000Z', play => play.rule(first)],
  [
    '2026-03-31T06:00:00.000Z',
    ({ world }) =>
      world.agree({
        id: '00000000-0000-4000-8000-000000000001',
        entityRef: checkout,
        values: { tier: 'tier-1' },
        agreedOn: '2026-03-31',
      }),
  ],
];

const justBefore = (moment: string) =>
  new Date(Date.parse(moment) - 1).toISOString();

const moments = [
  ...new Set([
    ...events.flatMap(([at]) => [justBefore(at), at]),
    // the ends of days: the one before the clocks change, the one of 23 hours, and the one after
    '2026-03-28T22:59:59.999Z',
    '2026-03-28T23:00:00.000Z',
    '2026-03-29T00:59:59.999Z',
    '2026-03-29T01:00:00.000Z',
    '2026-03-29T21:59:59.999Z',
    '2026-03-29T22:00:00.000Z',
    '2026-03-29T22:00:01.000Z',
    '2026-04-01T00:00:00.000Z',
  ]),
].sort();

/** A month that happens in one database. */
class Play {
  world!: World;

  static async begin(knex: Knex): Promise<Play> {
    const play = new Play();
    play.world = await World.create({
      knex,
      catalog: new FakeCatalog(
        marked('checkout', 'team').partOf('system:default/shop'),
        marked('orders', 'team'),
        marked('mail', 'team').annotated('continuity/tier', 'tier-4'),
        aSystem('shop').ownedBy('group:default/team'),
        aGroup('team'),
        aGroup('other').childOf('group:default/team'),
      ),
      policy: first,
      now: began,
    });
    await play.rule(first);
    await play.world.sweep.run();
    return play;
  }

  /** As when the backend starts with this policy. */
  async rule(policy: ContinuityPolicy): Promise<void> {
    await enterPolicy({
      versions: PolicyVersionStore.create({ database: this.world.knex }),
      policy,
      now: this.world.now,
      engineUnder: ruling => this.world.replica(ruling).engine,
    });
    this.world = this.world.replica(policy);
    await this.world.engine.drain();
  }

  /** All that the audit says of a moment; null: of now. */
  async answer(asOf: string | null) {
    await this.world.engine.settleDue();
    const database = this.world.knex;
    const queries = CoverageQueries.create({ database });
    const groups = CoverageGroupQueries.create({ database });
    const rows = {
      filters: { status: [...continuityStatuses] },
      visibility: { kind: 'all' } as const,
      asOf,
    };
    const sort = readCoverageSort('urgency');
    const page = await queries.page({ ...rows, sort, limit: 100 });
    return {
      items: page.items,
      totals: await queries.totals(rows),
      byTier: await groups.counts({ ...rows, groupBy: 'tier' }),
      byOwner: await groups.counts({ ...rows, groupBy: 'owner' }),
      dues: await groups.dues(rows),
    };
  }
}

describe.each(databases.eachSupportedId())('as of, on %s', id => {
  let whole: Play;
  /** What the audit said of now, at each moment of a month in which somebody looked all the time. */
  const replayed = new Map<string, Awaited<ReturnType<Play['answer']>>>();

  beforeAll(async () => {
    whole = await Play.begin(await databases.init(id));
    for (const [at, happen] of events) {
      whole.world.now = at;
      await happen(whole);
    }
    whole.world.now = '2026-04-20T00:00:00.000Z';

    const watched = await Play.begin(await databases.init(id));
    const left = [...events];
    for (const moment of moments) {
      while (left.length > 0 && left[0][0] <= moment) {
        const [at, happen] = left.shift()!;
        watched.world.now = at;
        await happen(watched);
      }
      watched.world.now = moment;
      replayed.set(moment, await watched.answer(null));
    }
  });

  it.each(moments)('%s is what was shown then', async moment => {
    const { dues, ...then } = await whole.answer(moment);
    const { dues: replayedDues, ...expected } = replayed.get(moment)!;
    expect(then).toEqual(expected);
    expect(new Set(dues.map(due => JSON.stringify(due)))).toEqual(
      new Set(replayedDues.map(due => JSON.stringify(due))),
    );
  });

  it('exports what was shown then', async () => {
    const reader = CoverageExportReader.create({ database: whole.world.knex });
    for (const moment of moments) {
      const exported: CoverageExportItem[] = [];
      for await (const page of reader.pages({
        filters: { status: [...continuityStatuses] },
        visibility: { kind: 'all' },
        asOf: moment,
      })) {
        exported.push(...page);
      }
      const of = (item: CoverageExportItem | CoverageItem) => [
        item.entityRef,
        item.title,
        item.status,
        item.owner,
        item.tier,
        item.rto,
        item.rpo,
        item.late,
        item.dueBy,
      ];
      expect(exported.map(of).sort()).toEqual(
        replayed.get(moment)!.items.map(of).sort(),
      );
    }
  });

  it('shows what the month was about: owner, tier and policy of then, late at the exact second', async () => {
    const of = async (moment: string) => {
      const { items } = await whole.answer(moment);
      const { owner, tier, late, title } = items.find(
        item => item.entityRef === checkout,
      )!;
      return [title, owner, tier, late];
    };
    expect(await of('2026-03-09T10:30:15.249Z')).toEqual([
      'checkout',
      'group:default/team',
      'tier-1',
      false,
    ]);
    expect(await of('2026-03-09T10:30:15.250Z')).toEqual([
      'The checkout',
      'group:default/other',
      'tier-1',
      false,
    ]);
    expect((await of('2026-03-13T00:00:00.000Z'))[2]).toBe('tier-2');
    // due with 28 March by the clocks of Berlin, an hour before UTC's midnight
    expect((await of('2026-03-28T22:59:59.999Z'))[3]).toBe(false);
    expect((await of('2026-03-28T23:00:00.000Z'))[3]).toBe(true);
    const refs = async (moment: string) =>
      (await whole.answer(moment)).items.map(item => item.entityRef);
    expect(await refs('2026-03-25T00:00:00.000Z')).not.toContain(orders);
    expect(await refs('2026-03-27T00:00:00.000Z')).toContain(orders);
  });

  it('tells by which policy a moment was judged, and when a day ended', async () => {
    const past = PastReader.create({
      versions: PolicyVersionStore.create({ database: whole.world.knex }),
      policy: first,
      clock: () => new Date(whole.world.now),
    });
    const { asOf, then } = await past.resolve('2026-03-29');
    expect(asOf).toBe('2026-03-29T21:59:59.999Z');
    expect(then).toMatchObject({
      day: '2026-03-29',
      timeZone: 'Europe/Berlin',
    });
    expect(then!.tiers.map(tier => tier.id)).toEqual([
      'tier-4',
      'tier-3',
      'tier-2',
      'tier-1',
    ]);
    const earlier = await past.resolve('2026-03-18T14:59:59.999Z');
    expect(earlier.then!.tiers[0].id).toBe('tier-1');
    expect(earlier.then!.policyVersion).not.toBe(then!.policyVersion);
    await expect(past.resolve(undefined)).resolves.toEqual({
      asOf: null,
      then: null,
    });
    await expect(past.resolve('2026-04-21')).rejects.toThrow('asOf');
    await expect(past.resolve('2026-02-28')).rejects.toThrow('asOf');
  });
});

import { TestDatabases } from '@backstage/backend-test-utils';
import { defaultPolicy, watchedNow } from 'backstage-plugin-continuity-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  aGroup,
  anEntity,
  aService,
  type EntityBuilder,
} from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { World } from '../__testUtils__/World';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const team = 'group:default/team';
const shop = 'component:default/shop';
const apis = ['api:default/x', 'api:default/y'];
const providers = ['p', 'q'].map(name => `component:default/${name}`);

/** The catalog beside the shop, which consumes x, depends on y and on q. */
interface Situation {
  /** Which APIs are in the catalog. */
  apis: string[];
  /** By API, who provides it; only who is in the catalog says so. */
  provides: string[][];
  /** Which providers are in the catalog. */
  providers: string[];
}

const situation: fc.Arbitrary<Situation> = fc.record({
  apis: fc.subarray(apis),
  provides: fc.tuple(fc.subarray(providers), fc.subarray(providers)),
  providers: fc.subarray(providers),
});

function entitiesOf(now: Situation): EntityBuilder[] {
  const says = (provider: string, api: string) =>
    now.providers.includes(provider) &&
    now.provides[apis.indexOf(api)].includes(provider);
  return [
    ...now.providers.map(ref => {
      const provider = aService(ref.split('/')[1]).ownedBy(team);
      apis
        .filter(api => says(ref, api))
        .forEach(api => provider.related('providesApi', api));
      return provider;
    }),
    ...now.apis.map(ref => {
      const api = anEntity(ref).ownedBy(team);
      providers
        .filter(provider => says(provider, ref))
        .forEach(provider => api.related('apiProvidedBy', provider));
      return api;
    }),
  ];
}

/** Whom the shop needs through each API, and whether the API is there. */
function neededIn(now: Situation): string[] {
  return apis.map((api, at) => {
    const found = now.provides[at].filter(ref => now.providers.includes(ref));
    return `${found.sort()} ${now.apis.includes(api)}`;
  });
}

class Play {
  static async start(knex: Knex, first: Situation): Promise<Play> {
    const world = await World.create({ knex, catalog: new FakeCatalog() });
    for (const table of [
      'plan_watched',
      'plan_scope',
      'plan_versions',
      'plans',
      'assessment_parties',
      'assessments',
      'dirty_refs',
      'mirror_relations',
      'mirror_entities',
    ]) {
      await knex(table).delete();
    }
    world.catalog.put(
      aGroup('team'),
      aService('shop')
        .ownedBy(team)
        .annotated('continuity/tier', 'tier-2')
        .related('consumesApi', apis[0])
        .related('dependsOn', apis[1])
        .related('dependsOn', providers[1]),
    );
    const play = new Play(world);
    await play.sweep(first);
    await play.#approve();
    return play;
  }

  private constructor(readonly world: World) {}

  async sweep(now: Situation): Promise<void> {
    const { catalog, sweep } = this.world;
    catalog.remove(...apis, ...providers);
    catalog.put(...entitiesOf(now));
    if ((await sweep.run()).state === 'held') {
      await sweep.requestRelease({ by: 'user:default/olivia' });
      await sweep.run();
    }
    this.world.wait(60_000);
  }

  async staleReasons(): Promise<string[]> {
    const stored = await this.world.current(shop);
    return stored!.assessment.plans.flatMap(({ staleReasons }) =>
      staleReasons.map(({ key }) => key),
    );
  }

  /** As a person's approval writes it, for one plan of the shop. */
  async #approve(): Promise<void> {
    const { knex, engine, now } = this.world;
    const who = { created_by: 'a', updated_by: 'a' };
    const at = { created_at: now, updated_at: now };
    await knex('plans').insert({
      ...who,
      ...at,
      id: 'plan',
      kind: 'service-recovery',
      owner_ref: team,
      title: 'Plan',
      sort_title: 'plan',
      revision: 1,
      last_version: 1,
      in_force_version: 1,
      form: 'document',
      approved_at: now,
      contacts: '[]',
    });
    await knex('plan_versions').insert({
      ...who,
      ...at,
      plan_id: 'plan',
      version: 1,
      state: 'approved',
      title: 'Plan',
      contents: '{}',
      sha256: '',
      edited_by: '[]',
    });
    const named = { plan_id: 'plan', version: 1, entity_ref: shop };
    await knex('plan_scope').insert({
      ...named,
      in_scope: true,
      with_parts: false,
      has_step: true,
      standing: 'in-force',
    });
    await knex.transaction(async trx => {
      const facts = (await engine.factsOf(trx, [shop])).get(shop)!;
      await trx('plan_watched').insert({
        ...named,
        facts: JSON.stringify(watchedNow(facts, defaultPolicy)),
        is_primary: false,
      });
      await engine.markDirty(trx, [shop], now);
    });
    await engine.drain();
    this.world.wait(60_000);
  }
}

describe.each([
  { id: 'POSTGRES_18' as const, runs: 8 },
  { id: 'SQLITE_3' as const, runs: 15 },
])('providers that change, on $id', ({ id, runs }) => {
  it('make a plan stale for who uses their APIs, as if everything had been assessed anew after every sweep', async () => {
    const knex = await databases.init(id);
    await fc.assert(
      fc.asyncProperty(
        situation,
        fc.array(situation, { minLength: 1, maxLength: 5 }),
        async (first, others) => {
          const play = await Play.start(knex, first);
          expect(await play.staleReasons()).toEqual([]);
          const approved = neededIn(first);
          for (const next of others) {
            await play.sweep(next);
            const needed = neededIn(next);
            expect(await play.staleReasons()).toEqual(
              apis
                .filter((_, at) => needed[at] !== approved[at])
                .map(api => `provider-changed:${api}`),
            );
          }
          const known = await play.world.intervals();
          await play.world.engine.markAll(play.world.now);
          await play.world.engine.drain();
          const anew = await play.world.intervals();
          expect(anew.map(({ hash }) => hash)).toEqual(
            known.map(({ hash }) => hash),
          );
        },
      ),
      { numRuns: runs, endOnFailure: false },
    );
  });
});

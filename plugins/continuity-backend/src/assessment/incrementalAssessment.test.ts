import assert from 'node:assert/strict';
import { TestDatabases } from '@backstage/backend-test-utils';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  canonicalJson,
  type ContinuityPolicy,
  defaultPolicy,
  type ProfileValues,
} from 'backstage-plugin-continuity-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  aGroup,
  anEntity,
  aService,
  aSystem,
  aUser,
  type EntityBuilder,
} from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { mergeIntervals, SlowModel } from '../__testUtils__/SlowModel';
import { World } from '../__testUtils__/World';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const policy: ContinuityPolicy = {
  ...defaultPolicy,
  timeZone: 'Europe/Berlin',
  programme: {
    ...defaultPolicy.programme,
    tiers: { 'tier-1': { plan: { on: '2026-04-30' } } },
  },
};

type Put = { kind: 'put'; build: () => EntityBuilder; text: string };
type CatalogChange = Put | { kind: 'remove'; ref: string };
type Event =
  | { kind: 'sweep'; changes: CatalogChange[] }
  | { kind: 'refresh'; change: Put }
  | { kind: 'save'; ref: string; values: ProfileValues }
  | { kind: 'agree'; ref: string; values: ProfileValues; agreedOn: string }
  | { kind: 'all' };

interface Step {
  wait: number;
  byReplica: boolean;
  event: Event;
}

const services = ['a', 'b', 'c'];
const systems = ['s', 't'];
const groups = ['g', 'h'];
const users = ['u', 'v'];
const entityRefs = [
  ...services.map(name => `component:default/${name}`),
  ...systems.map(name => `system:default/${name}`),
];
const people = [
  ...groups.map(name => `group:default/${name}`),
  ...users.map(name => `user:default/${name}`),
];
const refs = [...entityRefs, ...people];

const tier = fc.constantFrom(
  'tier-1',
  'tier-2',
  'tier-3',
  'tier-4',
  'nonsense',
);
const knownTier = fc.constantFrom('tier-1', 'tier-2', 'tier-4');
const party = fc.constantFrom(
  ...people,
  'group:default/nobody',
  'component:default/a',
);
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });

const service = fc
  .record({
    name: fc.constantFrom(...services),
    owner: sometimes(party),
    system: sometimes(fc.constantFrom(...systems)),
    tier: sometimes(tier),
    rto: sometimes(fc.constantFrom('4h', 'PT30M', '0', 'soon')),
    lifecycle: sometimes(fc.constantFrom('experimental', 'production')),
    elsewhere: fc.boolean(),
  })
  .map(
    (options): Put => ({
      kind: 'put',
      text: `service ${JSON.stringify(options)}`,
      build() {
        const entity = aService(options.name);
        if (options.owner) entity.ownedBy(options.owner);
        if (options.system) entity.partOf(`system:default/${options.system}`);
        if (options.tier) entity.annotated('continuity/tier', options.tier);
        if (options.rto) entity.annotated('continuity/rto', options.rto);
        if (options.lifecycle) entity.living(options.lifecycle);
        if (options.elsewhere) entity.from('url:https://example.org/moved');
        return entity;
      },
    }),
  );
const system = fc
  .record({
    name: fc.constantFrom(...systems),
    owner: sometimes(party),
    tier: sometimes(tier),
    domain: sometimes(fc.constantFrom('d', 'e')),
  })
  .map(
    (options): Put => ({
      kind: 'put',
      text: `system ${JSON.stringify(options)}`,
      build() {
        const entity = aSystem(options.name);
        if (options.owner) entity.ownedBy(options.owner);
        if (options.tier) entity.annotated('continuity/tier', options.tier);
        if (options.domain) entity.partOf(`domain:default/${options.domain}`);
        return entity;
      },
    }),
  );
const person = fc
  .record({
    name: fc.constantFrom(...users),
    group: sometimes(fc.constantFrom(...groups)),
  })
  .map(
    (options): Put => ({
      kind: 'put',
      text: `user ${JSON.stringify(options)}`,
      build() {
        const entity = aUser(options.name);
        if (options.group) entity.memberOf(`group:default/${options.group}`);
        return entity;
      },
    }),
  );
const group = fc
  .record({
    name: fc.constantFrom(...groups),
    parent: sometimes(fc.constantFrom(...groups)),
  })
  .map(
    (options): Put => ({
      kind: 'put',
      text: `group ${JSON.stringify(options)}`,
      build() {
        const entity = aGroup(options.name);
        if (options.parent) entity.childOf(`group:default/${options.parent}`);
        return entity;
      },
    }),
  );
const put = fc.oneof(
  { weight: 3, arbitrary: service },
  { weight: 2, arbitrary: system },
  person,
  group,
);
const removal = fc
  .constantFrom(...refs)
  .map((ref): CatalogChange => ({ kind: 'remove', ref }));

const values = fc.record(
  {
    tier: knownTier,
    rto: fc.constantFrom('PT0S', 'PT2H', 'P3D'),
    rpo: fc.constantFrom('PT0S', 'none', 'PT1H'),
    mtpd: fc.constantFrom('PT1H', 'P2D'),
    recoveryOwner: party,
    recoveryAlternates: fc.uniqueArray(party, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('sweep' as const),
      changes: fc.array(fc.oneof({ weight: 3, arbitrary: put }, removal), {
        maxLength: 4,
      }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('refresh' as const),
      change: put,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      ref: fc.constantFrom(...entityRefs),
      values,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('agree' as const),
      ref: fc.constantFrom(...entityRefs),
      values: fc.record(
        { tier: knownTier, rto: fc.constantFrom('PT2H', 'P3D') },
        { requiredKeys: [] },
      ),
      agreedOn: fc.constantFrom('2025-06-15', '2026-01-01'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'all' as const }) },
);

const hour = 60 * 60 * 1000;
const wait = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 48 * hour }) },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 10, max: 400 }).map(d => d * 24 * hour),
  },
);

const history = fc.array(fc.record({ wait, byReplica: fc.boolean(), event }), {
  minLength: 1,
  maxLength: 14,
}) as fc.Arbitrary<Step[]>;

const before: EntityBuilder[] = [
  aService('a').ownedBy('group:default/g').partOf('system:default/s'),
  aService('b').ownedBy('user:default/u'),
  aSystem('s').ownedBy('group:default/h').partOf('domain:default/d'),
  aGroup('g').childOf('group:default/h'),
  aGroup('h'),
  aUser('u').memberOf('group:default/g'),
  anEntity('domain:default/d'),
];

async function empty(knex: Knex): Promise<void> {
  for (const table of [
    'assessment_parties',
    'assessments',
    'dirty_refs',
    'carry_overs',
    'records',
    'agreements',
    'profiles',
    'sweep_staged',
    'mirror_relations',
    'mirror_entities',
  ]) {
    await knex(table).delete();
  }
  await knex('sweep_state').update({
    state: 'never',
    held: null,
    release_by: null,
    first_finished_at: null,
  });
}

/** Plays a history on the real thing and on the model. */
class Play {
  readonly model = new SlowModel(policy);
  readonly #catalog = new Map<string, Entity>();
  #agreements = 0;

  static async start(knex: Knex): Promise<Play> {
    const catalog = new FakeCatalog();
    const world = await World.create({ knex, catalog, policy });
    await empty(knex);
    const play = new Play(world, world.replica());
    before.forEach(entity => play.#put(entity));
    await play.#sweep(world);
    return play;
  }

  private constructor(readonly world: World, readonly other: World) {}

  async step({ wait: milliseconds, byReplica, event: happening }: Step) {
    const actor = byReplica ? this.other : this.world;
    this.world.wait(milliseconds);
    this.model.passTime(this.world.now);
    await this.#happen(actor, happening);
    await actor.engine.drain();
    // as whoever reads does
    await actor.engine.settleDue();
  }

  async stored() {
    const rows = await this.world.intervals();
    return mergeIntervals(
      rows.map(row => ({
        entityRef: row.entity_ref,
        from: row.valid_from,
        to: row.valid_to,
        hash: row.hash,
      })),
    );
  }

  async #happen(actor: World, happening: Event): Promise<void> {
    const { now } = this.world;
    switch (happening.kind) {
      case 'sweep':
        for (const change of happening.changes) {
          if (change.kind === 'put') {
            this.#put(change.build());
          } else {
            this.#catalog.delete(change.ref);
            this.world.catalog.remove(change.ref);
          }
        }
        await this.#sweep(actor);
        return;
      case 'refresh': {
        const ref = this.#put(happening.change.build());
        const result = await actor.refresh.refresh([ref], {
          credentials: { principal: {} } as never,
        });
        assert.equal(result.reached, true);
        this.model.read(new Map(this.#catalog), now);
        return;
      }
      case 'save':
        if (!this.model.isLiving(happening.ref)) return;
        assert.ok(await actor.save(happening.ref, happening.values));
        this.model.hold(
          happening.ref,
          holding => {
            holding.portal = {
              entityRef: happening.ref,
              values: happening.values,
              revision: (holding.portal?.revision ?? 0) + 1,
              updatedAt: now,
              updatedBy: 'user:default/olivia',
            };
          },
          now,
        );
        return;
      case 'agree': {
        if (!this.model.isLiving(happening.ref)) return;
        this.#agreements++;
        const agreement = {
          id: `00000000-0000-4000-8000-${String(this.#agreements).padStart(
            12,
            '0',
          )}`,
          entityRef: happening.ref,
          values: happening.values,
          agreedOn: happening.agreedOn,
        };
        await actor.agree(agreement);
        this.model.hold(
          happening.ref,
          holding => {
            holding.agreements = [
              // in the order in which the store builds it: what is shown is hashed as it is written
              {
                id: agreement.id,
                entityRef: agreement.entityRef,
                values: JSON.parse(canonicalJson(agreement.values)),
                with: 'Head of sales',
                reference: 'SLA-7',
                agreedOn: agreement.agreedOn,
                state: 'in-force',
                looserThanBefore: [],
                recordedBy: 'user:default/olivia',
                recordedAt: now,
              },
              ...holding.agreements.map(earlier => ({
                ...earlier,
                state: 'superseded' as const,
              })),
            ];
          },
          now,
        );
        return;
      }
      default:
        await actor.engine.markAll(now);
    }
  }

  /** What all losing sweeps need here: somebody who looks. */
  async #sweep(actor: World): Promise<void> {
    if ((await actor.sweep.run()).state === 'held') {
      await actor.sweep.requestRelease({ by: 'user:default/olivia' });
      assert.equal((await actor.sweep.run()).state, 'idle');
    }
    this.model.read(new Map(this.#catalog), this.world.now);
  }

  #put(builder: EntityBuilder): string {
    const entity = builder.build();
    const ref = stringifyEntityRef(entity);
    this.#catalog.set(ref, entity);
    this.world.catalog.put(builder);
    return ref;
  }
}

describe.each([
  { id: 'POSTGRES_18' as const, runs: 40 },
  { id: 'SQLITE_3' as const, runs: 80 },
])('the table of assessments on $id', ({ id, runs }) => {
  it('is the same as if everything had been assessed anew after every change and at every due moment', async () => {
    const knex = await databases.init(id);
    await fc.assert(
      fc.asyncProperty(history, async steps => {
        const play = await Play.start(knex);
        for (const step of steps) {
          await play.step(step);
        }
        expect(await play.stored()).toEqual(play.model.intervals());
      }),
      { numRuns: runs, endOnFailure: false },
    );
  });
});

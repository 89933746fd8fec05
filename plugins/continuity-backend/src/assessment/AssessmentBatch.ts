import {
  apisUsedBy,
  type ApiFacts,
  type AssessmentFacts,
  type AssessmentMemory,
  type ContinuityPolicy,
  type DependencyStanding,
  type PeopleFacts,
  type PlanFacts,
  type TestFacts,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { PeopleDirectory } from '../catalog/PeopleDirectory';
import type { DatabaseMirrorStore } from '../catalog/DatabaseMirrorStore';
import type { MirroredEntity } from '../catalog/MirrorStore';
import { readApiFacts } from '../catalog/readApiFacts';
import { readExemptionFacts } from '../exemption/readExemptionFacts';
import {
  readChangeFacts,
  type ChangesOfEntities,
} from '../change/readChangeFacts';
import { readAnalyses } from '../plan/readAnalyses';
import { readPlanFacts } from '../plan/readPlanFacts';
import type { ProfileStore } from '../profile/ProfileStore';
import { TestFactsReader } from '../testing/TestFactsReader';
import type { KnownInterval } from './planIntervals';

/** What is known of an entity that is about to be assessed. */
export interface Candidate {
  entity: MirroredEntity;
  facts: AssessmentFacts;
  current: KnownInterval | null;
  /** The interval that ends where the current one begins, if it may be needed. */
  prior: KnownInterval | null;
  remembered: AssessmentMemory | undefined;
  /** The users and groups that the stored assessment asked about, with the answers. */
  storedParties: Map<string, string>;
  /** Those that are asked about now; filled while assessing. */
  askedParties: Map<string, string>;
}

const known = [
  'id',
  'entity_ref',
  'valid_from',
  'valid_to',
  'next_change_at',
  'policy_version',
  'memory',
  'memory_before',
  'assessed_at',
  'people_known',
  'hash',
  'facts_hash',
];

/** Reads all facts for a batch of entities in a fixed number of queries. */
export class AssessmentBatch {
  readonly #mirror: DatabaseMirrorStore;
  readonly #profiles: ProfileStore;
  readonly #people: PeopleDirectory;
  readonly #withCopies: boolean;
  readonly #tests = TestFactsReader.create();

  static create(options: {
    mirror: DatabaseMirrorStore;
    profiles: ProfileStore;
    people: PeopleDirectory;
    policy: ContinuityPolicy;
  }): AssessmentBatch {
    return new AssessmentBatch(options);
  }

  private constructor(options: {
    mirror: DatabaseMirrorStore;
    profiles: ProfileStore;
    people: PeopleDirectory;
    policy: ContinuityPolicy;
  }) {
    this.#mirror = options.mirror;
    this.#profiles = options.profiles;
    this.#people = options.people;
    this.#withCopies = options.policy.plans.emergencyCopy !== undefined;
  }

  /** @param changes - refs with the moments of their changes; entities that are not in the catalog are left out of the answer */
  async load(
    trx: Knex.Transaction,
    changes: Map<string, string>,
  ): Promise<Map<string, Candidate>> {
    const entities = await this.#mirror.get([...changes.keys()], { trx });
    const refs = [...entities.keys()];
    const systems = await this.#systemsOf(trx, entities);
    const withSystems = [...new Set([...refs, ...systems.keys()])];
    const portals = await this.#profiles.profilesOf(withSystems, trx);
    const agreements = await this.#profiles.agreementsOf(withSystems, trx);
    const analyses = await readAnalyses(trx, withSystems);
    const people = await this.#people.committed(trx);
    const current = await currentIntervals(trx, refs);
    const prior = await priorIntervals(trx, current, changes);
    const last = await lastIntervals(
      trx,
      refs.filter(ref => !current.has(ref)),
    );
    const parties = await storedParties(trx, refs);
    const standings = await storedStandings(trx, refs);
    const plans = await readPlanFacts(trx, entities, {
      withCopies: this.#withCopies,
    });
    const soft = await softInPortal(trx, [...plans.keys()]);
    const apis = await usedApis(
      trx,
      [...plans.keys()].map(ref => entities.get(ref)!),
    );
    const exemptions = await readExemptionFacts(trx, refs);
    const tests = await this.#tests.read(
      trx,
      new Map(
        [...entities].map(([ref, { systemRef }]) => [
          ref,
          { systemRef, plans: plans.get(ref)?.inForce ?? [] },
        ]),
      ),
    );

    const changesOf = await readChangeFacts(trx, {
      entityRefs: refs,
      planIds: [...plans.values()].flatMap(({ inForce }) =>
        inForce.map(({ planId }) => planId),
      ),
    });

    const candidates = new Map<string, Candidate>();
    for (const [ref, entity] of entities) {
      const asked = new Map<string, string>();
      const system =
        entity.systemRef === null ? undefined : systems.get(entity.systemRef);
      const ended = last.get(ref);
      candidates.set(ref, {
        entity,
        facts: {
          entity: entity.facts,
          appearedAt: entity.firstSeenAt,
          portal: portals.get(ref),
          agreements: agreements.get(ref) ?? [],
          analyses: analyses.get(ref),
          people: listening(people, asked),
          ...(standings.has(ref) && { dependencies: standings.get(ref) }),
          ...withChanges(ref, { plans, tests }, changesOf),
          ...(soft.has(ref) && { softInPortal: soft.get(ref) }),
          ...(apis.has(ref) && { apis: apis.get(ref) }),
          ...(exemptions.has(ref) && { exemptions: exemptions.get(ref) }),
          ...(system && {
            system: {
              entity: system.facts,
              portal: portals.get(entity.systemRef!),
              agreements: agreements.get(entity.systemRef!) ?? [],
              analyses: analyses.get(entity.systemRef!),
            },
          }),
        },
        current: current.get(ref) ?? null,
        prior: prior.get(ref) ?? null,
        // an entity that came back too late, or elsewhere, was seen for the first time after its last interval had ended
        remembered:
          ended && ended.valid_to! > entity.firstSeenAt
            ? JSON.parse(ended.memory)
            : undefined,
        storedParties: parties.get(ref) ?? new Map(),
        askedParties: asked,
      });
    }
    return candidates;
  }

  async #systemsOf(
    trx: Knex.Transaction,
    entities: Map<string, MirroredEntity>,
  ): Promise<Map<string, MirroredEntity>> {
    const wanted = new Set<string>();
    for (const { systemRef } of entities.values()) {
      if (systemRef !== null) wanted.add(systemRef);
    }
    return wanted.size === 0
      ? new Map()
      : this.#mirror.get([...wanted], { trx });
  }
}

/** What is known of plans and tests, with what changes make of it. */
function withChanges(
  ref: string,
  facts: { plans: Map<string, PlanFacts>; tests: Map<string, TestFacts> },
  { requested, majorChangeAt, owedReviews }: ChangesOfEntities,
): Pick<AssessmentFacts, 'plans' | 'tests' | 'changeReviews'> {
  const plans = facts.plans.get(ref);
  const tests = facts.tests.get(ref);
  const at = majorChangeAt.get(ref);
  const changeReviews = owedReviews.get(ref);
  return {
    ...(plans && {
      plans: {
        ...plans,
        inForce: plans.inForce.map(plan => ({
          ...plan,
          ...requested.get(plan.planId),
        })),
      },
    }),
    ...(tests && { tests: at ? { ...tests, majorChangeAt: at } : tests }),
    ...(changeReviews && { changeReviews }),
  };
}

/** Writes down who is asked about, so that a change of theirs finds the entity. */
function listening(
  people: PeopleFacts,
  asked: Map<string, string>,
): PeopleFacts {
  return {
    known: people.known,
    stateOf(ref) {
      const state = people.stateOf(ref);
      asked.set(ref, state);
      return state;
    },
  };
}

type StoredInterval = KnownInterval & { entity_ref: string };

function byRef(rows: StoredInterval[]): Map<string, KnownInterval> {
  return new Map(
    rows.map(({ entity_ref, ...row }) => [
      entity_ref,
      { ...row, id: Number(row.id), people_known: Boolean(row.people_known) },
    ]),
  );
}

async function currentIntervals(
  trx: Knex.Transaction,
  refs: string[],
): Promise<Map<string, KnownInterval>> {
  return byRef(
    await trx('assessments')
      .whereIn('entity_ref', refs)
      .whereNull('valid_to')
      .select(known),
  );
}

/** Only where the change falls on the moment at which the current interval began. */
async function priorIntervals(
  trx: Knex.Transaction,
  current: Map<string, KnownInterval>,
  changes: Map<string, string>,
): Promise<Map<string, KnownInterval>> {
  const begins = new Map<string, string>();
  for (const [ref, interval] of current) {
    const from = changes.get(ref)!;
    const at = from > interval.assessed_at ? from : interval.assessed_at;
    if (at === interval.valid_from) begins.set(ref, interval.valid_from);
  }
  if (begins.size === 0) return new Map();
  const rows: StoredInterval[] = await trx('assessments')
    .whereIn('entity_ref', [...begins.keys()])
    .whereIn('valid_to', [...new Set(begins.values())])
    .select(known);
  return byRef(rows.filter(row => row.valid_to === begins.get(row.entity_ref)));
}

/** The last intervals of entities that have no current one. */
async function lastIntervals(
  trx: Knex.Transaction,
  refs: string[],
): Promise<Map<string, KnownInterval>> {
  if (refs.length === 0) return new Map();
  const rows: StoredInterval[] = await trx('assessments as a')
    .join(
      trx('assessments')
        .whereIn('entity_ref', refs)
        .groupBy('entity_ref')
        .select('entity_ref')
        .max({ began: 'valid_from' })
        .as('l'),
      join =>
        join.on('l.entity_ref', 'a.entity_ref').on('l.began', 'a.valid_from'),
    )
    .select(known.map(name => `a.${name}`));
  return byRef(rows);
}

/** What the dependency graph says of the entities. */
async function storedStandings(
  trx: Knex.Transaction,
  refs: string[],
): Promise<Map<string, DependencyStanding>> {
  const rows: Array<{ entity_ref: string; standing: string }> = await trx(
    'dependency_standings',
  )
    .whereIn('entity_ref', refs)
    .select('entity_ref', 'standing');
  return new Map(
    rows.map(({ entity_ref, standing }) => [entity_ref, JSON.parse(standing)]),
  );
}

/** The dependencies that somebody declared soft; asked only for what a plan scopes, since only plans watch them here. */
async function softInPortal(
  trx: Knex.Transaction,
  refs: string[],
): Promise<Map<string, string[]>> {
  if (refs.length === 0) return new Map();
  const rows: Array<{ from_ref: string; to_ref: string }> = await trx(
    'dependency_classifications',
  )
    .whereIn('from_ref', refs)
    .where('strength', 'soft')
    .whereNull('archived_at')
    .orderBy(['from_ref', 'to_ref'])
    .select('from_ref', 'to_ref');
  const found = new Map<string, string[]>();
  for (const { from_ref, to_ref } of rows) {
    found.set(from_ref, [...(found.get(from_ref) ?? []), to_ref]);
  }
  return found;
}

/** The APIs that entities use, by the ref of who uses them; asked as {@link softInPortal} is. */
async function usedApis(
  trx: Knex.Transaction,
  entities: MirroredEntity[],
): Promise<Map<string, Record<string, ApiFacts>>> {
  const used = new Map(
    entities
      .map(({ facts }) => [facts.entityRef, apisUsedBy(facts)] as const)
      .filter(([, refs]) => refs.length > 0),
  );
  const found = await readApiFacts(trx, new Set([...used.values()].flat()));
  return new Map(
    [...used].map(([ref, refs]) => [
      ref,
      Object.fromEntries(refs.map(api => [api, found.get(api)!])),
    ]),
  );
}

async function storedParties(
  trx: Knex.Transaction,
  refs: string[],
): Promise<Map<string, Map<string, string>>> {
  const rows: Array<{ entity_ref: string; party_ref: string; state: string }> =
    await trx('assessment_parties').whereIn('entity_ref', refs);
  const found = new Map<string, Map<string, string>>();
  for (const row of rows) {
    const states = found.get(row.entity_ref) ?? new Map<string, string>();
    states.set(row.party_ref, row.state);
    found.set(row.entity_ref, states);
  }
  return found;
}

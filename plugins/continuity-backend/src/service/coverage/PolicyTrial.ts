import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  assess,
  catalogFieldsNeeded,
  compareUnderPolicies,
  RecoveryColumns,
  unkeptFields,
  withFields,
  type Assessment,
  type AssessmentFacts,
  type ContinuityPolicy,
  type DependencyStanding,
  type UnkeptFields,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import {
  AssessmentBatch,
  type Candidate,
} from '../../assessment/AssessmentBatch';
import {
  isPersonOrGroup,
  type DatabaseMirrorStore,
} from '../../catalog/DatabaseMirrorStore';
import { PeopleDirectory } from '../../catalog/PeopleDirectory';
import { inChunks } from '../../database/inChunks';
import type { GraphKeeper } from '../../dependency/GraphKeeper';
import { toRecoveryFacts } from '../../dependency/GraphSnapshot';
import type { GraphWorkplace } from '../../dependency/GraphWorkplace';
import { planProtections } from '../../dependency/planProtections';
import type { RecoveryFactsRow } from '../../dependency/RecoveryFactsStore';
import type { ProfileStore } from '../../profile/ProfileStore';
import { recoveryFactsOf } from '../profile/recoveryFactsOf';
import { DryRunFindings } from './DryRunFindings';

const AT_A_TIME = 500;

/** No state of the graph has this number: what is said under a policy that does not rule must not be taken for what is written. */
const NO_REVISION = -1;

interface Options {
  database: Knex;
  mirror: DatabaseMirrorStore;
  profiles: ProfileStore;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  auth: AuthService;
  graph: GraphKeeper;
  workplace: GraphWorkplace;
  /** The policy in force. */
  policy: ContinuityPolicy;
  logger: LoggerService;
}

/** One trial under way. */
interface Trial {
  policy: ContinuityPolicy;
  at: string;
  batch: AssessmentBatch;
  fields: UnkeptFields;
  findings: DryRunFindings;
  /** What the graph has to be told anew, by ref. */
  recovery: Map<string, RecoveryFactsRow>;
  /** Those that a plan in force would cover, and those that one covers now. */
  covered: { now: Set<string>; then: Set<string> };
  /** It is not asked again and again: each time may take long. */
  catalogIsAway: boolean;
}

/**
 * Assesses everything under two policies, by the facts that assessments have, and writes nothing.
 *
 * Another policy reaches further than to the entity itself: with its targets, tiers and plans it changes what the graph says of those who depend on it. So
 * everything is assessed with what the graph says now, then the graph is asked with what came out, and whoever something else is said of is assessed
 * again. What is said depends on no status, so one more round is enough.
 */
export class PolicyTrial {
  readonly #options: Options;

  static create(options: Options): PolicyTrial {
    return new PolicyTrial(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @param options - `onProgress`: called after each batch; what it throws ends the trial */
  async run(
    policy: ContinuityPolicy,
    options: {
      at: string;
      onProgress: (done: number, total: number) => Promise<void>;
    },
  ): Promise<DryRunFindings> {
    const { database, mirror, profiles } = this.#options;
    const now = this.#options.policy;
    const trial: Trial = {
      policy,
      at: options.at,
      batch: AssessmentBatch.create({
        mirror,
        profiles,
        people: PeopleDirectory.create({ database }),
        policy: withCopiesOfBoth(policy, now),
      }),
      fields: unkeptFields(policy, now),
      findings: new DryRunFindings({ now, then: policy }),
      recovery: new Map(),
      covered: { now: new Set(), then: new Set() },
      catalogIsAway: false,
    };
    const { entities: total } = await mirror.countByRole();
    let done = 0;
    for await (const page of mirror.livingRefs(AT_A_TIME)) {
      const refs = page.filter(ref => !isPersonOrGroup(ref));
      await this.#assess(trial, refs);
      done += refs.length;
      await options.onProgress(Math.min(done, total), total);
      await yieldToOthers();
    }
    const standings = await this.#standings(trial);
    const affected = await this.#saidOtherwise(standings);
    for (const refs of inChunks(affected, AT_A_TIME)) {
      await this.#assess(trial, refs, standings);
      done += refs.length;
      await options.onProgress(done, total + affected.length);
      await yieldToOthers();
    }
    return trial.findings;
  }

  /** @param standings - what the graph would say, where that is known */
  async #assess(
    trial: Trial,
    refs: string[],
    standings?: ReadonlyMap<string, DependencyStanding | null>,
  ): Promise<void> {
    if (refs.length === 0) return;
    const { database, policy: now, logger } = this.#options;
    const { batch, policy: then, at, findings } = trial;
    const changes = new Map(refs.map(ref => [ref, at]));
    const candidates = await database.transaction(trx =>
      batch.load(trx, changes),
    );
    const fresh = await this.#fromCatalog(trial, candidates);
    for (const [ref, candidate] of candidates) {
      const { facts } = candidate;
      try {
        const remembered = memoryOf(candidate);
        const before = assess(facts, remembered, now, at);
        const after = assess(
          withStanding(fresh(facts), standings?.get(ref)),
          remembered,
          then,
          at,
        );
        findings.found(candidate.entity, compareUnderPolicies(before, after));
        if (!standings) this.#noteRecovery(trial, { ref, before, after });
      } catch (error) {
        logger.error(`${ref} could not be assessed in a dry run`, error as Error);
        findings.failed(ref);
      }
    }
  }

  /** The facts with what only the other policy reads of entities: that is not in the mirror, and asked for in the catalog. */
  async #fromCatalog(
    trial: Trial,
    candidates: ReadonlyMap<string, Candidate>,
  ): Promise<(facts: AssessmentFacts) => AssessmentFacts> {
    const { fields, policy, findings } = trial;
    const named = [
      ...fields.annotations.map(key => `metadata.annotations.${key}`),
      ...fields.labels.map(key => `metadata.labels.${key}`),
      ...fields.specPaths.map(path => `spec.${path}`),
    ];
    if (named.length === 0) return facts => facts;
    const refs = new Set<string>(candidates.keys());
    for (const { facts } of candidates.values()) {
      if (facts.system) refs.add(facts.system.entity.entityRef);
    }
    const found = await this.#read(trial, refs);
    for (const ref of candidates.keys()) {
      if (!found.has(ref)) findings.unread(ref, named);
    }
    const fill = (facts: AssessmentFacts['entity']) => {
      const entity = found.get(facts.entityRef);
      return entity ? withFields(facts, entity, { fields, policy }) : facts;
    };
    return facts => ({
      ...facts,
      entity: fill(facts.entity),
      ...(facts.system && {
        system: { ...facts.system, entity: fill(facts.system.entity) },
      }),
    });
  }

  async #read(
    trial: Trial,
    refs: ReadonlySet<string>,
  ): Promise<Map<string, Entity>> {
    const { catalog, auth, logger } = this.#options;
    const found = new Map<string, Entity>();
    if (trial.catalogIsAway) return found;
    const fields = catalogFieldsNeeded(trial.policy);
    try {
      for (const entityRefs of inChunks(refs, AT_A_TIME)) {
        const { items } = await catalog.getEntitiesByRefs(
          { entityRefs, fields },
          { credentials: await auth.getOwnServiceCredentials() },
        );
        for (const item of items) {
          if (item) found.set(stringifyEntityRef(item), item);
        }
      }
    } catch (error) {
      trial.catalogIsAway = true;
      logger.warn(
        `Fields that a dry run needs could not be read from the catalog: ${error}`,
      );
    }
    return found;
  }

  #noteRecovery(
    { policy, recovery, covered }: Trial,
    options: { ref: string; before: Assessment; after: Assessment },
  ): void {
    const { ref, before, after } = options;
    const was = recoveryFactsOf(ref, before, this.#options.policy);
    const is = recoveryFactsOf(ref, after, policy);
    if (JSON.stringify(was) !== JSON.stringify(is)) recovery.set(ref, is);
    if (isCovered(before, was)) covered.now.add(ref);
    if (isCovered(after, is)) covered.then.add(ref);
  }

  /** What the graph would say of everything; nothing where nobody told it anything else. */
  async #standings({
    policy,
    recovery,
    covered,
  }: Trial): Promise<Map<string, DependencyStanding | null> | undefined> {
    if (recovery.size === 0 && isSame(covered.now, covered.then)) {
      return undefined;
    }
    const snapshot = await this.#options.graph.current();
    const factsOf = (ref: string) =>
      recovery.get(ref) ?? snapshot.entities.get(ref)?.facts;
    const said = new Map<string, DependencyStanding | null>();
    await this.#options.workplace.run(
      {
        ...snapshot,
        columns: RecoveryColumns.read(snapshot.graph, {
          tiers: policy.tiers.map(({ id }) => id),
          factsOf: ref => toRecoveryFacts(factsOf(ref)),
        }),
      },
      'judge',
      {
        revision: NO_REVISION,
        protection: planProtections(snapshot.graph, {
          factsOf,
          covered: covered.then,
        }),
      },
      piece => {
        if (piece.kind !== 'judgements') return;
        for (const [ref, standing] of piece.judgements) said.set(ref, standing);
      },
    );
    return said;
  }

  /** Those of whom the graph would say something else than it does. */
  async #saidOtherwise(
    standings: ReadonlyMap<string, DependencyStanding | null> | undefined,
  ): Promise<string[]> {
    const affected: string[] = [];
    for (const refs of inChunks(standings?.keys() ?? [])) {
      const rows: Array<{ entity_ref: string; standing: string }> =
        await this.#options
          .database('dependency_standings')
          .whereIn('entity_ref', refs)
          .select('entity_ref', 'standing');
      const written = new Map(rows.map(row => [row.entity_ref, row.standing]));
      affected.push(
        ...refs.filter(ref => {
          const standing = standings!.get(ref);
          const text = standing ? JSON.stringify(standing) : undefined;
          return written.get(ref) !== text;
        }),
      );
      await yieldToOthers();
    }
    return affected;
  }
}

function withStanding(
  facts: AssessmentFacts,
  standing: DependencyStanding | null | undefined,
): AssessmentFacts {
  if (standing === undefined) return facts;
  const { dependencies: _now, ...others } = facts;
  return standing ? { ...others, dependencies: standing } : others;
}

function memoryOf({ current, remembered }: Candidate) {
  return current ? JSON.parse(current.memory) : remembered;
}

function isCovered(
  { plans }: Assessment,
  { in_scope, requires_plan }: RecoveryFactsRow,
): boolean {
  return (
    in_scope &&
    requires_plan &&
    plans.some(
      plan => plan.covers && plan.satisfies && plan.role !== 'other',
    )
  );
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every(ref => b.has(ref));
}

/** Copies are read where either policy asks about them. */
function withCopiesOfBoth(
  policy: ContinuityPolicy,
  now: ContinuityPolicy,
): ContinuityPolicy {
  const emergencyCopy = policy.plans.emergencyCopy ?? now.plans.emergencyCopy;
  return {
    ...policy,
    plans: { ...policy.plans, ...(emergencyCopy && { emergencyCopy }) },
  };
}

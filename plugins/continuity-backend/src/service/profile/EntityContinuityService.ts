import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  DataAge,
  EntityContinuity,
  RecordEntry,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type {
  AssessmentEngine,
  StoredAssessment,
} from '../../assessment/AssessmentEngine';
import type { CarryOverStore } from '../../catalog/CarryOverStore';
import type { CatalogRefresh } from '../../catalog/CatalogRefresh';
import type { MirroredEntity, MirrorStore } from '../../catalog/MirrorStore';
import { EntityChangesReader } from '../../change/EntityChangesReader';
import type { StandingUpkeep } from '../../dependency/StandingUpkeep';
import { Access, CallerAccess } from '../../permissions/CallerAccess';
import { collectEntityRefs } from '../../permissions/entityRefsIn';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { hideEntities } from '../../permissions/hideEntities';
import { readNames } from '../../permissions/readNames';
import { hideGapNames, partyRefsInGaps } from '../../permissions/hideGapNames';
import { EntityPlansReader } from '../../plan/EntityPlansReader';
import type { ProfileStore } from '../../profile/ProfileStore';
import { EntityExemptionsReader } from '../exemption/EntityExemptionsReader';
import { EntityTestsReader } from '../testing/EntityTestsReader';
import { allowedActionsNow } from './allowedActionsNow';
import { AnalysisSections } from '../plan/AnalysisSections';
import { draftEntityContinuity } from './draftEntityContinuity';
import {
  DependencySummaryReader,
  showDependencySummary,
} from '../dependency/DependencySummaryReader';
import { SweepStatusReader } from './SweepStatusReader';
import { SystemPartsReader } from '../plan/SystemPartsReader';

/** Parts that a system's tab lists; all are counted. */
const MOST_PARTS = 500;

interface Options {
  database: Knex;
  access: CallerAccess;
  hiddenEntities: HiddenEntities;
  refresh: CatalogRefresh;
  engine: AssessmentEngine;
  mirror: MirrorStore;
  profiles: ProfileStore;
  entityPlans: EntityPlansReader;
  entityTests: EntityTestsReader;
  entityChanges: EntityChangesReader;
  entityExemptions: EntityExemptionsReader;
  carryOvers: CarryOverStore;
  dependencies: DependencySummaryReader;
  standings: StandingUpkeep;
  parts: SystemPartsReader;
  sweep: SweepStatusReader;
  analysisSections: AnalysisSections;
  tierOf: (tierId: string | null) => EntityContinuity['tier'];
  /** The policy's zone: where a day ends. */
  timeZone: string;
  /** For users and groups, which the engine leaves out. */
  assessApart: (entity: MirroredEntity) => StoredAssessment;
}

/** An entity that the caller may see, as it is now. */
export interface OpenedEntity {
  access: Access;
  entity: MirroredEntity;
  stored: StoredAssessment;
  /** Whether the catalog answered, so that this is its state of now. */
  isLive: boolean;
}

/** Answers what the tab of an entity shows, in a fixed number of queries. */
export class EntityContinuityService {
  readonly #options: Options;

  static create(options: Options) {
    return new EntityContinuityService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async get(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<EntityContinuity> {
    const access = await this.#options.access.of(options.credentials);
    return this.show(await this.#read(entityRef, access));
  }

  /**
   * The entity for somebody who wants to change it: read again from the catalog, and hidden like one that does not exist where the caller may
   * not see it.
   */
  async open(entityRef: string, access: Access): Promise<OpenedEntity> {
    const opened = await this.#read(entityRef, access);
    const hidden = await this.#options.hiddenEntities.among(
      [entityRef],
      access.read,
    );
    if (hidden.has(entityRef)) throw notFound(entityRef);
    return opened;
  }

  /** The answer about an entity, without what the caller may not see. */
  async show(opened: OpenedEntity): Promise<EntityContinuity> {
    const { access, entity, stored, isLive } = opened;
    const { entityRef } = entity.facts;
    const namespace = entity.facts.metadata.namespace;
    const draft = await this.#draft(opened);
    const dependencies = await this.#options.dependencies.of(entityRef);
    const parts =
      entity.facts.kind.toLowerCase() === 'system'
        ? await this.#options.parts.partsOf(entityRef)
        : null;
    const hidden = await this.#options.hiddenEntities.among(
      [
        entityRef,
        ...collectEntityRefs(draft),
        ...partyRefsInGaps(draft.gaps, namespace),
        ...dependencies.needs,
        ...dependencies.neededBy,
        ...(parts ?? []).map(part => part.entityRef),
      ],
      access.read,
    );
    if (hidden.has(entityRef)) throw notFound(entityRef);

    const visibleParts = parts?.filter(part => !hidden.has(part.entityRef));
    const sweepAge = await this.#options.sweep.dataAge();
    const dataAge = isLive ? sweepAge : agedBy(sweepAge, entity);
    const answer: EntityContinuity = {
      ...draft,
      gaps: hideGapNames(draft.gaps, hidden, namespace),
      parties: Object.fromEntries(
        Object.entries(stored.assessment.parties).map(([ref, state]) => [
          ref,
          { state, title: null },
        ]),
      ),
      dependencies: showDependencySummary(dependencies, hidden),
      parts: parts && {
        items: visibleParts!.slice(0, MOST_PARTS),
        totalItems: visibleParts!.length,
        redacted: parts.length - visibleParts!.length,
      },
      dataAge,
      ...(dataAge.lastKnownAt && { lastKnownAt: dataAge.lastKnownAt }),
      allowedActions: allowedActionsNow(
        await this.#options.access.allowedActions(access, entityRef),
        {
          access,
          entity,
          pending: stored.assessment.agreement.pending,
          pendingBia: draft.bia.pending,
        },
      ),
    };
    return withNames(hideEntities(answer, hidden), this.#options.database);
  }

  /** Entities that were read just now, and whose visibility has been decided. */
  async openKnown(
    entityRefs: string[],
    access: Access,
  ): Promise<Map<string, OpenedEntity>> {
    const { engine, mirror } = this.#options;
    const mirrored = await mirror.get(entityRefs);
    const current = await engine.current(entityRefs);
    return new Map(
      [...mirrored].flatMap(([ref, entity]) => {
        const stored = current.get(ref);
        return stored ? [[ref, { access, entity, stored, isLive: true }]] : [];
      }),
    );
  }

  /** An answer without what the caller may not see. */
  async hide<T>(answer: T, access: Access): Promise<T> {
    const hidden = await this.#options.hiddenEntities.among(
      [...collectEntityRefs(answer)],
      access.read,
    );
    return hideEntities(answer, hidden);
  }

  /** History entries without what the caller may not see. */
  async hideInHistory(
    entries: RecordEntry[],
    access: Access,
  ): Promise<RecordEntry[]> {
    const hidden = await this.#options.hiddenEntities.among(
      collectEntityRefs(entries),
      access.read,
    );
    return hideEntities(entries, hidden);
  }

  async #draft(opened: OpenedEntity) {
    const { entityRef } = opened.entity.facts;
    const profiles = await this.#options.profiles.profilesOf([entityRef]);
    const [carryOver] = await this.#options.carryOvers.openFor([entityRef]);
    const draft = draftEntityContinuity({
      entity: opened.entity,
      assessment: opened.stored.assessment,
      tier: this.#options.tierOf(opened.stored.assessment.profile.tier.value),
      revision: profiles.get(entityRef)?.revision ?? 0,
      carryOver,
      timeZone: this.#options.timeZone,
    });
    return {
      ...draft,
      ...(await this.#options.analysisSections.of(opened)),
      ...(await this.#options.entityPlans.of(
        { entityRef, systemRef: opened.entity.systemRef },
        opened.stored.assessment,
      )),
      ...(await this.#options.entityTests.of(
        entityRef,
        opened.stored.assessment,
        opened.access,
      )),
      changes: await this.#options.entityChanges.of(entityRef),
      exemptions: await this.#options.entityExemptions.of(
        entityRef,
        opened.access,
      ),
    };
  }

  async #read(entityRef: string, access: Access): Promise<OpenedEntity> {
    const { refresh, engine, mirror } = this.#options;
    if (access.read.decision.result === AuthorizeResult.DENY) {
      throw notFound(entityRef);
    }
    const { reached } = await refresh.refresh([entityRef], {
      credentials: access.credentials,
    });
    await engine.settleDue();
    await engine.drain({ first: [entityRef], limit: 0 });
    if (await this.#options.standings.settle()) {
      await engine.drain({ first: [entityRef], limit: 0 });
    }
    const entity = (await mirror.get([entityRef])).get(entityRef);
    if (!entity) throw reached ? notFound(entityRef) : notKnown(entityRef);
    const stored =
      (await engine.current([entityRef])).get(entityRef) ??
      this.#options.assessApart(entity);
    return { access, entity, stored, isLive: reached };
  }
}

/** The ref that a path names, normalised. */
export function entityRefOf(params: {
  kind: string;
  namespace: string;
  name: string;
}): string {
  return stringifyEntityRef(params);
}

function notFound(entityRef: string): NotFoundError {
  return new NotFoundError(
    `There is no ${entityRef} in the catalog that you may see.`,
  );
}

function notKnown(entityRef: string): ServiceUnavailableError {
  return new ServiceUnavailableError(
    `The catalog can’t be read at the moment, and nothing is known of ${entityRef} from before. Try again in a minute.`,
  );
}

/** The answer with what everything in it is called. */
async function withNames(
  answer: EntityContinuity,
  database: Knex,
): Promise<EntityContinuity> {
  const names = await readNames(database, answer);
  return {
    ...answer,
    names,
    parties: Object.fromEntries(
      Object.entries(answer.parties).map(([ref, party]) => [
        ref,
        { ...party, title: names[ref] ?? null },
      ]),
    ),
  };
}
function agedBy(age: DataAge, entity: MirroredEntity): DataAge {
  return {
    ...age,
    lastKnownAt: age.catalogReadAt ?? entity.changedAt,
    problem:
      age.problem ??
      'The catalog can’t be read at the moment; what is shown is what was known before.',
  };
}

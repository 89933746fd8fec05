import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  hardDependenciesOf,
  planTemplates,
  textLanguage,
  type PlanList,
  type PlanQuery,
  type PlanSuggestion,
  type PlanTemplate,
  type PlanWaiting,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import type { MirroredEntity, MirrorStore } from '../../catalog/MirrorStore';
import type { PlanCoverageReader } from '../../dependency/PlanCoverageReader';
import type { Access } from '../../permissions/CallerAccess';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { partiesOf } from '../../permissions/partiesOf';
import { PlanAccess, PlanCaller } from '../../permissions/PlanAccess';
import { hideEntities } from '../../permissions/hideEntities';
import { seenBy } from '../../permissions/seenBy';
import { visibleFilters } from '../../permissions/visibleFilters';
import { PlanFilters, PlanQueries } from '../../plan/PlanQueries';
import { PlanSight } from './PlanSight';
import { PlanSummaries } from './PlanSummaries';
import { PlanWaitingReader } from './PlanWaitingReader';
import { EntityContinuityService } from '../profile/EntityContinuityService';

const DEFAULT_LIMIT = 50;

interface Options {
  database: Knex;
  mirror: MirrorStore;
  engine: AssessmentEngine;
  entities: EntityContinuityService;
  visibility: CatalogVisibility;
  planCoverage: PlanCoverageReader;
  planQueries: PlanQueries;
  planSummaries: PlanSummaries;
  planWaiting: PlanWaitingReader;
  planAccess: PlanAccess;
  planSight: PlanSight;
  clock: () => Date;
}

type Asked = {
  credentials: BackstageCredentials;
  /** What was found out about the caller already. */
  known?: Access;
  /** Of what waits for the caller only what waits for this. */
  waitingFor?: readonly PlanWaiting[];
};

/** Lists plans that the caller may see, and helps to begin one. */
export class PlanListService {
  readonly #options: Options;

  static create(options: Options) {
    return new PlanListService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(
    query: PlanQuery,
    { credentials, known, waitingFor }: Asked,
  ): Promise<PlanList> {
    const { engine, planAccess, planQueries, planSummaries, planWaiting } =
      this.#options;
    const { sort, limit = DEFAULT_LIMIT, cursor } = query;
    const caller = await planAccess.of(credentials, known);
    await engine.settleDue();
    const waiting = await planWaiting.of(caller);
    const seen = {
      ...(await seenBy(caller.access, this.#options)),
      now: this.#options.clock().toISOString(),
    };
    const asked = new Map(
      [...waiting].filter(([, how]) => waitingFor?.includes(how) ?? true),
    );
    const filters = await this.#filters(query, {
      caller,
      seen,
      waiting: asked,
    });
    const [page, totalItems, waitingForMe] = await Promise.all([
      planQueries.page(filters, { sort, limit, cursor }),
      planQueries.count(filters),
      waiting.size === 0
        ? 0
        : planQueries.count({ ...seen, ids: [...waiting.keys()] }),
    ]);
    const items = await planSummaries.of(page.plans, { caller, waiting });
    const hidden = await this.#options.planSight.hiddenIn(items, caller);
    return {
      items: hideEntities(items, hidden),
      totalItems,
      waitingForMe,
      pageInfo: page.nextCursor ? { nextCursor: page.nextCursor } : {},
      allowedActions: [
        ...(caller.access.mayCreatePlans ? (['plan.create'] as const) : []),
        ...(caller.mayTakeEmergencyCopy ? (['emergency-copy'] as const) : []),
      ],
    };
  }

  templates(query: { language: string }): { items: PlanTemplate[] } {
    return { items: planTemplates(textLanguage(query.language)) };
  }

  /** The system of the entity with its parts, else the entity alone, and what it hard-depends on outside. */
  async suggest(
    entityRef: string,
    { credentials }: Asked,
  ): Promise<PlanSuggestion> {
    const { entities, mirror, planAccess, planSight } = this.#options;
    const caller = await planAccess.of(credentials);
    const ref = entityRef.trim().toLocaleLowerCase('en-US');
    const { entity } = await entities.open(ref, caller.access);
    const systemRef =
      entity.facts.kind.toLocaleLowerCase('en-US') === 'system'
        ? ref
        : entity.systemRef;
    const hiddenSystem =
      systemRef !== null &&
      (await planSight.hiddenAmong([systemRef], caller)).has(systemRef);
    const system =
      systemRef === null || hiddenSystem
        ? undefined
        : (await mirror.get([systemRef])).get(systemRef);
    const unit = system ?? entity;
    const unitRef = unit.facts.entityRef;
    const parts = system
      ? [...(await mirror.get(await mirror.partsOf(unitRef))).values()]
      : [];
    const { assessment } = (await this.#options.engine.current([unitRef])).get(
      unitRef,
    ) ?? { assessment: undefined };
    const owner =
      assessment?.profile.recoveryOwner.value ?? unit.ownerRef ?? null;
    const hidden = await planSight.hiddenAmong(owner ? [owner] : [], caller);
    return {
      title: `Recovery of ${unit.title}`,
      owner: owner && hidden.has(owner) ? null : owner,
      scope: [{ entityRef: unitRef, parts: system !== undefined }],
      ...(await this.#needs([unit, ...parts], caller)),
    };
  }

  async #needs(
    covered: MirroredEntity[],
    caller: PlanCaller,
  ): Promise<Pick<PlanSuggestion, 'needs' | 'redacted'>> {
    const { engine, mirror, planCoverage, planSight } = this.#options;
    const own = new Set(covered.map(({ facts }) => facts.entityRef));
    const refs = [
      ...new Set(covered.flatMap(({ facts }) => hardDependenciesOf(facts))),
    ].filter(ref => !own.has(ref));
    const hidden = await planSight.hiddenAmong(refs, caller);
    const visible = refs.filter(ref => !hidden.has(ref)).sort();
    const entities = await mirror.get(visible);
    const current = await engine.current(visible);
    const plans = await planCoverage.coveredBy(visible);
    return {
      needs: visible.map(ref => {
        const profile = current.get(ref)?.assessment.profile;
        return {
          entityRef: ref,
          title: entities.get(ref)?.title ?? null,
          tier: profile?.tier.value ?? null,
          rto: profile?.rto.value ?? null,
          hasPlan: plans.has(ref),
        };
      }),
      redacted: refs.length - visible.length,
    };
  }

  async #filters(
    query: PlanQuery,
    context: {
      caller: PlanCaller;
      seen: Pick<PlanFilters, 'visibility' | 'visibleSql' | 'now'>;
      waiting: Map<string, unknown>;
    },
  ): Promise<PlanFilters> {
    const { caller, seen, waiting } = context;
    const { mirror, planSight } = this.#options;
    const { state, kind, problem, search, waitingForMe, mine } = query;
    const { owner, entity } = await visibleFilters(
      { owner: query.owner, entity: query.entity },
      refs => planSight.hiddenAmong(refs, caller),
    );
    return {
      ...seen,
      state,
      kind,
      problem,
      search,
      owner: owner && (await mirror.groupsBelow(owner)),
      entity,
      ...(mine === true && { parties: await partiesOf(caller.access, mirror) }),
      ...(waitingForMe === true && { ids: [...waiting.keys()] }),
    };
  }
}

import {
  canBeConfirmed,
  comparePlanContents,
  expectedRecoveryOf,
  planRecoveryTime,
  planShortcomings,
  renamePlanEntities,
  type PlanAction,
  type PlanComparison,
  type PlanContents,
  type PlanDetail,
  type PlanScopeEntry,
  type PlanVersion,
  type PlanVersionAnswer,
} from 'backstage-plugin-continuity-common';
import { NotFoundError } from '@backstage/errors';
import { durationSeconds } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import { readNames } from '../../permissions/readNames';
import type { MirroredEntity, MirrorStore } from '../../catalog/MirrorStore';
import { whereInList } from '../../database/whereInList';
import { collectEntityRefs } from '../../permissions/entityRefsIn';
import { hideEntities } from '../../permissions/hideEntities';
import {
  PlanAccess,
  PlanCaller,
  PlanRight,
} from '../../permissions/PlanAccess';
import { PlanNotes } from '../../plan/PlanNotes';
import { planRenamesOf } from '../../plan/PlanRenames';
import { PlanChangeRequestReader } from './PlanChangeRequestReader';
import { PlanSight, SeenPlan } from './PlanSight';
import { PlanSummaries } from './PlanSummaries';
import type {
  PlanStore,
  StoredConfirmation,
  StoredPlan,
  StoredStanding,
} from '../../plan/PlanStore';
import { PlanWaitingReader } from './PlanWaitingReader';

interface Options {
  database: Knex;
  planStore: PlanStore;
  planNotes: PlanNotes;
  planAccess: PlanAccess;
  planSight: PlanSight;
  planSummaries: PlanSummaries;
  planWaiting: PlanWaitingReader;
  planChangeRequestReader: PlanChangeRequestReader;
  mirror: MirrorStore;
  engine: AssessmentEngine;
}

/** Reads all that a plan's page shows, without what the caller may not see. */
export class PlanReader {
  readonly #options: Options;

  static create(options: Options) {
    return new PlanReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async detail(planId: string, caller: PlanCaller): Promise<PlanDetail> {
    const { planSight, planStore, planSummaries, planWaiting, engine } =
      this.#options;
    const scope = (await planStore.scopeOf([planId])).map(s => s.entityRef);
    await engine.settleDue();
    await engine.drain({ first: [...new Set(scope)], limit: 0 });
    const seen = await planSight.open(planId, caller);
    const { plan } = seen;
    const [summary] = await planSummaries.of([plan], {
      caller,
      waiting: await planWaiting.of(caller),
    });
    const shown = plan.inForceVersion ?? plan.openVersion ?? plan.lastVersion;
    const version = await this.#version(plan, shown);
    const draft =
      plan.openVersion === null || plan.openVersion === shown
        ? null
        : await this.#version(plan, plan.openVersion);
    const renamed = await planRenamesOf(
      this.#options.database,
      collectEntityRefs([version.contents, draft?.contents]),
    );
    const open = plan.openVersion === null ? null : draft ?? version;
    const rights = await this.#options.planAccess.rightsFor(caller, planId);
    const isAllSeen =
      (await planSight.hiddenIn([version, draft], caller)).size === 0;
    const detail: PlanDetail = {
      ...summary,
      revision: plan.revision,
      version,
      draft,
      versions: await planStore.versions(planId),
      scopeEntries: await this.#scopeEntries(
        renamePlanEntities(version.contents, renamed),
        seen,
      ),
      renamed,
      recoveryTime: planRecoveryTime(version.contents.steps),
      shortcomings: open
        ? planShortcomings(plan.kind, open.contents, {
            isFirst: plan.inForceVersion === null,
          })
        : [],
      ...(await this.#standing(seen)),
      lastReviewedAt: plan.reviewedAt,
      readers: await this.#options.planNotes.readersOf(plan),
      source: await this.#options.planNotes.sourceOf(planId),
      editors: await this.#options.planNotes.editorsOf(
        planId,
        caller.access.subject,
      ),
      archived:
        plan.archivedAt === null
          ? null
          : {
              at: plan.archivedAt,
              by: plan.archivedBy!,
              reason: plan.archivedReason ?? '',
            },
      changeRequests: await this.#options.planChangeRequestReader.openOf(
        planId,
        caller.access,
      ),
      allowedActions: [],
    };
    detail.allowedActions = await this.#actions(detail, {
      seen,
      rights,
      open,
      isAllSeen,
    });
    const shownDetail = await this.#withoutHidden(detail, caller);
    return {
      ...shownDetail,
      names: await readNames(this.#options.database, shownDetail),
    };
  }

  async versionAnswer(
    planId: string,
    version: number,
    caller: PlanCaller,
  ): Promise<PlanVersionAnswer> {
    const { plan } = await this.#options.planSight.open(planId, caller);
    const found = await this.#version(plan, version);
    const hidden = await this.#options.planSight.hiddenIn(found, caller);
    return hideEntities(
      {
        planId,
        kind: plan.kind,
        version: found,
        versions: await this.#options.planStore.versions(planId),
        redacted: hidden.size,
      },
      hidden,
    );
  }

  async compare(
    planId: string,
    versions: { from: number; to: number },
    caller: PlanCaller,
  ): Promise<PlanComparison> {
    const { plan } = await this.#options.planSight.open(planId, caller);
    const from = await this.#version(plan, versions.from);
    const to = await this.#version(plan, versions.to);
    return this.#withoutHidden(
      {
        from,
        to,
        differences: comparePlanContents(from.contents, to.contents),
      },
      caller,
    );
  }

  async #version(plan: StoredPlan, version: number): Promise<PlanVersion> {
    const found = await this.#options.planStore.version(plan.id, version);
    if (!found) {
      throw new NotFoundError(`This plan has no version ${version}.`);
    }
    return found;
  }

  async #withoutHidden<T>(answer: T, caller: PlanCaller): Promise<T> {
    const hidden = await this.#options.planSight.hiddenIn(answer, caller);
    return hideEntities(answer, hidden);
  }

  async #scopeEntries(
    contents: PlanContents,
    { caller }: SeenPlan,
  ): Promise<PlanScopeEntry[]> {
    const { mirror, engine, planSight } = this.#options;
    const refs = contents.scope.map(entry => entry.entityRef);
    const hidden = await planSight.hiddenAmong(refs, caller);
    const visible = contents.scope.filter(
      entry => !hidden.has(entry.entityRef),
    );
    const entities = await mirror.get(visible.map(entry => entry.entityRef));
    const current = await engine.current([...entities.keys()]);
    const parts = await this.#partCounts(
      visible.filter(entry => entry.parts).map(entry => entry.entityRef),
    );
    return visible.map((entry): PlanScopeEntry => {
      const entity: MirroredEntity | undefined = entities.get(entry.entityRef);
      const profile = current.get(entry.entityRef)?.assessment.profile;
      const rto = profile?.rto.value ?? null;
      const expected = expectedRecoveryOf(entry.entityRef, {
        steps: contents.steps,
        systemRef: entity?.systemRef,
      });
      const isKnown = expected !== null && rto !== null;
      const isBeyond = isKnown && expected.seconds > durationSeconds(rto);
      return {
        entityRef: entry.entityRef,
        parts: entry.parts,
        partCount: entry.parts ? parts.get(entry.entityRef) ?? 0 : null,
        title: entity?.title ?? null,
        kind:
          entity?.facts.kind ??
          entry.entityRef.slice(0, entry.entityRef.indexOf(':')),
        type: entity?.type ?? null,
        exists: entity !== undefined,
        tier: profile?.tier.value ?? null,
        rto,
        expectedSeconds: expected?.seconds ?? null,
        // a lower bound above the RTO is beyond it all the same; below it proves nothing
        beyondRto:
          isKnown && (isBeyond || expected.isComplete) ? isBeyond : null,
      };
    });
  }

  async #partCounts(systems: string[]): Promise<Map<string, number>> {
    if (systems.length === 0) return new Map();
    const rows = await whereInList(
      this.#options
        .database('mirror_entities')
        .whereNull('archived_at')
        .groupBy('system_ref')
        .select('system_ref')
        .count({ total: '*' }),
      'system_ref',
      systems,
    );
    return new Map(rows.map((row: any) => [row.system_ref, Number(row.total)]));
  }

  /** Why the plan is stale, what was confirmed, and which plans it overlaps with. */
  async #standing({
    plan,
    caller,
  }: SeenPlan): Promise<
    Pick<PlanDetail, 'staleness' | 'confirmations' | 'overlaps'>
  > {
    const { planStore, mirror, planSight } = this.#options;
    if (plan.inForceVersion === null || plan.archivedAt !== null) {
      return { staleness: [], confirmations: [], overlaps: [] };
    }
    const standings = await planStore.standingsOf([plan.id]);
    const confirmations = await planStore.confirmationsOf(
      plan.id,
      plan.inForceVersion,
    );
    const hidden = await planSight.hiddenAmong(
      standings.map(standing => standing.entityRef),
      caller,
    );
    const seen = standings.filter(({ entityRef }) => !hidden.has(entityRef));
    const entities = await mirror.get(seen.map(({ entityRef }) => entityRef));
    return {
      staleness: seen
        .filter(({ reasons }) => reasons.length > 0)
        .map(({ entityRef, since, reasons }) => ({
          entityRef,
          title: entities.get(entityRef)?.title ?? null,
          since,
          reasons: reasons.map(reason => {
            const confirmedTimes = timesConfirmed(confirmations, {
              entityRef,
              code: reason.code,
            });
            return {
              ...reason,
              confirmedTimes,
              canBeConfirmed: canBeConfirmed(reason, confirmedTimes),
            };
          }),
        })),
      confirmations: confirmations
        .filter(({ entityRef }) => !entityRef || !hidden.has(entityRef))
        .map(({ entityRef, reason, because, by, forWhom, at }) => ({
          entityRef,
          reason,
          because,
          by,
          for: forWhom,
          at,
        })),
      overlaps: await this.#overlaps(plan, seen),
    };
  }

  async #overlaps(
    plan: StoredPlan,
    standings: StoredStanding[],
  ): Promise<PlanDetail['overlaps']> {
    const shared = standings.filter(({ role }) => role !== 'only');
    if (shared.length === 0) return [];
    const rows: Array<{
      entity_ref: string;
      id: string;
      title: string;
      role: string;
    }> = await whereInList(
      this.#options
        .database('plan_standings as s')
        .join('plans as p', join =>
          join.on('p.id', 's.plan_id').on('p.in_force_version', 's.version'),
        )
        .where('p.kind', plan.kind)
        .whereNull('p.archived_at')
        .whereNot('p.id', plan.id)
        .orderBy(['s.entity_ref', 'p.sort_title'])
        .select('s.entity_ref', 'p.id', 'p.title', 's.role'),
      's.entity_ref',
      shared.map(({ entityRef }) => entityRef),
    );
    return shared.map(({ entityRef, role }) => {
      const others = rows.filter(row => row.entity_ref === entityRef);
      return {
        entityRef,
        otherPlans: others.map(({ id, title }) => ({ id, title })),
        primary:
          role === 'primary'
            ? plan.id
            : others.find(row => row.role === 'primary')?.id ?? null,
      };
    });
  }

  async #actions(
    detail: PlanDetail,
    context: {
      seen: SeenPlan;
      rights: Set<PlanRight>;
      open: PlanVersion | null;
      isAllSeen: boolean;
    },
  ): Promise<PlanAction[]> {
    const { seen, rights, open, isAllSeen } = context;
    const { plan, caller } = seen;
    const { isUser, subject } = caller.access;
    const isLiving = plan.archivedAt === null;
    const isWriter = open?.editedBy.includes(subject) ?? false;
    const isInForce = isLiving && plan.inForceVersion !== null;
    const mayRead = isUser && isInForce && (await this.#isNamed(plan, subject));
    const can: Record<PlanAction, boolean> = {
      'plan.update':
        isLiving &&
        isAllSeen &&
        rights.has('update') &&
        open?.state !== 'in-review',
      'plan.submit':
        isLiving &&
        isAllSeen &&
        rights.has('update') &&
        open?.state === 'draft',
      'plan.return':
        open?.state === 'in-review' &&
        (rights.has('approve') || (rights.has('update') && isWriter)),
      'plan.approve':
        isUser &&
        isAllSeen &&
        open?.state === 'in-review' &&
        !isWriter &&
        rights.has('approve'),
      'plan.confirm':
        isUser &&
        isInForce &&
        rights.has('approve') &&
        !detail.version.editedBy.includes(subject),
      'plan.archive': isLiving && rights.has('archive'),
      'plan.primary': isInForce && rights.has('approve'),
      'plan.acknowledge': mayRead,
      'plan.contacts.read': rights.has('readContacts'),
      'plan.contacts.update': isLiving && rights.has('updateContacts'),
    };
    return (Object.keys(can) as PlanAction[]).filter(action => can[action]);
  }

  async #isNamed(plan: StoredPlan, userRef: string): Promise<boolean> {
    const claims = await this.#options.mirror.claimsOf(userRef);
    if (!claims.some(claim => plan.contacts.includes(claim))) return false;
    return !(await this.#options.planNotes.hasRead(plan, userRef));
  }
}

/** How often a kind of reason was confirmed for an entity: what was confirmed in one go counts once. */
export function timesConfirmed(
  confirmations: StoredConfirmation[],
  of: { entityRef: string; code: string },
): number {
  const acts = confirmations
    .filter(
      ({ entityRef, reason }) =>
        entityRef === of.entityRef && reason?.code === of.code,
    )
    .map(({ act }) => act);
  return new Set(acts).size;
}

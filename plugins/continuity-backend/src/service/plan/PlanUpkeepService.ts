import { randomUUID } from 'node:crypto';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  acceptStaleReason,
  canBeConfirmed,
  findStaleReasons,
  mostConfirmations,
  staleReason,
  staleReasonCodes,
  watchedNow,
  type ContinuityPolicy,
  type PlanBulkConfirmRequest,
  type PlanBulkConfirmResponse,
  type PlanDetail,
  type PlanPrimaryRequest,
  type StaleReason,
  type planConfirmRequestSchema,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { z } from 'zod';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { whereInList } from '../../database/whereInList';
import { PlanAccess, PlanCaller } from '../../permissions/PlanAccess';
import { PlanApproval } from '../../assessment/PlanApproval';
import { PlanChecks } from './PlanChecks';
import { assertInForce, PlanDesk } from './PlanDesk';
import { PlanReader, timesConfirmed } from './PlanReader';
import { PlanSight } from './PlanSight';
import type {
  PlanStore,
  StoredConfirmation,
  StoredPlan,
  StoredWatch,
} from '../../plan/PlanStore';
import { PlanWriter } from '../../plan/PlanWriter';

interface Options {
  policy: ContinuityPolicy;
  engine: AssessmentEngine;
  planStore: PlanStore;
  planAccess: PlanAccess;
  planSight: PlanSight;
  planReader: PlanReader;
  planWriter: PlanWriter;
  planApproval: PlanApproval;
  planChecks: PlanChecks;
  planDesk: PlanDesk;
}

type Asked = { credentials: BackstageCredentials };
type ConfirmRequest = z.output<typeof planConfirmRequestSchema>;

/** Keeps plans in force true: confirms what changed, and names the primary one. */
export class PlanUpkeepService {
  readonly #options: Options;

  static create(options: Options) {
    return new PlanUpkeepService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async confirm(
    planId: string,
    request: ConfirmRequest & Asked,
  ): Promise<PlanDetail> {
    const { caller } = await this.#options.planDesk.open(
      planId,
      'approve',
      request.credentials,
    );
    const onBehalfOf = await this.#behalf(request.onBehalfOf, caller);
    await this.#confirm(planId, caller, { ...request, onBehalfOf });
    return this.#options.planReader.detail(planId, caller);
  }

  async bulkConfirm(
    request: PlanBulkConfirmRequest & Asked,
  ): Promise<PlanBulkConfirmResponse> {
    const { planAccess, planReader } = this.#options;
    const caller = await planAccess.of(request.credentials);
    planAccess.assertNotDenied(caller, 'approve');
    const onBehalfOf = await this.#behalf(request.onBehalfOf, caller);
    const items: PlanBulkConfirmResponse['items'] = [];
    for (const planId of new Set(request.planIds)) {
      try {
        await this.#options.planDesk.open(
          planId,
          'approve',
          request.credentials,
        );
        const { staleness } = await planReader.detail(planId, caller);
        const reasons = staleness.flatMap(({ entityRef, reasons: found }) =>
          found.map(reason => ({ entityRef, reason })),
        );
        const confirmable = reasons.filter(
          ({ reason }) => reason.canBeConfirmed,
        );
        if (confirmable.length > 0) {
          await this.#confirm(planId, caller, {
            reasons: confirmable.map(({ entityRef, reason }) => ({
              entityRef,
              key: reason.key,
              because: request.because,
            })),
            onBehalfOf,
          });
        }
        items.push({
          planId,
          confirmed: confirmable.length,
          left: reasons.length - confirmable.length,
        });
      } catch (error) {
        const { name, message } = error as Error;
        const isRefusal = /^(NotAllowed|NotFound|Conflict|Input)Error$/;
        if (!isRefusal.test(name)) throw error;
        items.push({ planId, confirmed: 0, left: 0, message });
      }
    }
    return { items };
  }

  async setPrimary(
    planId: string,
    { entityRefs, reason, credentials }: PlanPrimaryRequest & Asked,
  ): Promise<PlanDetail> {
    const { planStore, planWriter, planReader } = this.#options;
    const { caller } = await this.#options.planDesk.open(
      planId,
      'approve',
      credentials,
    );
    const refs = entityRefs.map(ref => ref.toLocaleLowerCase('en-US'));
    const by = caller.access.subject;
    await planWriter.change(planId, by, async ({ trx, plan }) => {
      assertInForce(plan);
      const standings = await planStore.standingsOf([planId], trx);
      const covered = new Set(standings.map(({ entityRef }) => entityRef));
      const strangers = refs.filter(ref => !covered.has(ref));
      if (strangers.length > 0) {
        throw new WrongFieldsError([
          {
            path: 'entityRefs',
            message: `The plan does not cover ${strangers.join(', ')}.`,
          },
        ]);
      }
      const watches = await planStore.watchesOf(planId, trx);
      await this.#takeFromRivals(trx, plan, refs);
      await planStore.saveWatches(
        trx,
        refs.map(
          (entityRef): StoredWatch => ({
            planId,
            entityRef,
            version: plan.inForceVersion!,
            facts: watches.get(entityRef)?.facts ?? null,
            isPrimary: true,
          }),
        ),
      );
      return {
        plan,
        record: {
          action: 'made-primary',
          reason,
          before: null,
          after: { entities: refs },
        },
        dirty: refs,
      };
    });
    return planReader.detail(planId, caller);
  }

  async #confirm(
    planId: string,
    caller: PlanCaller,
    request: Pick<ConfirmRequest, 'reasons' | 'review'> & {
      onBehalfOf: string | null;
    },
  ): Promise<void> {
    const { planStore, planWriter, planApproval, planSight } = this.#options;
    const hidden = await planSight.hiddenAmong(
      request.reasons.map(({ entityRef }) => entityRef),
      caller,
    );
    for (const { entityRef, key } of request.reasons) {
      if (hidden.has(entityRef)) throw noReason(entityRef, key);
    }
    const by = caller.access.subject;
    await planWriter.change(planId, by, async ({ trx, plan, at }) => {
      assertInForce(plan);
      const version = (await planStore.version(
        planId,
        plan.inForceVersion!,
        trx,
      ))!;
      for (const person of [by, request.onBehalfOf]) {
        if (person && version.editedBy.includes(person)) {
          throw new NotAllowedError(
            `${
              person === by ? 'You' : person
            } wrote the version in force. Another person has to confirm that it still holds.`,
          );
        }
      }
      const act = { act: randomUUID(), by, forWhom: request.onBehalfOf, at };
      const confirmed = await this.#accept(trx, plan, {
        reasons: request.reasons,
        act,
      });
      const { review } = request;
      if (review) {
        await planStore.addConfirmations(trx, [
          {
            ...act,
            planId,
            version: plan.inForceVersion!,
            entityRef: null,
            reason: null,
            because: review.because,
          },
        ]);
      }
      return {
        plan: review
          ? {
              ...plan,
              reviewedAt: at,
              fallbackDueAt: planApproval.usualReviewAfter(at),
            }
          : plan,
        record: {
          action: 'confirmed',
          ...(review && { reason: review.because }),
          before: null,
          after: {
            version: plan.inForceVersion,
            ...(review && { reviewed: true }),
            ...(request.onBehalfOf && { onBehalfOf: request.onBehalfOf }),
            reasons: confirmed.map(({ entityRef, reason, because }) => ({
              entityRef,
              code: reason!.code,
              before: reason!.before,
              after: reason!.after,
              because,
            })),
          },
        },
        dirty: review
          ? (await planStore.standingsOf([planId], trx)).map(s => s.entityRef)
          : confirmed.map(({ entityRef }) => entityRef!),
      };
    });
  }

  /** Remembers what is true now for each confirmed reason, as long as it is one and may be confirmed. */
  async #accept(
    trx: Knex.Transaction,
    plan: StoredPlan,
    options: {
      reasons: ConfirmRequest['reasons'];
      act: Pick<StoredConfirmation, 'act' | 'by' | 'forWhom' | 'at'>;
    },
  ): Promise<StoredConfirmation[]> {
    const { planStore, engine, policy } = this.#options;
    const { reasons, act } = options;
    if (reasons.length === 0) return [];
    const version = plan.inForceVersion!;
    const refs = [...new Set(reasons.map(({ entityRef }) => entityRef))];
    const facts = await engine.factsOf(trx, refs);
    const watches = await planStore.watchesOf(plan.id, trx);
    const earlier = await planStore.confirmationsOf(plan.id, version, trx);
    const changed = new Map<string, StoredWatch>();
    const confirmed: StoredConfirmation[] = [];
    for (const { entityRef, key, because } of reasons) {
      assertEverConfirmable(key);
      const known = facts.get(entityRef);
      const inForce = known?.plans?.inForce.find(
        other => other.planId === plan.id,
      );
      if (!known || !inForce) throw noReason(entityRef, key);
      const now = watchedNow(known, policy);
      const watch = changed.get(entityRef) ??
        watches.get(entityRef) ?? {
          planId: plan.id,
          entityRef,
          version,
          facts: null,
          isPrimary: false,
        };
      const reason = findStaleReasons(watch.facts, now, {
        joined: inForce.through,
      }).find(found => found.key === key);
      if (!reason) throw noReason(entityRef, key);
      assertConfirmable(reason, { entityRef, earlier });
      changed.set(entityRef, {
        ...watch,
        version,
        facts: acceptStaleReason(watch.facts, reason, now),
      });
      confirmed.push({
        ...act,
        planId: plan.id,
        version,
        entityRef,
        reason,
        because,
      });
    }
    await planStore.saveWatches(trx, [...changed.values()]);
    await planStore.addConfirmations(trx, confirmed);
    return confirmed;
  }

  async #takeFromRivals(
    trx: Knex.Transaction,
    plan: StoredPlan,
    refs: string[],
  ): Promise<void> {
    await whereInList(
      trx('plan_watched').whereIn(
        'plan_id',
        trx('plans').where('kind', plan.kind).select('id'),
      ),
      'entity_ref',
      refs,
    ).update({ is_primary: false });
  }

  async #behalf(
    text: string | undefined,
    caller: PlanCaller,
  ): Promise<string | null> {
    return text
      ? this.#options.planChecks.party(text, { path: 'onBehalfOf', caller })
      : null;
  }
}

function noReason(entityRef: string, key: string): ConflictError {
  return new ConflictError(
    `${key} is no reason any more why the plan is stale for ${entityRef}. Load the plan again.`,
  );
}

const NEVER_CONFIRMED =
  'A stricter target, a contact who is gone and a missing entity can’t be confirmed as still valid. Write the next version of the plan.';

/** Says so also of reasons that are not compared with what was remembered. */
function assertEverConfirmable(key: string): void {
  const code = staleReasonCodes.find(known => key.startsWith(`${known}:`));
  if (code && !staleReason(code, '').confirmable) {
    throw new ConflictError(NEVER_CONFIRMED);
  }
}

function assertConfirmable(
  reason: StaleReason,
  context: { entityRef: string; earlier: StoredConfirmation[] },
): void {
  const { entityRef, earlier } = context;
  const times = timesConfirmed(earlier, { entityRef, code: reason.code });
  if (canBeConfirmed(reason, times)) return;
  throw new ConflictError(
    `This kind of change was confirmed ${mostConfirmations} times in a row for ${entityRef}. Write the next version of the plan.`,
  );
}

import { randomUUID } from 'node:crypto';
import {
  countRenewals,
  type exemptionAskRequestSchema,
  exemptionPolicy,
  exemptionStateAt,
  parseExemptionPeriod,
  refused,
  requirementsOverlap,
  type ContinuityPolicy,
  type RecordEntry,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { z } from 'zod';
import { RefusedConflictError } from '../../contract/RefusedConflictError';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { exemptionRecord } from '../../exemption/exemptionRecord';
import type {
  ExemptionStore,
  StoredExemption,
} from '../../exemption/ExemptionStore';
import type { RecordStore } from '../../record/RecordStore';

type AskRequest = z.output<typeof exemptionAskRequestSchema>;

interface Options {
  policy: ContinuityPolicy;
  exemptionStore: ExemptionStore;
  records: RecordStore;
}

/** Checks and writes what people ask to be exempted from. */
export class ExemptionAsks {
  readonly #options: Options;

  static create(options: Options) {
    return new ExemptionAsks(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @throws WrongFieldsError where the policy allows no such time. */
  draft(
    request: AskRequest,
    { by, at }: { by: string; at: string },
  ): StoredExemption {
    const { policy } = this.#options;
    const period = parseExemptionPeriod(request, { policy, now: at });
    if (!period.ok) {
      throw new WrongFieldsError(
        period.issues.map(({ field, message }) => ({ path: field, message })),
      );
    }
    return {
      id: randomUUID(),
      entityRef: request.entityRef,
      requirement: request.requirement,
      reason: request.reason,
      state: 'asked',
      startsAt: period.startsAt,
      endsAt: period.endsAt,
      until: period.until,
      requestedBy: by,
      requestedAt: at,
      decision: null,
      closing: null,
      renewal: 0,
      renews: null,
    };
  }

  /**
   * What is asked, with which renewal it is, beside what is known of the entity.
   *
   * @throws RefusedConflictError where it waits already, or may not be renewed.
   */
  judged(
    asked: StoredExemption,
    { renews, known }: { renews?: string; known: StoredExemption[] },
  ): StoredExemption {
    const { requirement, requestedAt } = asked;
    const waits = known.some(
      each =>
        each.requirement === requirement &&
        exemptionStateAt(each, requestedAt) === 'asked',
    );
    if (waits) {
      throw new RefusedConflictError(refused('exemption-asked-already'));
    }
    const named = renews === undefined ? undefined : namedIn(known, renews);
    if (named && !requirementsOverlap(named.requirement, requirement)) {
      throw wrong('renews', 'That exemption is from something else.');
    }
    return {
      ...asked,
      ...this.#countedAmong(known, {
        ...asked,
        renewal: named === undefined ? 0 : named.renewal + 1,
        renews: named?.id ?? null,
      }),
    };
  }

  async add(
    trx: Knex.Transaction,
    asked: StoredExemption,
    how: { renews?: string; imported?: RecordEntry['imported'] },
  ): Promise<StoredExemption> {
    const { exemptionStore, records } = this.#options;
    const { renews, imported } = how;
    const known = await exemptionStore.ofEntity(asked.entityRef, trx);
    const exemption = this.judged(asked, { renews, known });
    await exemptionStore.insert(trx, exemption);
    await records.append(trx, [
      exemptionRecord(exemption, {
        action: 'asked',
        by: exemption.requestedBy,
        at: exemption.requestedAt,
        reason: exemption.reason,
        before: null,
        ...(imported && { imported }),
      }),
    ]);
    return exemption;
  }

  /**
   * Which renewal it is: of what was approved before for the same, or a part of it.
   *
   * @throws RefusedConflictError where the policy allows no more.
   */
  async counted(
    trx: Knex.Transaction,
    exemption: StoredExemption,
  ): Promise<Pick<StoredExemption, 'renewal' | 'renews'>> {
    const known = await this.#options.exemptionStore.ofEntity(
      exemption.entityRef,
      trx,
    );
    return this.#countedAmong(known, exemption);
  }

  #countedAmong(
    known: StoredExemption[],
    exemption: StoredExemption,
  ): Pick<StoredExemption, 'renewal' | 'renews'> {
    const counted = countRenewals(
      exemption,
      known.filter(each => each.id !== exemption.id && wasApproved(each)),
    );
    const renewal = Math.max(counted.renewal, exemption.renewal);
    this.#assertRenewable(renewal);
    return { renewal, renews: exemption.renews ?? counted.renews };
  }

  #assertRenewable(renewal: number): void {
    const { renewals } = exemptionPolicy(this.#options.policy);
    if (renewal <= renewals) return;
    throw new RefusedConflictError(
      renewals === 0
        ? refused('exemption-not-renewable')
        : refused('exemption-renewed-too-often', { renewal, renewals }),
    );
  }
}

/** The one that somebody says to renew. */
function namedIn(known: StoredExemption[], id: string): StoredExemption {
  const named = known.find(each => each.id === id);
  if (named && wasApproved(named)) return named;
  throw wrong(
    'renews',
    named
      ? 'That exemption was never approved, so there is nothing to renew. Leave it out.'
      : 'This entity has no such exemption. Name one of its own, or leave it out.',
  );
}

function wasApproved({ state, decision }: StoredExemption): boolean {
  return state === 'approved' || (state === 'ended' && decision !== null);
}

function wrong(path: string, message: string): WrongFieldsError {
  return new WrongFieldsError([{ path, message }]);
}

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type {
  Bia,
  EntityContinuity,
  RiskAssessment,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import {
  Access,
  CallerAccess,
  type EntityAction,
} from '../../permissions/CallerAccess';
import type { AnalysisSort } from '../../plan/analysisRow';
import type { AnalysisStore } from '../../plan/AnalysisStore';
import { describeAnalysis } from '../../plan/describeAnalysis';
import type { RecordStore } from '../../record/RecordStore';
import { EntityContinuityService } from '../profile/EntityContinuityService';
import { lockEntity } from '../profile/lockEntity';

interface Options {
  database: Knex;
  access: CallerAccess;
  entities: EntityContinuityService;
  analyses: AnalysisStore;
  records: RecordStore;
  engine: AssessmentEngine;
  clock: () => Date;
}

interface Decision {
  reason?: string;
  credentials: BackstageCredentials;
}

const recordTypes = { bia: 'bia', risk: 'risk-assessment' } as const;

/** What happens to an analysis after it was recorded: the second person's word, and drafts that are put away. */
export class AnalysisDecisions {
  readonly #options: Options;

  static create(options: Options) {
    return new AnalysisDecisions(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** As the second person, lets an analysis that asks for less come into force. */
  async confirm(
    entityRef: string,
    id: string,
    decision: Decision,
  ): Promise<EntityContinuity> {
    return this.#decide(entityRef, id, {
      ...decision,
      sort: 'bia',
      permission: 'analysis.approve',
      from: 'awaiting-second-person',
      to: 'agreed',
    });
  }

  /** As the second person, declines an analysis that asks for less: the earlier one goes on. */
  async reject(
    entityRef: string,
    id: string,
    decision: Decision,
  ): Promise<EntityContinuity> {
    return this.#decide(entityRef, id, {
      ...decision,
      sort: 'bia',
      permission: 'analysis.approve',
      from: 'awaiting-second-person',
      to: 'rejected',
    });
  }

  async discard(
    entityRef: string,
    id: string,
    decision: Decision & { sort: AnalysisSort },
  ): Promise<EntityContinuity> {
    return this.#decide(entityRef, id, {
      ...decision,
      permission: 'analysis.update',
      from: 'draft',
      to: 'discarded',
    });
  }

  async #decide(
    entityRef: string,
    id: string,
    decision: Decision & {
      sort: AnalysisSort;
      permission: EntityAction;
      from: Bia['state'];
      to: Bia['state'];
    },
  ): Promise<EntityContinuity> {
    const { access: caller, entities, database, engine, clock } = this.#options;
    const access = await caller.of(decision.credentials);
    caller.assertNotDenied(access, decision.permission);
    await entities.open(entityRef, access);
    await caller.assertAllowed(access, decision.permission, entityRef);
    const at = clock().toISOString();
    await engine.settleDue(at);
    await database.transaction(async trx => {
      await lockEntity(trx, entityRef);
      await this.#settle(trx, { entityRef, id, access, at, ...decision });
      await engine.markDirty(trx, [entityRef], at);
    });
    return entities.get(entityRef, decision);
  }

  async #settle(
    trx: Knex.Transaction,
    options: {
      entityRef: string;
      id: string;
      access: Access;
      at: string;
      sort: AnalysisSort;
      from: Bia['state'];
      to: Bia['state'];
      reason?: string;
    },
  ): Promise<void> {
    const { analyses, records } = this.#options;
    const { entityRef, id, access, at, sort, from, to, reason } = options;
    const known: Array<Bia | RiskAssessment> =
      sort === 'bia'
        ? await analyses.biasOf(entityRef, trx)
        : await analyses.risksOf(entityRef, trx);
    const analysis = known.find(candidate => candidate.id === id);
    if (!analysis) {
      throw new NotFoundError('There is no such analysis of this entity.');
    }
    if (analysis.state !== from) throw alreadyDecided();
    if (from !== 'draft' && analysis.recordedBy === access.subject) {
      throw new NotAllowedError(
        'You recorded this analysis yourself. It loosens a duty, so another person has to decide on it.',
      );
    }
    const before = known.find(({ state }) => state === 'agreed');
    if (to === 'agreed' && before) {
      await analyses.setState(trx, {
        id: before.id,
        from: 'agreed',
        to: 'superseded',
      });
    }
    const revision = (await analyses.revisionsOf(entityRef, trx))[sort] + 1;
    const isSettled = await analyses.setState(trx, {
      id,
      from,
      to,
      revision,
      ...(from !== 'draft' && {
        confirmedBy: access.subject,
        confirmedAt: at,
      }),
    });
    if (!isSettled) throw alreadyDecided();
    await records.append(trx, [
      {
        entityRef,
        type: recordTypes[sort],
        action: to === 'agreed' ? 'confirmed' : to,
        by: access.subject,
        at,
        ...(reason ? { reason } : {}),
        before: before ? describeAnalysis(before) : null,
        after: describeAnalysis({ ...analysis, state: to }),
        revision,
      },
    ]);
  }
}

function alreadyDecided(): ConflictError {
  return new ConflictError(
    'This analysis does not wait for a decision any more; load the page again to see what holds.',
  );
}

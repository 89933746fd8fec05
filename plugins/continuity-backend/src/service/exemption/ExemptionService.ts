import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  decideExemptionTransition,
  type exemptionAskRequestSchema,
  type ExemptionDetail,
  type ExemptionTransition,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { z } from 'zod';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { exemptionRecord } from '../../exemption/exemptionRecord';
import type {
  ExemptionStore,
  StoredExemption,
} from '../../exemption/ExemptionStore';
import {
  Access,
  CallerAccess,
  type EntityAction,
} from '../../permissions/CallerAccess';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import type { RecordStore } from '../../record/RecordStore';
import { EntityContinuityService } from '../profile/EntityContinuityService';
import { ExemptionAsks } from './ExemptionAsks';
import { ExemptionSummaries } from './ExemptionSummaries';
import { holdsContinuity } from '../profile/holdsContinuity';
import { lockEntity } from '../profile/lockEntity';

interface Options {
  database: Knex;
  access: CallerAccess;
  hiddenEntities: HiddenEntities;
  entities: EntityContinuityService;
  exemptionStore: ExemptionStore;
  exemptionAsks: ExemptionAsks;
  exemptionSummaries: ExemptionSummaries;
  records: RecordStore;
  engine: AssessmentEngine;
  clock: () => Date;
}

type AskRequest = z.output<typeof exemptionAskRequestSchema>;
type Asked = { credentials: BackstageCredentials };
type AskedByUser = {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
};

const done: Record<ExemptionTransition, string> = {
  approve: 'approved',
  refuse: 'refused',
  withdraw: 'withdrawn',
  end: 'ended',
};

/** Lets people ask for exemptions, and others decide on them (DOMAIN.md §8). Nobody approves their own. */
export class ExemptionService {
  readonly #options: Options;

  static create(options: Options) {
    return new ExemptionService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async get(id: string, { credentials }: Asked): Promise<ExemptionDetail> {
    const access = await this.#options.access.of(credentials);
    const exemption = await this.#find(id, access);
    return this.#options.exemptionSummaries.detail(exemption, access);
  }

  async ask(
    request: AskRequest,
    { credentials }: Asked,
  ): Promise<ExemptionDetail> {
    const { access: caller, entities, exemptionAsks, clock } = this.#options;
    const { entityRef } = request;
    const access = await caller.of(credentials);
    caller.assertNotDenied(access, 'exemption.create');
    const opened = await entities.open(entityRef, access);
    await caller.assertAllowed(access, 'exemption.create', entityRef);
    if (!holdsContinuity(opened.entity)) {
      throw wrong(
        'entityRef',
        `Nothing is required of a ${opened.entity.facts.kind}.`,
      );
    }
    const at = clock().toISOString();
    const asked = exemptionAsks.draft(request, { by: access.subject, at });
    const exemption = await this.#inTransaction(entityRef, at, trx =>
      exemptionAsks.add(trx, asked, { renews: request.renews }),
    );
    return this.#options.exemptionSummaries.detail(exemption, access);
  }

  async approve(
    id: string,
    { note = '', credentials }: AskedByUser & { note?: string },
  ): Promise<ExemptionDetail> {
    const { exemptionAsks } = this.#options;
    return this.#step(id, {
      transition: 'approve',
      rights: ['exemption.approve'],
      credentials,
      reason: note,
      change: async (exemption, { by, at, trx }) => {
        // it is approved from now on, never for a time that has passed
        const startsAt = exemption.startsAt > at ? exemption.startsAt : at;
        const counted = await exemptionAsks.counted(trx, {
          ...exemption,
          startsAt,
        });
        return {
          startsAt,
          ...counted,
          decision: { by, at, note },
        };
      },
    });
  }

  async refuse(
    id: string,
    { reason, credentials }: AskedByUser & { reason: string },
  ): Promise<ExemptionDetail> {
    return this.#step(id, {
      transition: 'refuse',
      rights: ['exemption.approve'],
      credentials,
      reason,
      change: (_, { by, at }) => ({ decision: { by, at, note: reason } }),
    });
  }

  async withdraw(
    id: string,
    { reason = '', credentials }: Asked & { reason?: string },
  ): Promise<ExemptionDetail> {
    return this.#step(id, {
      transition: 'withdraw',
      rights: ['exemption.create'],
      credentials,
      reason,
      change: (_, { by, at }) => ({ closing: { by, at, reason } }),
    });
  }

  async end(
    id: string,
    { reason, credentials }: Asked & { reason: string },
  ): Promise<ExemptionDetail> {
    return this.#step(id, {
      transition: 'end',
      // whoever may grant it may take it back
      rights: ['exemption.create', 'exemption.approve'],
      credentials,
      reason,
      change: (_, { by, at }) => ({ endsAt: at, closing: { by, at, reason } }),
    });
  }

  async #step(
    id: string,
    step: {
      transition: ExemptionTransition;
      /** One of them is enough. */
      rights: EntityAction[];
      credentials: BackstageCredentials;
      reason: string;
      change: (
        exemption: StoredExemption,
        how: { by: string; at: string; trx: Knex.Transaction },
      ) => Partial<StoredExemption> | Promise<Partial<StoredExemption>>;
    },
  ): Promise<ExemptionDetail> {
    const {
      access: caller,
      exemptionStore,
      exemptionSummaries,
    } = this.#options;
    const { records, engine, clock } = this.#options;
    const { transition, credentials, reason, rights } = step;
    const access = await caller.of(credentials);
    caller.assertOneNotDenied(access, rights);
    const { entityRef } = await this.#find(id, access);
    await caller.assertOneAllowed(access, rights, entityRef);
    const by = access.subject;
    const at = clock().toISOString();
    const changed = await this.#inTransaction(entityRef, at, async trx => {
      const exemption = await exemptionStore.get(id, trx);
      if (!exemption) throw exemptionNotFound();
      const decision = decideExemptionTransition(transition, exemption, {
        by,
        now: at,
      });
      if (!decision.ok) {
        throw decision.why === 'conflict'
          ? new ConflictError(decision.message)
          : new NotAllowedError(decision.message);
      }
      const after: StoredExemption = {
        ...exemption,
        ...(await step.change(exemption, { by, at, trx })),
        state: decision.to,
      };
      if (!(await exemptionStore.save(trx, after, exemption.state))) {
        throw new ConflictError(
          'Somebody else decided on this exemption at the same moment. Load it again.',
        );
      }
      await records.append(trx, [
        exemptionRecord(after, {
          action: done[transition],
          by,
          at,
          reason,
          before: { state: exemption.state, endsAt: exemption.endsAt },
        }),
      ]);
      await engine.markDirty(trx, [entityRef], at);
      return after;
    });
    await engine.drain({ first: [entityRef], limit: 0 });
    return exemptionSummaries.detail(changed, access);
  }

  async #find(id: string, access: Access): Promise<StoredExemption> {
    const { exemptionStore, hiddenEntities } = this.#options;
    const exemption = await exemptionStore.get(id);
    if (!exemption) throw exemptionNotFound();
    const { entityRef } = exemption;
    const hidden = await hiddenEntities.among([entityRef], access.read);
    if (hidden.has(entityRef)) throw exemptionNotFound();
    return exemption;
  }

  async #inTransaction<T>(
    entityRef: string,
    at: string,
    write: (trx: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    const { database, engine } = this.#options;
    // what fell due before is decided by what was known before
    await engine.settleDue(at);
    return database.transaction(async trx => {
      await lockEntity(trx, entityRef);
      return write(trx);
    });
  }
}

/** The same for one that is hidden from the caller. */
function exemptionNotFound(): NotFoundError {
  return new NotFoundError('There is no such exemption that you may see.');
}

function wrong(path: string, message: string): WrongFieldsError {
  return new WrongFieldsError([{ path, message }]);
}

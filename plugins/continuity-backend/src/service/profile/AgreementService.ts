import { randomUUID } from 'node:crypto';
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
  compareAgreedValues,
  parseAgreementInput,
  type Agreement,
  type AgreementInput,
  type ContinuityPolicy,
  type EntityContinuity,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { Access, CallerAccess } from '../../permissions/CallerAccess';
import type { ProfileStore } from '../../profile/ProfileStore';
import type { RecordStore } from '../../record/RecordStore';
import { EntityContinuityService } from './EntityContinuityService';
import { holdsContinuity } from './holdsContinuity';
import { lockEntity } from './lockEntity';

interface Options {
  database: Knex;
  policy: ContinuityPolicy;
  access: CallerAccess;
  entities: EntityContinuityService;
  profiles: ProfileStore;
  records: RecordStore;
  engine: AssessmentEngine;
  clock: () => Date;
}

/** Records what was agreed with the business. What loosens a duty needs a second person (DOMAIN.md §1). */
export class AgreementService {
  readonly #options: Options;

  static create(options: Options) {
    return new AgreementService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async record(
    entityRef: string,
    input: AgreementInput,
    options: { credentials: BackstageCredentials },
  ): Promise<EntityContinuity> {
    const { access: caller, entities, policy, clock } = this.#options;
    const access = await caller.of(options.credentials);
    caller.assertNotDenied(access, 'agreement.create');
    const opened = await entities.open(entityRef, access);
    await caller.assertAllowed(access, 'agreement.create', entityRef);
    if (!holdsContinuity(opened.entity)) {
      throw new WrongFieldsError([
        {
          path: 'path',
          message: `Nothing can be agreed about a ${opened.entity.facts.kind}.`,
        },
      ]);
    }
    const parsed = parseAgreementInput(input, {
      policy,
      entityRef,
      now: clock().toISOString(),
    });
    if (!parsed.ok) {
      throw new WrongFieldsError(
        parsed.issues.map(({ field, message }) => ({
          path: field in input.values ? `values.${field}` : field,
          message,
        })),
      );
    }
    // a part that takes over its system's agreement is bound by it, until one of its own is in force
    const bindsNow = opened.stored.assessment.agreement.current;
    await this.#inTransaction(entityRef, (trx, at) =>
      this.#add(trx, { entityRef, input: parsed.input, bindsNow, access, at }),
    );
    return entities.get(entityRef, options);
  }

  async confirm(
    entityRef: string,
    id: string,
    options: Decision,
  ): Promise<EntityContinuity> {
    return this.#decide(entityRef, id, { ...options, to: 'in-force' });
  }

  async reject(
    entityRef: string,
    id: string,
    options: Decision,
  ): Promise<EntityContinuity> {
    return this.#decide(entityRef, id, { ...options, to: 'rejected' });
  }

  async #add(
    trx: Knex.Transaction,
    options: {
      entityRef: string;
      input: AgreementInput;
      bindsNow: Agreement | null;
      access: Access;
      at: string;
    },
  ): Promise<void> {
    const { profiles, records, policy } = this.#options;
    const { entityRef, input, access, at } = options;
    const known = await this.#ofEntity(entityRef, trx);
    const inForce = known.find(({ state }) => state === 'in-force');
    const before = inForce ?? options.bindsNow;
    const looser = before
      ? compareAgreedValues(before.values, input.values, policy)
      : [];
    const agreement: Agreement = {
      id: randomUUID(),
      entityRef,
      values: input.values,
      with: input.with,
      reference: input.reference,
      agreedOn: input.agreedOn,
      state: looser.length > 0 ? 'awaiting-second-person' : 'in-force',
      looserThanBefore: looser,
      recordedBy: access.subject,
      recordedAt: at,
      ...(input.note ? { note: input.note } : {}),
    };
    const replaced = known.filter(
      ({ state }) =>
        state === 'awaiting-second-person' ||
        (state === 'in-force' && agreement.state === 'in-force'),
    );
    for (const { id, state } of replaced) {
      await profiles.setAgreementState(trx, {
        id,
        from: state,
        to: 'superseded',
      });
    }
    await profiles.addAgreement(trx, agreement);
    await records.append(trx, [
      {
        entityRef,
        type: 'agreement',
        action: 'recorded',
        by: access.subject,
        at,
        ...(input.note ? { reason: input.note } : {}),
        before: before ? described(before) : null,
        after: described(agreement),
      },
    ]);
  }

  async #decide(
    entityRef: string,
    id: string,
    options: Decision & { to: 'in-force' | 'rejected' },
  ): Promise<EntityContinuity> {
    const { access: caller, entities } = this.#options;
    const access = await caller.of(options.credentials);
    caller.assertNotDenied(access, 'agreement.approve');
    await entities.open(entityRef, access);
    await caller.assertAllowed(access, 'agreement.approve', entityRef);
    await this.#inTransaction(entityRef, async (trx, at) => {
      const known = await this.#ofEntity(entityRef, trx);
      const agreement = known.find(candidate => candidate.id === id);
      assertWaitsForAnother(agreement, access);
      await this.#settle(trx, { agreement, known, access, at, ...options });
    });
    return entities.get(entityRef, options);
  }

  async #settle(
    trx: Knex.Transaction,
    options: {
      agreement: Agreement;
      known: Agreement[];
      access: Access;
      at: string;
      to: 'in-force' | 'rejected';
      reason?: string;
    },
  ): Promise<void> {
    const { profiles, records } = this.#options;
    const { agreement, known, access, at, to, reason } = options;
    const before = known.find(({ state }) => state === 'in-force');
    const isSettled = await profiles.setAgreementState(trx, {
      id: agreement.id,
      from: 'awaiting-second-person',
      to,
      confirmedBy: access.subject,
      confirmedAt: at,
    });
    if (!isSettled) throw alreadyDecided();
    if (to === 'in-force' && before) {
      await profiles.setAgreementState(trx, {
        id: before.id,
        from: 'in-force',
        to: 'superseded',
      });
    }
    await records.append(trx, [
      {
        entityRef: agreement.entityRef,
        type: 'agreement',
        action: to === 'in-force' ? 'confirmed' : 'rejected',
        by: access.subject,
        at,
        ...(reason ? { reason } : {}),
        before: before ? described(before) : null,
        after: described({ ...agreement, state: to }),
      },
    ]);
  }

  async #inTransaction(
    entityRef: string,
    write: (trx: Knex.Transaction, at: string) => Promise<void>,
  ): Promise<void> {
    const { database, engine, clock } = this.#options;
    const at = clock().toISOString();
    await engine.settleDue(at);
    await database.transaction(async trx => {
      await lockEntity(trx, entityRef);
      await write(trx, at);
      await engine.markDirty(trx, [entityRef], at);
    });
  }

  async #ofEntity(
    entityRef: string,
    trx: Knex.Transaction,
  ): Promise<Agreement[]> {
    const found = await this.#options.profiles.agreementsOf([entityRef], trx);
    return found.get(entityRef) ?? [];
  }
}

interface Decision {
  reason?: string;
  credentials: BackstageCredentials<BackstageUserPrincipal>;
}

function assertWaitsForAnother(
  agreement: Agreement | undefined,
  access: Access,
): asserts agreement is Agreement {
  if (!agreement) {
    throw new NotFoundError('There is no such agreement of this entity.');
  }
  if (agreement.state !== 'awaiting-second-person') throw alreadyDecided();
  if (agreement.recordedBy === access.subject) {
    throw new NotAllowedError(
      'You recorded this agreement yourself. It loosens a duty, so another person has to decide on it.',
    );
  }
}

function alreadyDecided(): ConflictError {
  return new ConflictError(
    'This agreement does not wait for a second person any more; load the page again to see what holds.',
  );
}

function described({
  id,
  values,
  state,
  agreedOn,
  reference,
  with: withWhom,
  looserThanBefore,
}: Agreement): Record<string, unknown> {
  return {
    id,
    values,
    state,
    agreedOn,
    reference,
    with: withWhom,
    ...(looserThanBefore.length > 0 ? { looserThanBefore } : {}),
  };
}

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type {
  ChangeDetail,
  changeImplementRequestSchema,
  changeReviewRequestSchema,
  changeUpdateRequestSchema,
  ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import type { z } from 'zod';
import type { StoredChange } from '../../change/ChangeStore';
import {
  approvedBy,
  assertMay,
  implementedBy,
  steppedTo,
} from '../../change/changeSteps';
import { ChangeWriter } from '../../change/ChangeWriter';
import type { ChangeStepName } from '../../change/mayStep';
import { ChangeConflictError } from '../../contract/ChangeConflictError';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import {
  ChangeAccess,
  ChangeCaller,
  ChangeRight,
} from '../../permissions/ChangeAccess';
import { ChangeReader } from './ChangeReader';
import { ChangeSight } from './ChangeSight';

interface Options {
  policy: ContinuityPolicy;
  changeAccess: ChangeAccess;
  changeReader: ChangeReader;
  changeSight: ChangeSight;
  changeWriter: ChangeWriter;
}

type Asked = { credentials: BackstageCredentials };

/** Lets people move recorded changes on: approve, implement, withdraw, review them. */
export class ChangeService {
  readonly #options: Options;

  static create(options: Options) {
    return new ChangeService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async get(changeId: string, { credentials }: Asked): Promise<ChangeDetail> {
    const caller = await this.#options.changeAccess.of(credentials);
    return this.#options.changeReader.detail(changeId, caller);
  }

  async update(
    changeId: string,
    request: z.output<typeof changeUpdateRequestSchema> &
      Asked & { revision: number },
  ): Promise<ChangeDetail> {
    const { changeReader, changeWriter } = this.#options;
    const { credentials, revision, reason, ...said } = request;
    const caller = await this.#open(changeId, 'update', credentials);
    const current = await changeReader.detail(changeId, caller);
    if (current.revision !== revision) throw new ChangeConflictError(current);
    await changeWriter.change(
      changeId,
      caller.access.subject,
      ({ change: before }) => {
        if (before.revision !== revision) {
          throw new ConflictError(
            'Somebody else changed this at the same moment. Load it again.',
          );
        }
        assertMay('update', before, { by: caller.access.subject });
        const change = { ...before, ...said };
        assertWindow(change);
        const fields = Object.keys(said) as Array<keyof typeof said>;
        const changed = fields.filter(name => change[name] !== before[name]);
        if (changed.length === 0) return null;
        const only = (values: StoredChange) =>
          Object.fromEntries(changed.map(name => [name, values[name]]));
        return {
          change,
          record: {
            action: 'updated',
            reason,
            before: only(before),
            after: only(change),
          },
        };
      },
    );
    return changeReader.detail(changeId, caller);
  }

  async approve(
    changeId: string,
    { note, credentials }: Asked & { note?: string },
  ): Promise<ChangeDetail> {
    return this.#step(changeId, {
      name: 'approve',
      right: 'approve',
      credentials,
      reason: note,
      apply: approvedBy,
    });
  }

  async implement(
    changeId: string,
    {
      at: when,
      note,
      credentials,
    }: z.output<typeof changeImplementRequestSchema> & Asked,
  ): Promise<ChangeDetail> {
    const now = this.#options.changeWriter.now();
    assertPast(when, now);
    return this.#step(changeId, {
      name: 'implement',
      right: 'update',
      credentials,
      reason: note,
      apply: (change, how) =>
        implementedBy(change, { ...how, when, policy: this.#options.policy }),
    });
  }

  async withdraw(
    changeId: string,
    { reason, credentials }: Asked & { reason: string },
  ): Promise<ChangeDetail> {
    return this.#step(changeId, {
      name: 'withdraw',
      right: 'update',
      credentials,
      reason,
      apply: change => ({ ...change, state: 'withdrawn' }),
    });
  }

  async review(
    changeId: string,
    {
      outcome,
      major,
      credentials,
    }: z.output<typeof changeReviewRequestSchema> & Asked,
  ): Promise<ChangeDetail> {
    return this.#step(changeId, {
      name: 'review',
      right: 'review',
      credentials,
      reason: outcome,
      apply: (change, { by, at }) => ({
        ...change,
        major: major ?? change.major,
        reviewDoneAt: at,
        reviewDoneBy: by,
        reviewOutcome: outcome,
      }),
    });
  }

  async #open(
    changeId: string,
    right: ChangeRight,
    credentials: BackstageCredentials,
  ): Promise<ChangeCaller> {
    const { changeAccess, changeSight } = this.#options;
    const caller = await changeAccess.of(credentials);
    changeAccess.assertNotDenied(caller, right);
    await changeSight.open(changeId, caller.access);
    await changeAccess.assertAllowed(caller, right, changeId);
    return caller;
  }

  async #step(
    changeId: string,
    step: Asked & {
      name: ChangeStepName;
      right: ChangeRight;
      reason?: string;
      apply: (
        change: StoredChange,
        how: { by: string; at: string },
      ) => StoredChange;
    },
  ): Promise<ChangeDetail> {
    const { changeReader, changeWriter } = this.#options;
    const { name, right, credentials, reason, apply } = step;
    const caller = await this.#open(changeId, right, credentials);
    const by = caller.access.subject;
    await changeWriter.change(changeId, by, ({ change, at }) => {
      assertMay(name, change, { by });
      return steppedTo(apply(change, { by, at }), { name, change, reason });
    });
    return changeReader.detail(changeId, caller);
  }
}

function assertPast(when: string | undefined, now: string): void {
  if (when === undefined || when <= now) return;
  throw new WrongFieldsError([
    {
      path: 'at',
      message: 'This is in the future. Say when it was done.',
    },
  ]);
}

function assertWindow({ plannedStart, plannedEnd }: StoredChange): void {
  if (!plannedStart || !plannedEnd || plannedStart < plannedEnd) return;
  throw new WrongFieldsError([
    {
      path: 'plannedEnd',
      message: 'The window ends before it starts. Write a later end.',
    },
  ]);
}

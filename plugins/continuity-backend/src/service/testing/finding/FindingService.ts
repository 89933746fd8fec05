import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  decideFindingTransition,
  findingSeverities,
  type findingAcceptRequestSchema,
  type findingCreateRequestSchema,
  type FindingDetail,
  type findingResolveRequestSchema,
  type FindingState,
  type FindingTransition,
  type findingUpdateRequestSchema,
  type findingVerifyRequestSchema,
} from 'backstage-plugin-continuity-common';
import type { z } from 'zod';
import type { MirrorStore } from '../../../catalog/MirrorStore';
import { FindingConflictError } from '../../../contract/FindingConflictError';
import { WrongFieldsError } from '../../../contract/WrongFieldsError';
import { partiesOf } from '../../../permissions/partiesOf';
import {
  FindingAccess,
  FindingRight,
} from '../../../permissions/FindingAccess';
import type { StoredFinding } from '../../../testing/finding/FindingStore';
import { decided, FindingWriter } from '../../../testing/finding/FindingWriter';
import { FindingChecks } from './FindingChecks';
import { FindingReader } from './FindingReader';
import { FindingSight } from './FindingSight';
import { transitionSubject } from './FindingSummaries';

interface Options {
  mirror: MirrorStore;
  findingAccess: FindingAccess;
  findingSight: FindingSight;
  findingReader: FindingReader;
  findingWriter: FindingWriter;
  findingChecks: FindingChecks;
}

type Asked = { credentials: BackstageCredentials };
type UpdateRequest = z.output<typeof findingUpdateRequestSchema>;

/** What history calls each step. */
const done: Record<FindingTransition, string> = {
  update: 'updated',
  start: 'started',
  resolve: 'resolved',
  verify: 'verified',
  accept: 'accepted',
  reopen: 'reopened',
};

/** Lets people write findings down, work on them, verify and accept them. */
export class FindingService {
  readonly #options: Options;

  static create(options: Options) {
    return new FindingService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async get(findingId: string, { credentials }: Asked): Promise<FindingDetail> {
    const caller = await this.#options.findingAccess.of(credentials);
    return this.#options.findingReader.detail(findingId, caller);
  }

  async create(
    request: z.output<typeof findingCreateRequestSchema>,
    { credentials }: Asked,
  ): Promise<FindingDetail> {
    const { findingAccess, findingChecks, findingSight, findingWriter } =
      this.#options;
    const { testId, ...draft } = request;
    const caller = await findingAccess.of(credentials);
    await findingChecks.drafts([draft], { access: caller.access });
    if (testId !== undefined) {
      const seen = await findingSight.testTitles([testId], caller.access);
      if (!seen.has(testId)) {
        throw new WrongFieldsError([
          {
            path: 'testId',
            message:
              'There is no such test that you may see. Name another one, or leave it out.',
          },
        ]);
      }
    }
    const id = await findingWriter.begin(draft, {
      source: testId ? { kind: 'test', testId } : { kind: 'manual' },
      by: caller.access.subject,
    });
    return this.#options.findingReader.detail(id, caller);
  }

  async update(
    findingId: string,
    request: UpdateRequest & { revision: number },
    { credentials }: Asked,
  ): Promise<FindingDetail> {
    const { findingChecks, findingReader, findingWriter } = this.#options;
    const { caller, finding, hidden } = await this.#open(
      findingId,
      'update',
      credentials,
    );
    const known = new Set([finding.ownerRef, ...finding.entities]);
    const added = ({ ref }: { ref: string }) => !known.has(ref);
    await findingChecks.named(
      {
        parties: request.owner
          ? [{ path: 'owner', ref: request.owner }].filter(added)
          : [],
        entities: (request.entities ?? [])
          .map((ref, at) => ({ path: `entities.${at}`, ref }))
          .filter(added),
      },
      caller.access,
    );
    if (finding.revision !== request.revision) {
      throw new FindingConflictError(
        await findingReader.detail(findingId, caller),
      );
    }
    const by = caller.access.subject;
    await findingWriter.change(findingId, by, ({ finding: before }) => {
      if (before.revision !== request.revision) {
        throw new ConflictError(
          'Somebody else changed this finding at the same moment. Load it again.',
        );
      }
      decide('update', before, { by });
      const after = applied(before, request, hidden);
      const changes = differences(before, after);
      if (!changes) return null;
      assertReason(before, after, request.reason);
      return {
        finding: after,
        record: { action: 'updated', reason: request.reason, ...changes },
      };
    });
    return findingReader.detail(findingId, caller);
  }

  async start(
    findingId: string,
    { note, credentials }: Asked & { note?: string },
  ): Promise<FindingDetail> {
    return this.#step(findingId, {
      transition: 'start',
      right: 'update',
      credentials,
      reason: note,
    });
  }

  async resolve(
    findingId: string,
    request: z.output<typeof findingResolveRequestSchema> & Asked,
  ): Promise<FindingDetail> {
    const { what, cause, credentials } = request;
    return this.#step(findingId, {
      transition: 'resolve',
      right: 'update',
      credentials,
      reason: what,
      change: (finding, { by, at }) => ({
        cause: cause ?? finding.cause,
        resolution: { by, at, what },
        verification: null,
      }),
    });
  }

  async verify(
    findingId: string,
    request: z.output<typeof findingVerifyRequestSchema> & Asked,
  ): Promise<FindingDetail> {
    const { worked, note, credentials } = request;
    return this.#step(findingId, {
      transition: 'verify',
      right: 'verify',
      credentials,
      reason: note,
      action: worked ? 'verified' : 'did-not-work',
      worked,
      change: (_finding, { by, at }) => ({
        verification: { by, at, worked, note },
        closedAt: worked ? at : null,
      }),
    });
  }

  async accept(
    findingId: string,
    request: z.output<typeof findingAcceptRequestSchema> & Asked,
  ): Promise<FindingDetail> {
    const { reason, requestedBy = null, credentials } = request;
    return this.#step(findingId, {
      transition: 'accept',
      right: 'accept',
      credentials,
      reason,
      requestedBy,
      change: (_finding, { by, at }) => ({
        acceptance: { approver: by, at, reason, requestedBy },
        closedAt: at,
      }),
    });
  }

  async reopen(
    findingId: string,
    { reason, credentials }: Asked & { reason: string },
  ): Promise<FindingDetail> {
    return this.#step(findingId, {
      transition: 'reopen',
      right: 'update',
      credentials,
      reason,
      change: () => ({
        resolution: null,
        verification: null,
        acceptance: null,
        closedAt: null,
      }),
    });
  }

  async #open(
    findingId: string,
    right: FindingRight,
    credentials: BackstageCredentials,
  ) {
    const { findingAccess, findingSight } = this.#options;
    const caller = await findingAccess.of(credentials);
    findingAccess.assertNotDenied(caller, right);
    const seen = await findingSight.open(findingId, caller.access);
    await findingAccess.assertAllowed(caller, right, findingId);
    return { caller, ...seen };
  }

  async #step(
    findingId: string,
    step: {
      transition: FindingTransition;
      right: FindingRight;
      credentials: BackstageCredentials;
      reason?: string;
      action?: string;
      worked?: boolean;
      requestedBy?: string | null;
      change?: (
        finding: StoredFinding,
        how: { by: string; at: string },
      ) => Partial<StoredFinding>;
    },
  ): Promise<FindingDetail> {
    const { findingChecks, findingReader, findingWriter, mirror } =
      this.#options;
    const { transition, right, requestedBy, worked, reason } = step;
    const { caller } = await this.#open(findingId, right, step.credentials);
    if (requestedBy) {
      await findingChecks.named(
        {
          parties: [{ path: 'requestedBy', ref: requestedBy }],
          entities: [],
        },
        caller.access,
      );
    }
    const by = caller.access.subject;
    const ownership = await partiesOf(caller.access, mirror);
    await findingWriter.change(findingId, by, ({ finding, at }) => {
      const to = decide(transition, finding, {
        by,
        ownership,
        worked,
        requestedBy,
      });
      const changed = { ...finding, state: to };
      Object.assign(changed, step.change?.(finding, { by, at }));
      return {
        finding: changed,
        record: {
          action: step.action ?? done[transition],
          reason,
          before: { state: finding.state },
          after: {
            state: to,
            ...(changed.cause !== finding.cause && { cause: changed.cause }),
            ...(requestedBy && { requestedBy }),
          },
        },
      };
    });
    return findingReader.detail(findingId, caller);
  }
}

function decide(
  transition: FindingTransition,
  finding: StoredFinding,
  options: Parameters<typeof decideFindingTransition>[2],
): FindingState {
  const decision = decideFindingTransition(
    transition,
    transitionSubject(finding),
    options,
  );
  if (decision.ok) return decision.to;
  throw decision.why === 'conflict'
    ? new ConflictError(decision.message)
    : new NotAllowedError(decision.message);
}

/** What is left out stays; entities that the editor may not see stay, too. */
function applied(
  before: StoredFinding,
  request: UpdateRequest,
  hidden: ReadonlySet<string>,
): StoredFinding {
  const kept = before.entities.filter(ref => hidden.has(ref));
  return {
    ...before,
    title: request.title ?? before.title,
    severity: request.severity ?? before.severity,
    ownerRef: request.owner ?? before.ownerRef,
    dueOn: request.dueOn ?? before.dueOn,
    description: request.description ?? before.description,
    cause: request.cause ?? before.cause,
    ticket: request.ticket === undefined ? before.ticket : request.ticket,
    entities: request.entities
      ? [...new Set([...request.entities, ...kept])].sort()
      : before.entities,
  };
}

function differences(before: StoredFinding, after: StoredFinding) {
  const [from, to] = [decided(before), decided(after)];
  const keys = (Object.keys(from) as Array<keyof typeof from>).filter(
    key => JSON.stringify(from[key]) !== JSON.stringify(to[key]),
  );
  if (keys.length === 0) return null;
  const only = (values: typeof from) =>
    Object.fromEntries(keys.map(key => [key, values[key]]));
  return { before: only(from), after: only(to) };
}

/** Whoever gives a finding more time, or takes it for less bad, says why. */
function assertReason(
  before: StoredFinding,
  after: StoredFinding,
  reason: string | undefined,
): void {
  const rank = findingSeverities.indexOf.bind(findingSeverities);
  const isEased =
    after.dueOn > before.dueOn || rank(after.severity) > rank(before.severity);
  if (!isEased || reason) return;
  throw new WrongFieldsError([
    {
      path: 'reason',
      message: 'Say why it may be done later, or is less severe.',
    },
  ]);
}

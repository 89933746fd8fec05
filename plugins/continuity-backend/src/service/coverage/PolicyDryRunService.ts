import { randomUUID } from 'node:crypto';
import type {
  BackstageCredentials,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  readPolicyText,
  type ContinuityPolicy,
  type DryRunChangeList,
  type DryRunChangesQuery,
  type PolicyDryRun,
  type PolicyTextProblem,
} from 'backstage-plugin-continuity-common';
import type { DatabaseMirrorStore } from '../../catalog/DatabaseMirrorStore';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { PolicyDryRunStore } from '../../coverage/dryRun/PolicyDryRunStore';
import { CallerAccess } from '../../permissions/CallerAccess';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { triggerTask } from '../triggerTask';

/** Id of the task that works out dry runs. */
export const DRY_RUN_TASK = 'continuity-policy-dry-run';

/** What was found gets old with what it was found in. */
const KEPT_MS = 24 * 3_600_000;
const USUAL_PAGE = 50;

interface Options {
  policyDryRuns: PolicyDryRunStore;
  mirror: DatabaseMirrorStore;
  access: CallerAccess;
  visibility: CatalogVisibility;
  scheduler: SchedulerService;
  clock: () => Date;
}

type Caller = { credentials: BackstageCredentials };

/** Takes orders for dry runs of a policy, and tells what they found to those who asked. */
export class PolicyDryRunService {
  readonly #options: Options;

  static create(options: Options): PolicyDryRunService {
    return new PolicyDryRunService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async start(
    request: { text: string },
    { credentials }: Caller,
  ): Promise<PolicyDryRun> {
    const { policyDryRuns, mirror, access, scheduler, clock } = this.#options;
    const policy = policyIn(request.text);
    const { subject } = await access.of(credentials);
    const now = clock();
    await policyDryRuns.replace({
      id: randomUUID(),
      requestedBy: subject,
      requestedAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + KEPT_MS).toISOString(),
      policy,
      total: (await mirror.countByRole()).entities,
    });
    const run = await this.#of(subject);
    await triggerTask(scheduler, DRY_RUN_TASK);
    return run!;
  }

  async latest({ credentials }: Caller): Promise<{ run: PolicyDryRun | null }> {
    const { subject } = await this.#options.access.of(credentials);
    return { run: (await this.#of(subject)) ?? null };
  }

  async get(id: string, { credentials }: Caller): Promise<PolicyDryRun> {
    const { subject } = await this.#options.access.of(credentials);
    const run = await this.#of(subject);
    if (run?.id !== id) {
      throw new NotFoundError(
        'You have no such dry run. It goes after a day, or when you ask for another one.',
      );
    }
    return run;
  }

  async changes(
    id: string,
    query: DryRunChangesQuery,
    caller: Caller,
  ): Promise<DryRunChangeList> {
    const { policyDryRuns, visibility } = this.#options;
    const run = await this.get(id, caller);
    if (run.state !== 'done') {
      throw new ConflictError('It is not worked out yet. Look again later.');
    }
    const { limit = USUAL_PAGE } = query;
    const sight = await visibility.resolve(
      await visibility.decide(caller.credentials),
    );
    const { items, visible, all } = await policyDryRuns.changes(id, {
      changes: query.change,
      sight,
      after: positionOf(query.cursor),
      limit: limit + 1,
    });
    const shown = items.slice(0, limit);
    return {
      items: shown.map(({ item }) => item),
      totalItems: visible,
      hidden: all - visible,
      pageInfo: {
        ...(items.length > limit && {
          nextCursor: String(shown[shown.length - 1].position),
        }),
      },
    };
  }

  async #of(subject: string): Promise<PolicyDryRun | undefined> {
    const { policyDryRuns, clock } = this.#options;
    return policyDryRuns.of(subject, { now: clock().toISOString() });
  }
}

/** @throws WrongFieldsError with each mistake and the path that leads to it, as start-up says them. */
function policyIn(text: string): ContinuityPolicy {
  const read = readPolicyText(text);
  if (read.ok) return read.policy;
  throw new WrongFieldsError(read.problems.map(issueOf));
}

function issueOf({ path, line, message }: PolicyTextProblem) {
  return { path, message: line === null ? message : `Line ${line}: ${message}` };
}

function positionOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new WrongFieldsError([
    {
      path: 'cursor',
      message:
        'This is no cursor of this list. Send the nextCursor of the page before, or leave it out.',
    },
  ]);
}

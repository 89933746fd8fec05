import {
  refused,
  type TestContents,
  type TestedPlan,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { CatalogRefresh } from '../../catalog/CatalogRefresh';
import type { MirrorStore } from '../../catalog/MirrorStore';
import {
  RequestIssue,
  WrongFieldsError,
} from '../../contract/WrongFieldsError';
import type { TestCaller } from '../../permissions/TestAccess';
import { keyOf, readTestedPlans } from '../../testing/TestedPlans';
import { TestSight } from './TestSight';

interface Options {
  database: Knex;
  mirror: MirrorStore;
  testSight: TestSight;
  refresh: CatalogRefresh;
  peopleKnown: () => Promise<boolean>;
}

const isPerson = (ref: string) => ref.startsWith('user:');
const isParty = (ref: string) => /^(?:user|group):/.test(ref);

/** Checks what people name in tests, as far as they can see it: what is hidden from them is refused like what does not exist. */
export class TestChecks {
  readonly #options: Options;

  static create(options: Options) {
    return new TestChecks(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Refuses what is newly named and does not exist; what was named before may have left since. */
  async contents(
    contents: TestContents,
    options: {
      before: TestContents | null;
      caller: TestCaller;
      /** Where the contents stand in what was sent; empty where they are the body. */
      path?: string;
    },
  ): Promise<void> {
    const { before, caller, path = 'contents' } = options;
    const known = new Set(
      before
        ? [...before.entities, ...before.participants, before.facilitator]
        : [],
    );
    const named = [
      ...contents.entities.map((ref, at) => ({ path: `entities.${at}`, ref })),
      ...contents.participants.map((ref, at) => ({
        path: `participants.${at}`,
        ref,
      })),
      { path: 'facilitator', ref: contents.facilitator },
    ].filter(({ ref }) => !known.has(ref));
    const unknown = await this.#unknown(
      [...new Set(named.map(({ ref }) => ref))],
      caller,
    );
    const issues: RequestIssue[] = named.flatMap(({ path: field, ref }) => {
      const found = refusalOf(field, ref, unknown.has(ref));
      return found ? [{ path: within(path, field), ...found }] : [];
    });
    issues.push(...(await this.#plans(contents, { before, caller, path })));
    if (issues.length > 0) throw new WrongFieldsError(issues);
  }

  /** The refs among the given ones that don't exist, as far as the caller can see. */
  async unknownAmong(refs: string[], caller: TestCaller): Promise<Set<string>> {
    return this.#unknown(refs, caller);
  }

  /** The plan versions among the given ones that exist, and of whose scope the caller may see something. */
  async visiblePlans(
    plans: TestedPlan[],
    caller: TestCaller,
  ): Promise<Set<string>> {
    const found = await readTestedPlans(this.#options.database, plans);
    const scopes = [...found].map(([key, { contents }]) => ({
      key,
      scope: contents.scope.map(({ entityRef }) => entityRef),
    }));
    const hidden = await this.#options.testSight.hiddenAmong(
      scopes.flatMap(({ scope }) => scope),
      caller,
    );
    return new Set(
      scopes
        .filter(
          ({ scope }) =>
            scope.length === 0 || scope.some(ref => !hidden.has(ref)),
        )
        .map(({ key }) => key),
    );
  }

  async #plans(
    contents: TestContents,
    options: {
      before: TestContents | null;
      caller: TestCaller;
      path: string;
    },
  ): Promise<RequestIssue[]> {
    const { before, caller, path } = options;
    const earlier = new Set((before?.plans ?? []).map(keyOf));
    const added = contents.plans.filter(plan => !earlier.has(keyOf(plan)));
    if (added.length === 0) return [];
    const visible = await this.visiblePlans(added, caller);
    return contents.plans.flatMap((plan, at) =>
      earlier.has(keyOf(plan)) || visible.has(keyOf(plan))
        ? []
        : [
            {
              path: within(path, `plans.${at}`),
              message: `There is no version ${plan.version} of this plan. Name one that exists.`,
            },
          ],
    );
  }

  async #unknown(refs: string[], caller: TestCaller): Promise<Set<string>> {
    const { mirror, testSight, refresh, peopleKnown } = this.#options;
    if (refs.length === 0) return new Set();
    const known = await mirror.get(refs);
    if (refs.some(ref => !known.has(ref))) {
      // somebody may name what was registered a minute ago
      await refresh.refresh(refs.slice(0, 500), {
        credentials: caller.access.credentials,
      });
    }
    const mirrored = await mirror.get(refs);
    const hidden = await testSight.hiddenAmong(refs, caller);
    const canTell = await peopleKnown();
    return new Set(
      refs.filter(ref => {
        if (hidden.has(ref)) return true;
        if (mirrored.has(ref)) return false;
        return canTell || !isParty(ref);
      }),
    );
  }
}

function within(path: string, field: string): string {
  return path === '' ? field : `${path}.${field}`;
}

function refusalOf(
  field: string,
  ref: string,
  isUnknown: boolean,
): Omit<RequestIssue, 'path'> | undefined {
  if (field === 'facilitator' && !isPerson(ref)) {
    return refused('test-facilitator-no-user');
  }
  if (field.startsWith('participants') && !isParty(ref)) {
    return { message: `${ref} is no user or group.` };
  }
  if (field.startsWith('entities') && isParty(ref)) {
    return refused('test-of-party', { ref });
  }
  return isUnknown ? refused('ref-unknown', { ref }) : undefined;
}

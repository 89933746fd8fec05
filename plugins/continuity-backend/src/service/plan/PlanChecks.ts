import {
  normaliseRef,
  refused,
  type PlanContents,
} from 'backstage-plugin-continuity-common';
import type { CatalogRefresh } from '../../catalog/CatalogRefresh';
import type { MirrorStore } from '../../catalog/MirrorStore';
import {
  RequestIssue,
  WrongFieldsError,
} from '../../contract/WrongFieldsError';
import { PlanCaller } from '../../permissions/PlanAccess';
import { PlanSight } from './PlanSight';

interface Options {
  mirror: MirrorStore;
  planSight: PlanSight;
  refresh: CatalogRefresh;
  peopleKnown: () => Promise<boolean>;
}

/** Checks what people name in plans, as far as they can see it: what is hidden from them is refused like what does not exist. */
export class PlanChecks {
  readonly #options: Options;

  static create(options: Options) {
    return new PlanChecks(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** A user or group as a full ref. */
  async party(
    text: string,
    options: { path: string; caller: PlanCaller },
  ): Promise<string> {
    const { path, caller } = options;
    const ref = normaliseRef(text, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    const isParty = ref !== undefined && /^(?:user|group):/.test(ref);
    const issue = isParty
      ? (await this.#unknown([ref], caller)).has(ref)
      : true;
    if (issue) {
      throw new WrongFieldsError([
        { path, ...refused('party-unknown', { ref: text }) },
      ]);
    }
    return ref!;
  }

  /** Refuses what is newly named and does not exist; what was named before may have left since. */
  async contents(
    contents: PlanContents,
    options: { before: PlanContents | null; caller: PlanCaller },
  ): Promise<void> {
    const { before, caller } = options;
    const earlier = new Set(before ? named(before).map(({ ref }) => ref) : []);
    const added = named(contents).filter(({ ref }) => !earlier.has(ref));
    if (added.length === 0) return;
    const unknown = await this.#unknown(
      [...new Set(added.map(({ ref }) => ref))],
      caller,
    );
    const issues: RequestIssue[] = added
      .filter(({ ref }) => unknown.has(ref))
      .map(({ path, ref }) => ({
        path,
        ...refused('ref-unknown', { ref }),
      }));
    if (issues.length > 0) throw new WrongFieldsError(issues);
  }

  async #unknown(refs: string[], caller: PlanCaller): Promise<Set<string>> {
    const { mirror, planSight, refresh, peopleKnown } = this.#options;
    const known = await mirror.get(refs);
    if (refs.some(ref => !known.has(ref))) {
      // somebody may name what was registered a minute ago
      await refresh.refresh(refs.slice(0, 500), {
        credentials: caller.access.credentials,
      });
    }
    const mirrored = await mirror.get(refs);
    const hidden = await planSight.hiddenAmong(refs, caller);
    const canTell = await peopleKnown();
    return new Set(
      refs.filter(ref => {
        if (hidden.has(ref)) return true;
        if (mirrored.has(ref)) return false;
        return canTell || !/^(?:user|group):/.test(ref);
      }),
    );
  }
}

/** The refs that contents name in their structure, with where they stand. */
function named(contents: PlanContents): Array<{ path: string; ref: string }> {
  return [
    ...contents.scope.map(({ entityRef }, at) => ({
      path: `contents.scope.${at}.entityRef`,
      ref: entityRef,
    })),
    ...contents.contacts.flatMap(({ party }, at) =>
      party.kind === 'internal'
        ? [{ path: `contents.contacts.${at}.party.ref`, ref: party.ref }]
        : [],
    ),
    ...contents.steps.flatMap(({ entities }, at) =>
      entities.map(({ entityRef }, index) => ({
        path: `contents.steps.${at}.entities.${index}.entityRef`,
        ref: entityRef,
      })),
    ),
  ];
}

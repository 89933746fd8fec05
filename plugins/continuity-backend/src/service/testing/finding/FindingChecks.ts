import {
  normaliseRef,
  type FindingDraft,
} from 'backstage-plugin-continuity-common';
import type { CatalogRefresh } from '../../../catalog/CatalogRefresh';
import type { MirrorStore } from '../../../catalog/MirrorStore';
import {
  RequestIssue,
  WrongFieldsError,
} from '../../../contract/WrongFieldsError';
import { Access } from '../../../permissions/CallerAccess';
import { HiddenEntities } from '../../../permissions/HiddenEntities';

interface Options {
  mirror: MirrorStore;
  hiddenEntities: HiddenEntities;
  refresh: CatalogRefresh;
  peopleKnown: () => Promise<boolean>;
}

type Named = { path: string; ref: string };

/** Checks what people name in findings, as far as they can see it: what is hidden from them is refused like what does not exist. */
export class FindingChecks {
  readonly #options: Options;

  static create(options: Options) {
    return new FindingChecks(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Findings that are written down; `path` is where they stand in what was sent. */
  async drafts(
    drafts: Array<Pick<FindingDraft, 'owner' | 'entities'>>,
    options: { path?: string; access: Access },
  ): Promise<void> {
    const { path, access } = options;
    const at = (index: number, rest: string) =>
      path === undefined ? rest : `${path}.${index}.${rest}`;
    await this.named(
      {
        parties: drafts.map(({ owner }, index) => ({
          path: at(index, 'owner'),
          ref: owner,
        })),
        entities: drafts.flatMap(({ entities }, index) =>
          entities.map((ref, each) => ({
            path: at(index, `entities.${each}`),
            ref,
          })),
        ),
      },
      access,
    );
  }

  /** @throws WrongFieldsError naming all that the caller can't find. */
  async named(
    named: { parties: Named[]; entities: Named[] },
    access: Access,
  ): Promise<void> {
    const refs = [...named.parties, ...named.entities].map(({ ref }) => ref);
    const unknown = await this.#unknown([...new Set(refs)], access);
    const issues: RequestIssue[] = [
      ...named.parties
        .filter(({ ref }) => !isParty(ref) || unknown.has(ref))
        .map(({ path, ref }) => ({
          path,
          message: `${ref} does not exist in the catalog. Name a user or group that does.`,
        })),
      ...named.entities
        .filter(({ ref }) => unknown.has(ref))
        .map(({ path, ref }) => ({
          path,
          message: `${ref} does not exist in the catalog. Name an entity that does.`,
        })),
    ];
    if (issues.length > 0) throw new WrongFieldsError(issues);
  }

  async #unknown(refs: string[], access: Access): Promise<Set<string>> {
    const { mirror, hiddenEntities, refresh, peopleKnown } = this.#options;
    const known = await mirror.get(refs);
    const missing = refs.filter(ref => !known.has(ref));
    if (missing.length > 0) {
      // somebody may name what was registered a minute ago
      await refresh.refresh(missing.slice(0, 500), {
        credentials: access.credentials,
      });
    }
    const mirrored = await mirror.get(refs);
    const hidden = await hiddenEntities.among(refs, access.read);
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

function isParty(ref: string): boolean {
  return /^(?:user|group):/.test(normaliseRef(ref) ?? '');
}

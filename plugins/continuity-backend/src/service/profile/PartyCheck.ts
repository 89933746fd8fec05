import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  refused,
  type ProfilePatch,
  type ProfileValues,
} from 'backstage-plugin-continuity-common';
import type { MirrorStore } from '../../catalog/MirrorStore';
import { RequestIssue } from '../../contract/WrongFieldsError';
import { Access } from '../../permissions/CallerAccess';
import { HiddenEntities } from '../../permissions/HiddenEntities';

interface Options {
  mirror: MirrorStore;
  hiddenEntities: HiddenEntities;
  /** False where the catalog holds no users and groups at all: then nobody can tell who exists. */
  peopleKnown: () => Promise<boolean>;
}

/** Checks that those who are named as recovery owner and alternates exist, as far as the caller can see. */
export class PartyCheck {
  readonly #options: Options;

  static create(options: Options) {
    return new PartyCheck(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** What a patch may name, before it is parsed: to be read again from the catalog. */
  refsIn({ recoveryOwner, recoveryAlternates }: ProfilePatch): string[] {
    return [recoveryOwner, ...(recoveryAlternates ?? [])].flatMap(text => {
      try {
        return text
          ? stringifyEntityRef(
              parseEntityRef(text, {
                defaultKind: 'group',
                defaultNamespace: 'default',
              }),
            )
          : [];
      } catch {
        return [];
      }
    });
  }

  async issues(
    { recoveryOwner, recoveryAlternates = [] }: ProfileValues,
    access: Access,
  ): Promise<RequestIssue[]> {
    const named = [
      ...(recoveryOwner
        ? [{ path: 'values.recoveryOwner', ref: recoveryOwner }]
        : []),
      ...recoveryAlternates.map(ref => ({
        path: 'values.recoveryAlternates',
        ref,
      })),
    ];
    return this.issuesOf(named, access);
  }

  /** The same for refs that stand elsewhere, each with its path in what was sent. */
  async issuesOf(
    named: Array<{ path: string; ref: string }>,
    access: Access,
  ): Promise<RequestIssue[]> {
    if (named.length === 0 || !(await this.#options.peopleKnown())) return [];
    const refs = named.map(({ ref }) => ref);
    const mirrored = await this.#options.mirror.get(refs);
    const hidden = await this.#options.hiddenEntities.among(refs, access.read);
    return named
      .filter(({ ref }) => !mirrored.has(ref) || hidden.has(ref))
      .map(({ path, ref }) => ({
        path,
        ...refused('party-unknown', { ref }),
      }));
  }
}

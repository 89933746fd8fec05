import {
  applyProfilePatch,
  type ProfileField,
  type ProfileValues,
  type RecordEntry,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { RecordStore } from '../record/RecordStore';
import { profileDifference } from './profileDifference';
import type { ProfileStore } from './ProfileStore';

interface Options {
  profiles: ProfileStore;
  records: RecordStore;
}

/** A change of what the portal holds about an entity, checked. */
export interface ProfileChange {
  patch: { values: ProfileValues; cleared: ProfileField[] };
  by: string;
  at: string;
  reason?: string;
  /** The revision the change started from; absent for "whatever it is now". */
  revision?: number;
  imported?: RecordEntry['imported'];
}

/** Writes profiles: the values and their history. What has to be assessed again is said by who ends the transaction. */
export class ProfileWriter {
  readonly #options: Options;

  static create(options: Options) {
    return new ProfileWriter(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async write(
    trx: Knex.Transaction,
    entityRef: string,
    change: ProfileChange,
  ): Promise<'changed' | 'unchanged' | 'stale'> {
    const { profiles, records } = this.#options;
    const { patch, by, at, reason, imported } = change;
    const profile = (await profiles.profilesOf([entityRef], trx)).get(
      entityRef,
    );
    const before: ProfileValues = profile?.values ?? {};
    const stored = profile?.revision ?? 0;
    if (change.revision !== undefined && change.revision !== stored) {
      return 'stale';
    }
    const after = applyProfilePatch(before, patch);
    const difference = profileDifference(before, after);
    if (!difference) return 'unchanged';

    const revision = stored + 1;
    const isSaved = await profiles.save(trx, {
      entityRef,
      values: after,
      revision,
      updatedAt: at,
      updatedBy: by,
    });
    if (!isSaved) return 'stale';
    await records.append(trx, [
      {
        entityRef,
        type: 'profile',
        action: 'updated',
        by,
        at,
        ...(reason ? { reason } : {}),
        ...(imported && { imported }),
        ...difference,
        revision,
      },
    ]);
    return 'changed';
  }
}

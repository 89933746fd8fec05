import {
  canonicalJson,
  profileFields,
  type EffectiveProfile,
  type ProfileField,
  type ProfilePatch,
} from 'backstage-plugin-continuity-common';
import { ownValue } from './profileDraft';

export interface ConflictingField {
  field: ProfileField;
  theirs: unknown;
  mine: unknown;
}

export interface ConflictingFields {
  /** Both changed it, to different values: a person must choose. */
  contested: ConflictingField[];
  /** Only they changed it: their value stays. */
  theirs: ProfileField[];
  /** Only I changed it: my value stays. */
  mine: ProfileField[];
}

const same = (a: unknown, b: unknown) =>
  canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** Compares what was there when the edit began with what was saved meanwhile and with what I want. */
export function conflictingFields(options: {
  base: EffectiveProfile;
  current: EffectiveProfile;
  patch: ProfilePatch;
}): ConflictingFields {
  const { base, current, patch } = options;
  const result: ConflictingFields = { contested: [], theirs: [], mine: [] };
  for (const field of profileFields) {
    const theirs = ownValue(current, field);
    const mine = patch[field];
    const theyChanged = !same(theirs, ownValue(base, field));
    if (mine === undefined) {
      if (theyChanged) result.theirs.push(field);
    } else if (!theyChanged) {
      result.mine.push(field);
    } else if (!same(theirs, mine)) {
      result.contested.push({ field, theirs, mine });
    }
  }
  return result;
}

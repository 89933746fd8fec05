import {
  canonicalJson,
  profileFields,
  type ProfileValues,
} from 'backstage-plugin-continuity-common';

/** What changed between two profiles, for the record: only the fields that differ, null for unset. Undefined when nothing did. */
export function profileDifference(
  before: ProfileValues,
  after: ProfileValues,
):
  | { before: Record<string, unknown>; after: Record<string, unknown> }
  | undefined {
  const changed = profileFields.filter(
    field =>
      canonicalJson(before[field] ?? null) !==
      canonicalJson(after[field] ?? null),
  );
  if (changed.length === 0) return undefined;
  const only = (values: ProfileValues) =>
    Object.fromEntries(changed.map(field => [field, values[field] ?? null]));
  return { before: only(before), after: only(after) };
}

import type { ContinuityPolicy } from '../../policy/policy';
import type { EffectiveProfile } from '../../profile/effectiveProfile';
import { parseProfilePatch } from '../../profile/parseProfilePatch';
import type { ProfileValues } from '../../profile/profileValues';
import { canonicalJson } from '../../record/canonicalJson';
import { profileFields, type ProfileField } from '../../terms/profileField';
import { refused } from '../../terms/refusal';
import { RowCells, type ReadRow } from './importCell';

/** Profile values of a file. @public */
export interface ProfileRow {
  entityRef: string;
  values: ProfileValues;
  /** Fields whose portal value goes, so that the next source decides. */
  cleared: ProfileField[];
  reason: string;
}

/** Columns by field. @public */
export const profileColumnOf: Record<ProfileField, string> = {
  tier: 'tier',
  rto: 'rto',
  rpo: 'rpo',
  mtpd: 'mtpd',
  wrt: 'wrt',
  mbco: 'minimum_service',
  recoveryTime: 'recovery_time',
  recoveryOwner: 'recovery_owner',
  recoveryAlternates: 'recovery_alternates',
};

/** In a cell: the portal's value goes. */
const INHERIT = /^inherit$/i;

/** Reads a row of profiles: an empty cell leaves a field alone, `inherit` clears the portal's value. @public */
export function readProfileRow(
  cells: Record<string, string>,
  context: { policy: ContinuityPolicy },
): ReadRow<ProfileRow> {
  const row = new RowCells(cells);
  const entityRef = row.entityRef('entity_ref');
  if (!entityRef) return row.answer<ProfileRow>(undefined);
  const patch: Record<string, unknown> = {};
  for (const field of profileFields) {
    const text = row.text(profileColumnOf[field]);
    if (text === undefined) continue;
    if (INHERIT.test(text.trim())) patch[field] = null;
    else if (field === 'recoveryAlternates') {
      patch[field] = row.list(profileColumnOf[field]);
    } else patch[field] = text;
  }
  const parsed = parseProfilePatch(patch, context.policy, entityRef);
  if (!parsed.ok) {
    for (const { field, message } of parsed.issues) {
      row.refuseValue(profileColumnOf[field as ProfileField] ?? '', message);
    }
    return row.answer<ProfileRow>(undefined);
  }
  const reason = (row.text('reason') ?? '').trim();
  if (reason.length > 2_000) {
    row.refuse('reason', refused('value-too-long', { most: 2_000 }));
  }
  const { values, cleared } = parsed;
  return row.answer({ entityRef, values, cleared, reason });
}

/**
 * What has to be set so that the entity has the values of a row: what is effective already, wherever it comes from, is left alone, so that an exported file
 * changes nothing. Where the row gives another tier, all its values are set: what came from the old tier, or with it, would go.
 *
 * @public
 */
export function profileRowPatch(
  row: Pick<ProfileRow, 'values' | 'cleared'>,
  now: { effective: EffectiveProfile; portal: ProfileValues },
): { values: ProfileValues; cleared: ProfileField[] } {
  const { effective, portal } = now;
  const isSame = (one: unknown, other: unknown) =>
    canonicalJson(one ?? null) === canonicalJson(other ?? null);
  const movesTier =
    row.cleared.includes('tier') ||
    (row.values.tier !== undefined && row.values.tier !== effective.tier.value);
  const values = Object.fromEntries(
    Object.entries(row.values).filter(([key, value]) => {
      const field = key as ProfileField;
      const { value: known, locked } = effective[field];
      if (!isSame(value, known)) return true;
      return movesTier && !locked && !isSame(value, portal[field]);
    }),
  ) as ProfileValues;
  const cleared = row.cleared.filter(field => portal[field] !== undefined);
  return { values, cleared };
}

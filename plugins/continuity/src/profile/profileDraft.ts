import {
  canonicalJson,
  describeDuration,
  parseProfilePatch,
  profileFields,
  type ContinuityPolicy,
  type EffectiveProfile,
  type FieldIssue,
  type Mbco,
  type ProfileField,
  type ProfilePatch,
} from 'backstage-plugin-continuity-common';
import { secondsOf } from './objective';

/** How a field is decided: by the policy and the catalog, here, or (RPO) by holding no data. */
export type DraftMode = 'inherit' | 'set' | 'none';

export interface MbcoDraft {
  text: string;
  percent: string;
}

/** A field as it stands in the form; the value is kept while another mode is tried. */
export interface FieldDraft {
  mode: DraftMode;
  /** What is written: text, the minimum service, or the refs of the alternates. */
  value: string | MbcoDraft | string[];
}

export type ProfileDraft = Record<ProfileField, FieldDraft>;

/** What the portal holds for a field; null where something else decides. */
export function ownValue(
  profile: EffectiveProfile,
  field: ProfileField,
): unknown {
  const { source, value, overruled } = profile[field];
  if (source === 'portal') return value;
  // saved here, and not effective since the business impact analysis is stricter: it can still be changed and cleared
  return overruled?.origin.source === 'portal' ? overruled.value : null;
}

/** The form as it opens. A field that inherits is filled in with what holds now, for whoever wants to start from there. */
export function draftOf(profile: EffectiveProfile): ProfileDraft {
  return Object.fromEntries(
    profileFields.map(field => {
      const own = ownValue(profile, field);
      return [
        field,
        {
          mode: modeOf(own),
          value: written(field, own ?? profile[field].value),
        },
      ];
    }),
  ) as ProfileDraft;
}

function modeOf(own: unknown): DraftMode {
  if (own === null) return 'inherit';
  return own === 'none' ? 'none' : 'set';
}

function written(field: ProfileField, value: unknown): FieldDraft['value'] {
  switch (field) {
    case 'mbco': {
      const { text = '', percent } = (value ?? {}) as Partial<Mbco>;
      return { text, percent: percent === undefined ? '' : String(percent) };
    }
    case 'recoveryAlternates':
      return (value as string[] | null) ?? [];
    case 'tier':
    case 'recoveryOwner':
      return (value as string | null) ?? '';
    default: {
      const seconds = secondsOf(value as string | null);
      return seconds === null ? '' : describeDuration(seconds);
    }
  }
}

/** What the form says of a field, as the API takes it: a value, or null to clear the portal's. */
function sent(field: ProfileField, { mode, value }: FieldDraft): unknown {
  if (mode === 'inherit') return null;
  if (mode === 'none') return 'none';
  if (field !== 'mbco') return value;
  const { text, percent } = value as MbcoDraft;
  if (percent.trim() === '') return { text };
  return { text, percent: Number(percent.replace(',', '.')) };
}

/** What a form asks to be changed, or which fields are wrong. */
export type DraftResult =
  | { ok: true; patch: ProfilePatch; changed: ProfileField[] }
  | { ok: false; issues: FieldIssue[]; changed: ProfileField[] };

/**
 * Reads the form with the server's own rules. Only fields that differ from what the portal holds are in the patch; locked ones never are.
 */
export function readDraft(options: {
  draft: ProfileDraft;
  profile: EffectiveProfile;
  policy: ContinuityPolicy;
  entityRef: string;
}): DraftResult {
  const { draft, profile, policy, entityRef } = options;
  const patch: Record<string, unknown> = {};
  const changed: ProfileField[] = [];
  const issues: FieldIssue[] = [];

  for (const field of profileFields) {
    if (profile[field].locked) continue;
    const own = ownValue(profile, field);
    const value = sent(field, draft[field]);
    if (value === null) {
      if (own !== null) {
        patch[field] = null;
        changed.push(field);
      }
      continue;
    }
    const parsed = parseProfilePatch({ [field]: value }, policy, entityRef);
    if (!parsed.ok) {
      changed.push(field);
      issues.push(...parsed.issues.map(({ message }) => ({ field, message })));
      continue;
    }
    const next = parsed.values[field];
    // the store keeps no order of keys
    if (canonicalJson(next ?? null) !== canonicalJson(own)) {
      patch[field] = next;
      changed.push(field);
    }
  }
  return issues.length > 0
    ? { ok: false, issues, changed }
    : { ok: true, patch: patch as ProfilePatch, changed };
}

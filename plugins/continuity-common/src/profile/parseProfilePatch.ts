import type { ContinuityPolicy } from '../policy/policy';
import {
  MOST_ALTERNATES,
  parseProfileValue,
  type ProfileValueContext,
} from './parseProfileValue';
import { profileFields, type ProfileField } from '../terms/profileField';
import type { ProfilePatch, ProfileValues } from './profileValues';

/**
 * What is wrong with one field of what somebody sent.
 *
 * @public
 */
export interface ProfileIssue {
  /** Name of the field as it was sent. */
  field: string;
  /** What is wrong and what is accepted. */
  message: string;
}

/**
 * A patch with parsed values and the fields whose portal value is cleared, or every field that was refused.
 *
 * @public
 */
export type ParsedProfilePatch =
  | { ok: true; values: ProfileValues; cleared: ProfileField[] }
  | { ok: false; issues: ProfileIssue[] };

type Parsed = { ok: true; value: unknown } | { ok: false; message: string };

const CLEAR_IT =
  'An empty text is no value. To clear the value choose "inherit" in the form, or send null.';

function isBlank(value: unknown): boolean {
  return (
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}

function parseAlternateList(
  list: unknown[],
  context: ProfileValueContext,
): Parsed {
  if (list.length > MOST_ALTERNATES) {
    const message = `These are ${list.length} alternates. Write at most ${MOST_ALTERNATES}, in the order in which they are asked.`;
    return { ok: false, message };
  }
  const refs = new Set<string>();
  for (const item of list) {
    const parsed = parseProfileValue(
      'recoveryOwner',
      typeof item === 'string' ? item : '',
      context,
    );
    if (!parsed.ok) return parsed;
    refs.add(parsed.value);
  }
  return { ok: true, value: [...refs] };
}

function parseLevel(
  value: { text?: unknown; percent?: unknown },
  context: ProfileValueContext,
): Parsed {
  const { text, percent } = value;
  if (typeof text !== 'string' || text.trim() === '') {
    return {
      ok: false,
      message:
        'A minimum service level needs a text that says what must work, such as "30 % of orders".',
    };
  }
  const parsed = parseProfileValue('mbco', text, context);
  if (!parsed.ok) return parsed;
  if (percent === undefined || percent === null) {
    // whoever sends the object says the percentage beside the text, or that there is none
    return { ok: true, value: { text: parsed.value.text } };
  }
  if (typeof percent !== 'number' || !(percent >= 0 && percent <= 100)) {
    return {
      ok: false,
      message:
        'The percentage of a minimum service level is a number from 0 to 100.',
    };
  }
  return { ok: true, value: { text: parsed.value.text, percent } };
}

function parseSent(
  field: ProfileField,
  value: unknown,
  context: ProfileValueContext,
): Parsed {
  if (isBlank(value)) return { ok: false, message: CLEAR_IT };
  if (field === 'recoveryAlternates' && Array.isArray(value)) {
    return parseAlternateList(value, context);
  }
  if (field === 'mbco' && typeof value === 'object' && !Array.isArray(value)) {
    return parseLevel(value as object, context);
  }
  if (typeof value === 'string') {
    return parseProfileValue(field, value, context);
  }
  return {
    ok: false,
    message:
      typeof value === 'number'
        ? `Write the value as a text, such as "${value}" in quotation marks; numbers are not read.`
        : 'Write the value as a text; null clears it.',
  };
}

/**
 * Reads what somebody sends to change a profile, for the server's 400 and for the form: the same rules and words.
 *
 * A value sets the field (`"0"` is a value), `null` clears the portal's value, a missing field is left alone; an empty text
 * is refused since nobody can tell which of the two was meant. Every wrong field is named, not only the first.
 *
 * @public
 */
export function parseProfilePatch(
  patch: ProfilePatch | Record<string, unknown>,
  policy: ContinuityPolicy,
  entityRef: string,
): ParsedProfilePatch {
  const context = { policy, entityRef };
  const values: Record<string, unknown> = {};
  const cleared: ProfileField[] = [];
  const issues: ProfileIssue[] = [];
  const known = new Set<string>(profileFields);
  const sent = patch as Record<string, unknown>;

  for (const field of profileFields) {
    const value = Object.hasOwn(sent, field) ? sent[field] : undefined;
    if (value === undefined) continue;
    if (value === null) {
      cleared.push(field);
      continue;
    }
    const parsed = parseSent(field, value, context);
    if (parsed.ok) values[field] = parsed.value;
    else issues.push({ field, message: parsed.message });
  }
  for (const field of Object.keys(sent).filter(key => !known.has(key))) {
    const message = `There is no field of this name. Fields are ${profileFields.join(
      ', ',
    )}.`;
    issues.push({ field, message });
  }
  return issues.length > 0
    ? { ok: false, issues }
    : { ok: true, values: values as ProfileValues, cleared };
}

/**
 * The portal's values after a patch, in the fields' order, so that equal profiles have equal JSON.
 *
 * @public
 */
export function applyProfilePatch(
  before: ProfileValues,
  patch: { values: ProfileValues; cleared: ProfileField[] },
): ProfileValues {
  const after: Record<string, unknown> = {};
  for (const field of profileFields) {
    if (patch.cleared.includes(field)) continue;
    const value = patch.values[field] ?? before[field];
    if (value !== undefined) after[field] = value;
  }
  return after as ProfileValues;
}

import { DateTime } from 'luxon';
import type { ContinuityPolicy } from '../policy/policy';
import type { AgreedValues, AgreementInput } from './agreement';
import { agreedFields } from './compareAgreedValues';
import { parseProfilePatch, type ProfileIssue } from './parseProfilePatch';

/**
 * An agreement to record, its values parsed, or every field that was refused.
 *
 * @public
 */
export type ParsedAgreementInput =
  | { ok: true; input: AgreementInput }
  | { ok: false; issues: ProfileIssue[] };

/**
 * Reads what somebody sends to record an agreement, for the server's 400 and for the form. Values are parsed as the profile's are;
 * an agreement of a day that has not come yet is refused.
 *
 * @param context - `now` is an ISO instant
 * @public
 */
export function parseAgreementInput(
  input: AgreementInput,
  context: { policy: ContinuityPolicy; entityRef: string; now: string },
): ParsedAgreementInput {
  const { policy, entityRef, now } = context;
  const sent = Object.fromEntries(
    agreedFields.flatMap(field =>
      input.values[field] === undefined ? [] : [[field, input.values[field]]],
    ),
  );
  const issues: ProfileIssue[] = [];
  for (const [field, value] of Object.entries(sent)) {
    if (typeof value === 'string' && value.trim() === '') {
      const message =
        'An empty text is no value. Leave the field out where nothing was agreed about it.';
      issues.push({ field, message });
      delete sent[field];
    }
  }
  const parsed = parseProfilePatch(sent, policy, entityRef);
  if (!parsed.ok) issues.push(...parsed.issues);
  if (issues.length === 0 && Object.keys(sent).length === 0) {
    const message =
      'At least one of tier, rto, rpo and mtpd is needed: an agreement says which values were agreed.';
    issues.push({ field: 'values', message });
  }
  const today = DateTime.fromISO(now, { zone: policy.timeZone }).toISODate()!;
  if (input.agreedOn > today) {
    const message = `${input.agreedOn} has not come yet. Write the day on which it was agreed, ${today} or before.`;
    issues.push({ field: 'agreedOn', message });
  }
  if (!parsed.ok || issues.length > 0) return { ok: false, issues };
  return {
    ok: true,
    input: { ...input, values: parsed.values as AgreedValues },
  };
}

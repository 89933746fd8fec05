import { parseEntityRef } from '@backstage/catalog-model';
import type { ContinuityPolicy } from '../policy/policy';
import { parseRpo, parseTargetDuration } from '../terms/duration';
import { parseMbco } from '../terms/parseMbco';
import { parsePartyRef } from '../terms/parsePartyRef';
import { policyIndex } from './policyIndex';
import type { ProfileField } from '../terms/profileField';
import type { ProfileValues } from './profileValues';

/**
 * A parsed value as the profile holds it, or why the text was refused and what to write instead.
 *
 * @public
 */
export type ParsedProfileValue<F extends ProfileField = ProfileField> =
  | { ok: true; value: NonNullable<ProfileValues[F]> }
  | { ok: false; message: string };

/**
 * What a value is read against.
 *
 * @public
 */
export interface ProfileValueContext {
  policy: ContinuityPolicy;
  /** The entity the value is said of: its namespace is the default for owner and alternates. */
  entityRef: string;
}

/** The longest list of alternates: who comes twenty-first will not be asked. */
export const MOST_ALTERNATES = 20;

type Parser = (
  text: string,
  context: ProfileValueContext,
) =>
  | { ok: true; value: NonNullable<ProfileValues[ProfileField]> }
  | { ok: false; message: string };

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 30)}…` : text;
}

function parseTier(text: string, { policy }: ProfileValueContext) {
  const tidy = text.trim();
  const index = policyIndex(policy);
  if (index.tiers.has(tidy)) return { ok: true as const, value: tidy };
  const accepted = policy.tiers.map(tier => `"${tier.id}"`).join(', ');
  const problem =
    tidy === ''
      ? 'There is no tier here.'
      : `"${shorten(tidy)}" is no tier of the policy.`;
  return {
    ok: false as const,
    message: `${problem} Write one of ${accepted}.`,
  };
}

function parseDuration(text: string) {
  const parsed = parseTargetDuration(text);
  return parsed.ok ? { ok: true as const, value: parsed.iso } : parsed;
}

function parseRecoveryPoint(text: string) {
  const parsed = parseRpo(text);
  if (!parsed.ok) return parsed;
  const value = parsed.value.kind === 'none' ? 'none' : parsed.value.iso;
  return { ok: true as const, value };
}

function namespaceOf(entityRef: string): string {
  return parseEntityRef(entityRef).namespace;
}

function parseOwner(text: string, { entityRef }: ProfileValueContext) {
  const parsed = parsePartyRef(text, { namespace: namespaceOf(entityRef) });
  return parsed.ok ? { ok: true as const, value: parsed.ref } : parsed;
}

function parseAlternates(text: string, { entityRef }: ProfileValueContext) {
  const namespace = namespaceOf(entityRef);
  const names = text.split(',').filter(name => name.trim() !== '');
  const refs = new Set<string>();
  for (const name of names.length > 0 ? names : ['']) {
    const parsed = parsePartyRef(name, { namespace });
    if (!parsed.ok) return parsed;
    refs.add(parsed.ref);
  }
  if (refs.size > MOST_ALTERNATES) {
    const message = `These are ${refs.size} alternates. Write at most ${MOST_ALTERNATES}, in the order in which they are asked.`;
    return { ok: false as const, message };
  }
  return { ok: true as const, value: [...refs] };
}

const parsers: Record<ProfileField, Parser> = {
  tier: parseTier,
  rto: parseDuration,
  rpo: parseRecoveryPoint,
  mtpd: parseDuration,
  wrt: parseDuration,
  mbco: parseMbco,
  recoveryTime: parseDuration,
  recoveryOwner: parseOwner,
  recoveryAlternates: parseAlternates,
};

/**
 * Reads the text of one field as it stands in an annotation, a mapped value or a form (DOMAIN.md §1).
 *
 * Tiers are ids of the policy, exactly. Durations come out as normalised ISO 8601, zero as `PT0S`; `none` is a value
 * of the RPO only. Owner and alternates (separated by commas) come out as full refs, alternates without repetition.
 *
 * @public
 */
export function parseProfileValue<F extends ProfileField>(
  field: F,
  text: string,
  context: ProfileValueContext,
): ParsedProfileValue<F> {
  return parsers[field](text, context) as ParsedProfileValue<F>;
}

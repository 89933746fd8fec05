import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { profileAnnotations, type ProfileField } from '../terms/profileField';
import { parseRpo, parseTargetDuration } from '../terms/duration';
import { parseMbco } from '../terms/parseMbco';
import { parsePartyRef } from '../terms/parsePartyRef';

export type CheckedText =
  | { ok: true; text: string }
  | { ok: false; message: string };

function checkDuration(text: string): CheckedText {
  const parsed = parseTargetDuration(text);
  return parsed.ok ? { ok: true, text: parsed.iso } : parsed;
}

function checkRpo(text: string): CheckedText {
  const parsed = parseRpo(text);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  return { ok: true, text: value.kind === 'none' ? 'none' : value.iso };
}

/** A policy holds for all namespaces, so that a bare name is not read as one of the entity's own. */
function checkParty(text: string): CheckedText {
  const parsed = parsePartyRef(text, { namespace: DEFAULT_NAMESPACE });
  return parsed.ok ? { ok: true, text: parsed.ref } : parsed;
}

function checkParties(text: string): CheckedText {
  const refs: string[] = [];
  for (const name of text.split(',').filter(part => part.trim() !== '')) {
    const party = checkParty(name);
    if (!party.ok) return party;
    refs.push(party.text);
  }
  if (refs.length > 0) return { ok: true, text: refs.join(',') };
  return checkParty('');
}

function checkMbco(text: string): CheckedText {
  const parsed = parseMbco(text);
  return parsed.ok ? { ok: true, text: parsed.value.text } : parsed;
}

const checks: Record<ProfileField, (text: string) => CheckedText> = {
  // Whether it is a tier of this policy is seen when all tiers are known
  tier: text => ({ ok: true, text }),
  rto: checkDuration,
  rpo: checkRpo,
  mtpd: checkDuration,
  wrt: checkDuration,
  mbco: checkMbco,
  recoveryTime: checkDuration,
  recoveryOwner: checkParty,
  recoveryAlternates: checkParties,
};

/** Checks a text that a mapping's table gives for a field, and brings it into the stored form. */
export function checkMappedText(
  field: ProfileField,
  text: string,
): CheckedText {
  if (text.trim() === '') {
    return {
      ok: false,
      message: `There is no value here. Write what "${profileAnnotations[field]}" accepts, or leave the entry out.`,
    };
  }
  return checks[field](text.trim());
}

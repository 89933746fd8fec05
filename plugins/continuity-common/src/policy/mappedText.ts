import { profileAnnotations, type ProfileField } from '../profile/profileField';
import { parseRpo, parseTargetDuration } from '../profile/duration';
import { normaliseRef } from '../terms/normaliseRef';

export type CheckedText =
  | { ok: true; text: string }
  | { ok: false; message: string };

const LONGEST_MBCO = 2000;

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

function checkParty(text: string): CheckedText {
  const ref = normaliseRef(text, { defaultKind: 'group' });
  if (ref && /^(?:user|group):[^\s/]+\/[^\s/]+$/.test(ref)) {
    return { ok: true, text: ref };
  }
  return {
    ok: false,
    message: `"${text}" is no user or group. Write one such as "group:default/payments" or "user:default/jane"; a bare name is a group.`,
  };
}

function checkParties(text: string): CheckedText {
  const parties = text
    .split(',')
    .map(part => part.trim())
    .filter(Boolean)
    .map(checkParty);
  const wrong = parties.find(party => !party.ok);
  if (wrong) return wrong;
  return {
    ok: true,
    text: parties.map(party => (party.ok ? party.text : '')).join(','),
  };
}

const checks: Record<ProfileField, (text: string) => CheckedText> = {
  // Whether it is a tier of this policy is seen when all tiers are known
  tier: text => ({ ok: true, text }),
  rto: checkDuration,
  rpo: checkRpo,
  mtpd: checkDuration,
  wrt: checkDuration,
  recoveryTime: checkDuration,
  mbco: text =>
    text.length <= LONGEST_MBCO
      ? { ok: true, text }
      : {
          ok: false,
          message: `This text has ${text.length} characters. Write at most ${LONGEST_MBCO}.`,
        },
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

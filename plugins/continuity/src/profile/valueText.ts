import {
  describeDuration,
  type ProfileField,
} from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../catalog/EntityName';
import type { Translate } from '../translation/Translate';
import { secondsOf } from './objective';

type Parties = Record<string, { title: string | null }>;

/**
 * A value of a profile in words. Zero, `none` and unset are three different things: "0 (no loss)", "holds no data", "not set".
 */
export function valueText(
  t: Translate,
  field: ProfileField,
  value: unknown,
  parties: Parties = {},
): string {
  if (value === null || value === undefined) return t('profile.value.unset');
  switch (field) {
    case 'tier':
      return String(value);
    case 'recoveryOwner':
      return partyName(String(value), parties);
    case 'recoveryAlternates':
      return alternatesText(t, value, parties);
    case 'mbco':
      return mbcoText(t, value);
    default:
      return durationText(t, field, String(value));
  }
}

function durationText(t: Translate, field: ProfileField, iso: string): string {
  if (iso === 'none') return t('profile.value.holdsNoData');
  const seconds = secondsOf(iso);
  if (seconds === null) return iso;
  if (seconds === 0 && field === 'rto') return t('profile.value.zeroRto');
  if (seconds === 0 && field === 'rpo') return t('profile.value.zeroRpo');
  return describeDuration(seconds);
}

/** The name of a user or group; only those stand here, so the kind needs no mention. */
export function partyName(ref: string, parties: Parties = {}): string {
  return parties[ref]?.title ?? nameOfRef(ref, ref.split(':')[0]);
}

function alternatesText(
  t: Translate,
  value: unknown,
  parties: Parties,
): string {
  const refs = Array.isArray(value) ? value : [value];
  return refs.length
    ? refs.map(ref => partyName(String(ref), parties)).join(', ')
    : t('profile.value.none');
}

function mbcoText(t: Translate, value: unknown): string {
  if (typeof value === 'string') return value;
  const { text = '', percent } = value as { text?: string; percent?: number };
  if (percent === undefined) return text;
  return text
    ? t('profile.value.percentAnd', { percent: String(percent), text })
    : t('profile.value.percent', { percent: String(percent) });
}

import {
  describeDuration,
  parseRpo,
  parseTargetDuration,
} from 'backstage-plugin-continuity-common';
import type { Translate } from '../translation/Translate';

/**
 * A target in the reader's language. `0`, `none` and unset are three different things (DOMAIN.md §1): "0 (no loss)", "holds no data",
 * "not set".
 */
export function targetText(
  t: Translate,
  field: 'rto' | 'rpo' | 'mtpd',
  iso: string | null | undefined,
): string {
  if (iso === null || iso === undefined) return t('profile.value.unset');
  if (field === 'rpo') {
    const rpo = parseRpo(iso);
    if (!rpo.ok) return iso;
    if (rpo.value.kind === 'none') return t('profile.value.holdsNoData');
    return rpo.value.seconds === 0
      ? t('profile.value.zeroRpo')
      : describeDuration(rpo.value.seconds);
  }
  const parsed = parseTargetDuration(iso);
  if (!parsed.ok) return iso;
  return parsed.seconds === 0 && field === 'rto'
    ? t('profile.value.zeroRto')
    : describeDuration(parsed.seconds);
}

import {
  describeDuration,
  describeRpo,
  describeRto,
} from '../terms/formatDuration';
import { durationSeconds } from '../terms/durationSeconds';
import type { ProfileField } from '../terms/profileField';

/**
 * What people call a field, as it stands inside a sentence.
 *
 * @public
 */
export const profileFieldNames: Record<ProfileField, string> = {
  tier: 'tier',
  rto: 'RTO',
  rpo: 'RPO',
  mtpd: 'MTPD',
  wrt: 'work recovery time',
  mbco: 'minimum service level',
  recoveryTime: 'recovery time',
  recoveryOwner: 'recovery owner',
  recoveryAlternates: 'alternates',
};

/**
 * A stored tier or target for people: `PT4H` is "4 h", RPO `none` is "holds no data", no value is "not set".
 * A tier is its id.
 *
 * @public
 */
export function describeProfileValue(
  field: 'tier' | 'rto' | 'rpo' | 'mtpd' | 'wrt' | 'recoveryTime',
  value: string | null | undefined,
): string {
  if (value === null || value === undefined) return 'not set';
  if (field === 'tier') return value;
  if (field === 'rpo') {
    return value === 'none'
      ? describeRpo({ kind: 'none' })
      : describeRpo({
          kind: 'duration',
          seconds: durationSeconds(value),
          iso: value,
        });
  }
  const seconds = durationSeconds(value);
  return field === 'rto' ? describeRto(seconds) : describeDuration(seconds);
}

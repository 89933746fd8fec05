import type { AgreedValues } from 'backstage-plugin-continuity-common';
import type { Translate } from '../translation/Translate';
import { valueText } from './valueText';

const FIELDS = ['tier', 'rto', 'rpo', 'mtpd'] as const;

/** What was agreed, in one line: `Tier tier-2 · RTO 4 h · RPO 0 (no loss)`. */
export function agreedValuesText(t: Translate, values: AgreedValues): string {
  return FIELDS.filter(field => values[field] !== undefined)
    .map(
      field =>
        `${t(`profile.field.${field}`)} ${valueText(t, field, values[field])}`,
    )
    .join(' · ');
}

import type { GapCode } from 'backstage-plugin-continuity-common';
import type { Translate } from '../translation/Translate';

/** A gap in two or three words, for lists and filters; its message says the rest. */
export function gapName(t: Translate, code: GapCode): string {
  return t(`policy.gap.${code}`);
}

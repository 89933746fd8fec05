import type { ExemptionPolicy } from '../exemptionPolicy';

/** The section `continuity.exemptions` as it is shipped. @public */
export const defaultExemptionConfig: ExemptionPolicy = {
  longest: 'P1Y',
  renewals: 2,
  remindBefore: 'P14D',
};

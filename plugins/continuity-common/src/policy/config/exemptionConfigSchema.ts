import { configCadence, configNumber } from './configScalars';
import type { ExemptionPolicy } from '../exemptionPolicy';
import { strictSection } from './strictSection';

/** The section `continuity.exemptions`; what it leaves out is taken from `defaults`. */
export function exemptionConfigSchema(defaults: ExemptionPolicy) {
  return strictSection({
    longest: configCadence.prefault(defaults.longest),
    renewals: configNumber({
      min: 0,
      max: 100,
      whole: true,
      hint: 'Write how often an exemption may be renewed, a whole number from 0 to 100.',
    }).prefault(defaults.renewals),
    remindBefore: configCadence.prefault(defaults.remindBefore),
  }).transform((section): ExemptionPolicy => section);
}

import type { GapRule } from '../assessmentContext';
import type { GapFinding } from '../gapFinding';

/** Whoever has a tier needs an RTO and an RPO; zero and "holds no data" are values. */
const missingTargets: GapRule = ({ resolved: { profile }, tier }) =>
  tier
    ? (['rto', 'rpo'] as const)
        .filter(field => profile[field].value === null)
        .map(
          (field): GapFinding => ({
            code: 'target-missing',
            requirement: field,
            params: { field },
          }),
        )
    : [];

/** `RTO + WRT ≤ MTPD`. The RPO has nothing to do with either. */
const beyondTolerable: GapRule = ({ resolved: { profile }, slack }) => {
  if (!slack || slack.seconds >= 0) return [];
  const params: GapFinding['params'] = {
    rto: profile.rto.value!,
    mtpd: profile.mtpd.value!,
    beyondSeconds: -slack.seconds,
  };
  if (slack.includesWorkRecovery) params.wrt = profile.wrt.value!;
  return [{ code: 'rto-beyond-mtpd', requirement: 'rto', params }];
};

/** Targets that are missing or can't both hold. */
export const targetGaps: GapRule = context => [
  ...missingTargets(context),
  ...beyondTolerable(context),
];

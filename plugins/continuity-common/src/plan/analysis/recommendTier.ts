import { z } from 'zod';
import type { ContinuityPolicy, Tier } from '../../policy/policy';
import { durationSeconds } from '../../terms/durationSeconds';
import type { BiaResult } from './bia';

/** Why a tier's targets don't keep to an analysis. @public */
export const tierMisfitSchema = z.enum([
  'rto-unset',
  'rto-beyond',
  'rpo-unset',
  'rpo-beyond',
]);

/** @public */
export type TierMisfit = z.infer<typeof tierMisfitSchema>;

/**
 * The tier that an analysis asks for, and why.
 *
 * @public
 */
export const tierRecommendationSchema = z.object({
  /** The least critical tier that fits; null: no tier fits. */
  tier: z.string().nullable(),
  /** RTO and work recovery must be over by then. */
  mtpd: z.string(),
  /** True where nothing was rated as intolerable, and the last point counts instead. */
  isBeyond: z.boolean(),
  /** `none` sets no limit. */
  rpo: z.string(),
  /** The work recovery time that was counted; null = unset, so that the RTO alone was compared. */
  wrt: z.string().nullable(),
  /** Every tier of the policy, most critical first, with what speaks against it. */
  tiers: z.array(
    z.object({ id: z.string(), misfits: z.array(tierMisfitSchema) }),
  ),
});

/** @public */
export type TierRecommendation = z.infer<typeof tierRecommendationSchema>;

/** What an analysis demands of targets. */
interface Demand {
  mtpd: string;
  rpo: string;
  wrt: string | null;
}

/** Targets to be compared with an analysis; null and a missing one are unset. @public */
export interface AnalysedTargets {
  rto?: string | null;
  rpo?: string | null;
}

function misfitsOf(targets: AnalysedTargets, demand: Demand): TierMisfit[] {
  const misfits: TierMisfit[] = [];
  const { rto, rpo } = targets;
  const work = demand.wrt === null ? 0 : durationSeconds(demand.wrt);
  if (rto === undefined || rto === null) {
    misfits.push('rto-unset');
  } else if (durationSeconds(rto) + work > durationSeconds(demand.mtpd)) {
    misfits.push('rto-beyond');
  }
  if (demand.rpo === 'none') return misfits;
  if (rpo === undefined || rpo === null) {
    misfits.push('rpo-unset');
  } else if (
    rpo === 'none' ||
    durationSeconds(rpo) > durationSeconds(demand.rpo)
  ) {
    misfits.push('rpo-beyond');
  }
  return misfits;
}

/**
 * The least critical tier whose targets keep to an analysis (DOMAIN.md §4): RTO + WRT ≤ MTPD, and RPO ≤ the RPO of the analysis. "Beyond" counts as the
 * last point; an RPO of `none` sets no limit; a tier that leaves a target out does not keep to it. "No tier fits" is an answer.
 *
 * @param options - `wrt`: the entity's effective work recovery time; null = unset
 * @returns null while the analysis doesn't say enough: nothing rated, or nothing said of data
 * @public
 */
export function recommendTier(
  result: BiaResult,
  options: { policy: ContinuityPolicy; wrt: string | null },
): TierRecommendation | null {
  const { policy, wrt } = options;
  const mtpd = result.mtpd ?? result.beyond;
  if (mtpd === null || result.rpo === null) return null;
  const demand = { mtpd, rpo: result.rpo, wrt };
  const tiers = policy.tiers.map(({ id, targets }: Tier) => ({
    id,
    misfits: misfitsOf(targets, demand),
  }));
  const fitting = tiers.filter(({ misfits }) => misfits.length === 0);
  return {
    tier: fitting[fitting.length - 1]?.id ?? null,
    mtpd,
    isBeyond: result.mtpd === null,
    rpo: result.rpo,
    wrt,
    tiers,
  };
}

/**
 * What of an entity's own effective targets doesn't keep to an analysis; see {@link recommendTier}.
 *
 * @public
 */
export function targetMisfits(
  targets: AnalysedTargets,
  recommendation: TierRecommendation,
): TierMisfit[] {
  return misfitsOf(targets, recommendation);
}

import type {
  CausedRuleId,
  Enforcement,
  MaterialAspect,
  StandingRuleId,
} from '../terms/changeTerms';
import { defaultChangeConfig } from './config/defaultChangeConfig';
import { changeConfigSchema } from './config/changeConfigSchema';
import type { ContinuityPolicy } from './policy';

/**
 * What the policy says of changes (DOMAIN.md §7). Times are cadences.
 *
 * @public
 */
export interface ChangePolicy {
  /** What counts as material; the order makes no difference. */
  material: MaterialAspect[];
  /** What is made of what a change causes, by rule: for findings about entities without a tier, and for each tier where it differs. */
  enforcement: Record<
    CausedRuleId,
    { default: Enforcement; tiers: Record<string, Enforcement> }
  >;
  /** What is made of what was there before: nothing, or a warning. It never blocks. */
  alreadyThere: Record<StandingRuleId, 'off' | 'warn'>;
  /** How long after its recording the review of an emergency change is owed. */
  emergencyReview: string;
  /** How long a plan change request may take. */
  requestDue: string;
  /** Standard changes that are approved beforehand. */
  standardModels: Array<{ id: string; title: string; description?: string }>;
  /** Whether files in no entity's folder belong to the entity at the root of their repository. */
  rootEntityTakesRest: boolean;
}

let shipped: ChangePolicy | undefined;

/** What a policy says of changes; one that was recorded before there were changes says the defaults. @public */
export function changePolicy(policy: ContinuityPolicy): ChangePolicy {
  if (policy.changes) return policy.changes;
  shipped ??= changeConfigSchema(defaultChangeConfig).parse({});
  return shipped;
}

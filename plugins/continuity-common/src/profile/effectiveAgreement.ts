import type { ContinuityPolicy } from '../policy/policy';
import type { Agreement } from './agreement';
import { policyIndex } from './policyIndex';
import { renewalDate } from './renewalDate';
import type { ResolvedProfile } from './resolveProfile';

/**
 * The agreement that counts for an entity.
 *
 * @public
 */
export interface EffectiveAgreement {
  required: boolean;
  /** The agreement in force; null if none. */
  current: Agreement | null;
  /** Ref of the system whose agreement is taken over, where it is not the entity's own. */
  from: string | null;
  /** When `current` must be renewed (ISO), the end of that day; null where the tier names no cadence. */
  dueAt: string | null;
  /** A looser agreement that waits for a second person. */
  pending: Agreement | null;
}

/**
 * The agreement records that may count for an entity; part of `AssessmentFacts`.
 *
 * @public
 */
export interface AgreementFacts {
  /** The entity's own, newest first. */
  agreements: Agreement[];
  /** Its system's, newest first. */
  system?: { agreements: Agreement[] };
}

/**
 * Finds the agreement that counts (DOMAIN.md §1): the entity's own latest in force, else its system's while the entity takes
 * over its tier. An agreement that is past its renewal still binds; `dueAt` says since when it is overdue.
 *
 * @public
 */
export function effectiveAgreement(
  facts: AgreementFacts,
  resolved: ResolvedProfile,
  policy: ContinuityPolicy,
): EffectiveAgreement {
  const tierId = resolved.profile.tier.value;
  const every =
    tierId === null
      ? undefined
      : policyIndex(policy).tiers.get(tierId)?.tier.requires.agreement?.every;
  const systems =
    resolved.tierTakenOverFrom === null ? [] : facts.system?.agreements ?? [];
  const inState = (records: Agreement[], state: Agreement['state']) =>
    records.find(record => record.state === state);

  const own = inState(facts.agreements, 'in-force');
  const current = own ?? inState(systems, 'in-force') ?? null;
  const pending =
    inState(facts.agreements, 'awaiting-second-person') ??
    (own ? undefined : inState(systems, 'awaiting-second-person')) ??
    null;
  return {
    required: every !== undefined,
    current,
    from: current && !own ? resolved.tierTakenOverFrom : null,
    dueAt:
      current && every
        ? renewalDate(current.agreedOn, every, policy.timeZone).dueAt
        : null,
    pending,
  };
}

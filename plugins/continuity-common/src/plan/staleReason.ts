import { z } from 'zod';

/** Why a plan is stale for an entity (DOMAIN.md §4). @public */
export const staleReasonCodes = [
  'dependency-added',
  'dependency-removed',
  'provider-changed',
  'owner-changed',
  'target-stricter',
  'entity-missing',
  'joined-system',
  'bia-changed',
  'change-request-open',
  'contact-unresolved',
] as const;

/** @public */
export const staleReasonCodeSchema = z.enum(staleReasonCodes);

/** @public */
export type StaleReasonCode = z.infer<typeof staleReasonCodeSchema>;

/** How often in a row a reason may be confirmed as still valid; then a new version is needed. @public */
export const mostConfirmations = 2;

/**
 * Something material that changed since the plan was approved or confirmed, for one entity.
 *
 * @public
 */
export const staleReasonSchema = z.object({
  /** Names the reason within plan and entity, for confirming it: `dependency-added:component:default/ledger`, `target-stricter:rto`. */
  key: z.string(),
  code: staleReasonCodeSchema,
  /** What is meant: a field (`rto`, `owner`, `mtpd`), or a ref. */
  subject: z.string(),
  /**
   * As it was at approval or confirmation; null = unset or not there. Of `provider-changed`: whoever provides the API (`subject`), with commas; the
   * API itself where nobody does; `missing` where it is not in the catalog.
   */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** Whether it may be confirmed as still valid at all: not a stricter target, a dead contact or a missing entity. */
  confirmable: z.boolean(),
});

/** @public */
export type StaleReason = z.infer<typeof staleReasonSchema>;

import { z } from 'zod';
import { gapCodeSchema, gapSchema } from '../assessment/gap';
import { continuityStatusSchema } from '../assessment/status';
import { asOfText } from './asOfText';
import { refFilter } from './refFilter';

/** What the coverage list can be sorted by; a `-` in front reverses it. Unset values come last either way. @public */
export const coverageSortKeys = [
  'urgency',
  'name',
  'tier',
  'status',
  'rto',
  'rpo',
  'mtpd',
  'owner',
  'dueBy',
] as const;

/** @public */
export type CoverageSortKey = (typeof coverageSortKeys)[number];

/**
 * Filters of the coverage list. Within one filter the values are alternatives; different filters must all hold.
 *
 * `tier` may be `none` (no effective tier). Without `status`, entities out of scope are left out.
 *
 * @public
 */
export const coverageQuerySchema = z
  .object({
    status: z.array(continuityStatusSchema).optional(),
    gap: z.array(gapCodeSchema).optional(),
    late: z.boolean().optional(),
    tier: z.array(z.string()).optional(),
    kind: z.array(z.string()).optional(),
    type: z.array(z.string()).optional(),
    owner: refFilter('group').optional(),
    system: refFilter('system').optional(),
    domain: refFilter('domain').optional(),
    /** Only what the caller or their groups own or recover; for services nothing. */
    mine: z.boolean().optional(),
    /** What lies behind gaps elsewhere, as the groups by `cause` name it. */
    cause: z.array(z.string().max(600)).optional(),
    /** A past moment; now if left out. */
    asOf: asOfText.optional(),
    search: z.string().max(200).optional(),
    sort: z
      .enum(
        coverageSortKeys.flatMap(k => [k, `-${k}` as const]) as [
          CoverageSortKey | `-${CoverageSortKey}`,
          ...Array<CoverageSortKey | `-${CoverageSortKey}`>,
        ],
      )
      .optional(),
    limit: z.number().int().min(1).max(500).optional(),
    cursor: z.string().max(2000).optional(),
  })
  .strict();

/** @public */
export type CoverageQuery = z.infer<typeof coverageQuerySchema>;

/** One row of the coverage list. @public */
export const coverageItemSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  kind: z.string(),
  type: z.string().nullable(),
  system: z.string().nullable(),
  domain: z.string().nullable(),
  /** Owner in the catalog. */
  owner: z.string().nullable(),
  recoveryOwner: z.string().nullable(),
  status: continuityStatusSchema,
  underlyingStatus: continuityStatusSchema,
  tier: z.string().nullable(),
  tierSource: z.string().nullable(),
  rto: z.string().nullable(),
  rpo: z.string().nullable(),
  mtpd: z.string().nullable(),
  /** As on the tab, late ones first: the list says them in the reader's language, too. */
  gaps: z.array(gapSchema),
  /** Earliest due date among its critical and warning gaps. */
  dueBy: z.string().nullable(),
  late: z.boolean(),
});

/** @public */
export type CoverageItem = z.infer<typeof coverageItemSchema>;

/** How old the answer's data is. @public */
export const dataAgeSchema = z.object({
  /** End of the last complete read of the catalog (ISO); null before the first one. */
  catalogReadAt: z.string().nullable(),
  /** Seconds between that moment and the answer. */
  seconds: z.number().nullable(),
  /** Set where the catalog can't be read or lost much at once: what is shown is the state of this moment. */
  lastKnownAt: z.string().nullable(),
  /** Why, in words. */
  problem: z.string().nullable(),
});

/** @public */
export type DataAge = z.infer<typeof dataAgeSchema>;

/** By which policy something was, where it is asked about the past. @public */
export const coverageThenSchema = z.object({
  /** The day that was asked for, where it was one. */
  day: z.string().nullable(),
  policyVersion: z.string(),
  timeZone: z.string(),
  /** The tiers of that policy, most critical first. */
  tiers: z.array(z.object({ id: z.string(), title: z.string() })),
});

/** @public */
export type CoverageThen = z.infer<typeof coverageThenSchema>;

const pastShape = {
  /** The moment that is shown (ISO); null = now. */
  asOf: z.string().nullable(),
  /** Where it is the past: by what rules. */
  then: coverageThenSchema.nullable(),
};

/** @public */
export const coverageListSchema = z.object({
  ...pastShape,
  items: z.array(coverageItemSchema),
  totalItems: z.number().int(),
  /** Services the caller can see under the policy's scope, whatever the filters: "312 of 4,180". */
  totalInScope: z.number().int(),
  pageInfo: z.object({ nextCursor: z.string().optional() }),
  dataAge: dataAgeSchema,
  /** What owners, systems and domains of the rows are called, and what their gaps name, by ref. */
  names: z.record(z.string(), z.string()),
  /**
   * `profile.update`: the caller may set values for at least some services, so that the list offers it; each is checked for itself.
   * `coverage.ask`: the caller may ask those who answer for services.
   */
  allowedActions: z.array(z.enum(['profile.update', 'coverage.ask'])),
});

/** @public */
export type CoverageList = z.infer<typeof coverageListSchema>;

/** @public */
export const coverageGroupKeys = [
  'tier',
  'owner',
  'system',
  'domain',
  'kind',
  'type',
  'status',
  'cause',
] as const;

/** Counts per status, for all and per group. @public */
export const coverageSummarySchema = z.object({
  ...pastShape,
  groupBy: z.enum(coverageGroupKeys).nullable(),
  total: z.record(continuityStatusSchema, z.number().int()),
  /** Late critical or warning gaps: how many entities have one. */
  late: z.number().int(),
  groups: z.array(
    z.object({
      /** Tier id, ref, kind, type or status; null = none. For `cause` a gap code and a ref: an entity is in the group of each of its causes. */
      key: z.string().nullable(),
      counts: z.record(continuityStatusSchema, z.number().int()),
      late: z.number().int(),
    }),
  ),
  /** How many causes there are beside the thousand behind which the most entities stand; 0 for whatever else is grouped by. */
  moreGroups: z.number().int(),
  /** What the keys of groups by owner, system, domain or cause are called, by ref. */
  names: z.record(z.string(), z.string()),
  /** False where nothing in the catalog has a tier yet. */
  anyTier: z.boolean(),
  /** False where the catalog holds no users and groups at all, so that nobody can tell who exists. */
  peopleKnown: z.boolean(),
  dataAge: dataAgeSchema,
});

/** @public */
export type CoverageSummary = z.infer<typeof coverageSummarySchema>;

import { z } from 'zod';
import { gapSchema, severitySchema } from '../assessment/gap';
import { continuityStatusSchema } from '../assessment/status';
import { testDepthSchema } from '../testing/testDepth';

/** What settles an item of "My continuity": one step that the caller may take, or where to look if somebody else has to. @public */
export const mineSteps = [
  'approve-plan',
  'revise-plan',
  'answer-plan-request',
  'read-plan',
  'confirm-plan',
  'write-plan',
  'open-plan',
  'adopt-plan',
  'hold-test',
  'record-test',
  'review-test',
  'plan-test',
  'open-test',
  'approve-change',
  'review-change',
  'open-change',
  'decide-exemption',
  'renew-exemption',
  'open-exemption',
  'work-on-finding',
  'verify-finding',
  'open-finding',
  'set-value',
  'record-agreement',
  'confirm-agreement',
  'analyse-impact',
  'confirm-analysis',
  'assess-risk',
  'finish-analysis',
  'open-service',
] as const;

/** @public */
export const mineStepSchema = z.enum(mineSteps);

/** @public */
export type MineStep = z.infer<typeof mineStepSchema>;

/** What an item is about. @public */
export const mineKindSchema = z.enum([
  'gap',
  'plan',
  'plan-request',
  'test',
  'due-test',
  'change',
  'exemption',
  'finding',
  'agreement',
  'bia',
  'risk',
]);

/** @public */
export type MineKind = z.infer<typeof mineKindSchema>;

/** One thing that the caller or their groups have to do. Moments are ISO, UTC. @public */
export const mineItemSchema = z.object({
  kind: mineKindSchema,
  step: mineStepSchema,
  /** Of the plan, test, change, exemption, finding, agreement or analysis that the step is about; null where it is about an entity. */
  id: z.string().nullable(),
  /** What that is called; of a gap, what the entity is called. */
  title: z.string(),
  /** The entity that it is about, or the first of several; null where the caller may see none. */
  entity: z
    .object({ entityRef: z.string(), title: z.string().nullable() })
    .nullable(),
  /** How many entities it is about besides. */
  others: z.number().int(),
  /** By when; null where nobody said. A day that ends is the first moment after it. */
  dueAt: z.string().nullable(),
  late: z.boolean(),
  severity: severitySchema.nullable(),
  /** The gap; where several services have it for the same reason, the one that is due first. */
  gap: gapSchema.optional(),
  /** The version of a plan that the step is about, where it is not the one in force. */
  version: z.number().int().optional(),
  /** Of a test. */
  depth: testDepthSchema.optional(),
  /** When a test begins. */
  startsAt: z.string().optional(),
  /** Of an exemption. */
  requirement: z.string().optional(),
  /** Why a plan has to be looked at: it is due for review, or what it describes has changed. */
  because: z.enum(['review', 'stale']).optional(),
});

/** @public */
export type MineItem = z.infer<typeof mineItemSchema>;

/** The parts of "My continuity", in the order in which they are shown. @public */
export const mineSectionNames = [
  'decisions',
  'gaps',
  'tests',
  'plans',
  'analyses',
  'findings',
  'exemptions',
] as const;

/** @public */
export type MineSectionName = (typeof mineSectionNames)[number];

/** @public */
export const mineSectionSchema = z.object({
  name: z.enum(mineSectionNames),
  /** The most urgent first. */
  items: z.array(mineItemSchema),
  /** How many there are in all. Of gaps: how many services have one. */
  total: z.number().int(),
  /** The same by what they are about, also where none of the items is; what there is none of is left out. */
  totals: z.partialRecord(mineKindSchema, z.number().int()),
});

/** @public */
export type MineSection = z.infer<typeof mineSectionSchema>;

/** Query of `GET /mine`. @public */
export const mineQuerySchema = z
  .object({
    /** Items of each section; 20 if left out, 0 for the numbers alone. */
    limit: z.number().int().min(0).max(50).optional(),
  })
  .strict();

/** @public */
export type MineQuery = z.infer<typeof mineQuerySchema>;

/** Answer of `GET /mine`. @public */
export const mineSchema = z.object({
  /** The policy's zone, in which days end. */
  timeZone: z.string(),
  /** Services in scope that the caller or their groups own or recover. */
  services: z.object({
    total: z.number().int(),
    late: z.number().int(),
    counts: z.record(continuityStatusSchema, z.number().int()),
    /** Those besides that the caller may not see in the catalog. */
    hidden: z.number().int(),
  }),
  /** Every section, also empty ones. */
  sections: z.array(mineSectionSchema),
  /** What everything in the answer is called, by ref. */
  names: z.record(z.string(), z.string()),
});

/** @public */
export type Mine = z.infer<typeof mineSchema>;

/** Whether the caller answers for anything, or anything waits for them. @public */
export function hasSomethingMine({ services, sections }: Mine): boolean {
  return (
    services.total + services.hidden > 0 ||
    sections.some(({ total }) => total > 0)
  );
}

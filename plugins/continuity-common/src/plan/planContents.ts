import { z } from 'zod';
import { normaliseRef } from '../terms/normaliseRef';
import { parseTargetDuration } from '../terms/duration';
import { tidyMarkdown } from '../terms/tidyMarkdown';

/** Longest Markdown text of a plan, in characters. */
const LONGEST_TEXT = 100_000;

/** Ids of steps and contacts within a plan: short, so that people can write them in a file. */
const planItemIdSchema = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, {
    message:
      'Write at most 40 small letters, digits and "-", such as "restore-db".',
  });

/** Markdown with line feeds, without blank lines around it, so that it survives a file. */
const markdownSchema = z
  .string()
  .max(LONGEST_TEXT, {
    message: `Write at most ${LONGEST_TEXT} characters; link to a longer text.`,
  })
  .check(payload => {
    payload.value = tidyMarkdown(payload.value);
  })
  .default('');

const lineSchema = (longest: number) =>
  z
    .string()
    .max(longest)
    .check(payload => {
      payload.value = payload.value
        // eslint-disable-next-line no-control-regex
        .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
        .trim();
    });

const refSchema = z.string().check(payload => {
  const ref = normaliseRef(payload.value);
  if (ref) {
    payload.value = ref;
    return;
  }
  payload.issues.push({
    code: 'custom',
    message: 'Write an entity ref such as "component:default/checkout".',
    input: payload.value,
  });
});

const stepDurationSchema = z
  .string()
  .check(payload => {
    const parsed = parseTargetDuration(payload.value);
    if (parsed.ok) payload.value = parsed.iso;
    else {
      payload.issues.push({
        code: 'custom',
        message: parsed.message,
        input: payload.value,
      });
    }
  })
  .nullable()
  .default(null);

/**
 * An entity that a plan or a step covers: alone, or a system with its parts, whatever these are at the moment.
 *
 * @public
 */
export const coveredEntitySchema = z
  .object({ entityRef: refSchema, parts: z.boolean().default(false) })
  .strict();

/** @public */
export type CoveredEntity = z.infer<typeof coveredEntitySchema>;

/** How a service is kept up or brought back. @public */
export const recoveryStrategies = [
  'hot-standby',
  'warm-standby',
  'cold-standby',
  'restore',
  'rebuild',
  'manual-workaround',
  'none',
] as const;

/**
 * A role in the plan and who fills it: somebody of the catalog, or somebody outside it. Phones and private mails are kept apart.
 *
 * @public
 */
export const planContactSchema = z
  .object({
    id: planItemIdSchema,
    role: lineSchema(200),
    party: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('internal'), ref: refSchema }).strict(),
      z
        .object({
          kind: z.literal('external'),
          name: lineSchema(200),
          organisation: lineSchema(200).default(''),
        })
        .strict(),
    ]),
    /** The contact for whom this one stands in. */
    alternateOf: planItemIdSchema.nullable().default(null),
  })
  .strict();

/** @public */
export type PlanContact = z.infer<typeof planContactSchema>;

/** One step of a recovery. @public */
export const planStepSchema = z
  .object({
    id: planItemIdSchema,
    title: lineSchema(200),
    /** What to do, in Markdown. */
    what: markdownSchema,
    /** Ids of contacts. */
    who: z.array(planItemIdSchema).max(20).default([]),
    /** ISO 8601; null = not known. */
    expectedDuration: stepDurationSchema,
    entities: z.array(coveredEntitySchema).max(500).default([]),
    /** Ids of the steps that must be done before. */
    after: z.array(planItemIdSchema).max(200).default([]),
  })
  .strict();

/** @public */
export type PlanStep = z.infer<typeof planStepSchema>;

/**
 * The contents that a plan is checked for (ISO/IEC 20000-1:2018 8.7.2): each is filled, in a referenced document, or marked as not applicable
 * with a reason.
 *
 * @public
 */
export const planContentKeys = [
  'purpose',
  'scope',
  'strategy',
  'invocationCriteria',
  'invokers',
  'contacts',
  'minimumService',
  'recoveryRequirements',
  'steps',
  'lossOfService',
  'returnToNormal',
  'basis',
] as const;

/** @public */
export type PlanContentKey = (typeof planContentKeys)[number];

/** @public */
export const planContentKeySchema = z.enum(planContentKeys);

const basisSchema = z
  .object({
    /** The day of the assessment that the plan rests on, `YYYY-MM-DD`. */
    date: z.iso.date(),
    /** Where it is: an id, a link, a title. */
    reference: lineSchema(500).default(''),
  })
  .strict()
  .nullable()
  .default(null);

/**
 * What a version of a plan says (DOMAIN.md §4). A draft may be incomplete; see `missingContents`. Long texts are Markdown.
 *
 * @public
 */
export const planContentsSchema = z
  .object({
    title: lineSchema(200).check(payload => {
      if (payload.value !== '') return;
      payload.issues.push({
        code: 'custom',
        message: 'Give the plan a title, such as "Recovery of the checkout".',
        input: payload.value,
      });
    }),
    purpose: markdownSchema,
    scope: z.array(coveredEntitySchema).max(2_000).default([]),
    strategy: z
      .object({
        kind: z.enum(recoveryStrategies).nullable().default(null),
        description: markdownSchema,
        /** People, places, machines, licences and money that it needs. */
        resources: markdownSchema,
      })
      .strict()
      .prefault({}),
    invocation: z
      .object({
        criteria: markdownSchema,
        /** Ids of the contacts who may invoke the plan. */
        invokers: z.array(planItemIdSchema).max(50).default([]),
      })
      .strict()
      .prefault({}),
    contacts: z.array(planContactSchema).max(200).default([]),
    /** Minimum service levels while the plan is invoked. */
    minimumService: markdownSchema,
    recoveryRequirements: markdownSchema,
    steps: z.array(planStepSchema).max(200).default([]),
    /** Procedures for loss of service: what users and staff do meanwhile. */
    lossOfService: markdownSchema,
    returnToNormal: markdownSchema,
    basis: z
      .object({ bia: basisSchema, risk: basisSchema })
      .strict()
      .prefault({}),
    /** The change that asked for this version: an RFC number or link. */
    changeReference: lineSchema(500).default(''),
    /** A plan by reference: where the document is, and which of the contents it has. */
    reference: z
      .object({
        url: z.url({ protocol: /^https?$/ }).max(2_000),
        title: lineSchema(200).default(''),
        version: lineSchema(100),
        date: z.iso.date(),
        contents: z.array(planContentKeySchema).default([]),
      })
      .strict()
      .nullable()
      .default(null),
    /** Contents that do not apply, each with the reason. */
    notApplicable: z
      .partialRecord(planContentKeySchema, lineSchema(1_000))
      .default({}),
  })
  .strict();

/** @public */
export type PlanContents = z.infer<typeof planContentsSchema>;

/** Contents as people may send them, with what is left out. @public */
export type PlanContentsInput = z.input<typeof planContentsSchema>;

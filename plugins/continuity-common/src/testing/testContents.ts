import { z } from 'zod';
import { entityRefText } from '../terms/entityRefText';
import { lineText } from '../terms/lineText';
import { markdownText } from '../terms/markdownText';
import { testDepthSchema } from './testDepth';
import { testEnvironmentSchema } from './testEnvironment';
import { testScheduleSchema } from './testSchedule';

/** Something that must be so for the test to have succeeded, written before it starts. @public */
export const successCriterionSchema = z
  .object({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/, {
      error: 'Write at most 40 small letters, digits and "-".',
    }),
    text: lineText({ longest: 500, hint: 'Say what must be so.' }),
  })
  .strict();

/** @public */
export type SuccessCriterion = z.infer<typeof successCriterionSchema>;

/** A version of a plan that is under test. @public */
export const testedPlanSchema = z
  .object({
    planId: z.string().min(1).max(64),
    version: z.number().int().min(1),
  })
  .strict();

/** @public */
export type TestedPlan = z.infer<typeof testedPlanSchema>;

/**
 * What is said of a test when it is planned (DOMAIN.md §5). Aims, success criteria, entities, depth and plan versions are fixed once it has begun.
 *
 * @public
 */
export const testContentsSchema = z
  .object({
    title: lineText({
      longest: 200,
      hint: 'Give the test a title, such as "Restore of the orders database".',
    }),
    depth: testDepthSchema,
    environment: testEnvironmentSchema,
    /** Whether only a part of the entities' service is tested. */
    partial: z.boolean().default(false),
    /** Whether the data is restored from a backup copy; always so for the depth `restore`. */
    restoresFromBackup: z.boolean().default(false),
    scenario: z
      .object({
        /** Of the library (`GET /tests/scenarios`); null for one of one's own. */
        id: z.string().max(60).nullable().default(null),
        /** What is assumed to have happened. */
        description: markdownText,
      })
      .strict()
      .prefault({}),
    entities: z
      .array(entityRefText('component:default/checkout'))
      .min(1, { error: 'Name at least one entity.' })
      .max(500, { error: 'Name at most 500 entities; plan several tests.' }),
    plans: z.array(testedPlanSchema).max(50).default([]),
    schedule: testScheduleSchema,
    facilitator: entityRefText('user:default/jane'),
    participants: z
      .array(entityRefText('user:default/jane'))
      .max(200)
      .default([]),
    aims: markdownText,
    successCriteria: z.array(successCriterionSchema).max(50).default([]),
    /** Where to meet, what to bring. */
    preparation: markdownText,
  })
  .strict()
  .check(payload => {
    const { depth, entities, participants } = payload.value;
    payload.value.entities = [...new Set(entities)].sort();
    payload.value.participants = [...new Set(participants)];
    if (depth === 'restore') payload.value.restoresFromBackup = true;
    const measures = ['simulation', 'parallel', 'failover', 'restore'];
    if (payload.value.restoresFromBackup && !measures.includes(depth)) {
      payload.issues.push({
        code: 'custom',
        path: ['restoresFromBackup'],
        message: `A ${depth} restores nothing. Leave it out, or plan a deeper test.`,
        input: true,
      });
    }
    const ids = payload.value.successCriteria.map(({ id }) => id);
    if (new Set(ids).size < ids.length) {
      payload.issues.push({
        code: 'custom',
        path: ['successCriteria'],
        message: 'Write an id of its own for each.',
        input: ids,
      });
    }
  });

/** @public */
export type TestContents = z.output<typeof testContentsSchema>;

/** Contents as people may send them, with what is left out. @public */
export type TestContentsInput = z.input<typeof testContentsSchema>;

import { z } from 'zod';
import { testDepthSchema } from '../testDepth';

/** Something that comes up while a scenario is played. @public */
export const scenarioInjectSchema = z.object({
  /** Minutes after the start. */
  atMinute: z.number().int(),
  text: z.string(),
});

/** What is assumed to have happened, with what to ask and what to add while it is played. @public */
export const scenarioSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** What has happened, as it would be reported. */
  situation: z.string(),
  /** The depths that it suits. */
  depths: z.array(testDepthSchema),
  aims: z.array(z.string()),
  successCriteria: z.array(z.string()),
  /** Questions for a tabletop, in order. */
  prompts: z.array(z.string()),
  injects: z.array(scenarioInjectSchema),
});

/** @public */
export type Scenario = z.infer<typeof scenarioSchema>;

/** Answer of `GET /tests/scenarios`. @public */
export const scenarioListSchema = z.object({ items: z.array(scenarioSchema) });

/** @public */
export type ScenarioList = z.infer<typeof scenarioListSchema>;

import { planContentsSchema, type PlanContents } from './planContents';
import { planKinds, type PlanKind } from './planKind';
import { commonPrompts, kindPrompts } from './planPrompts';
import type { PlanTemplate } from './planRequests';

const toWrite = (what: string, id: string) => ({
  id,
  title: what,
  what: '',
  who: [],
  expectedDuration: null,
  entities: [],
  after: [],
});

const serviceSteps = [
  ['Find out what is lost and stop what does harm', 'assess'],
  ['Bring up what the service needs', 'dependencies'],
  ['Restore data and configuration', 'restore'],
  ['Start the service', 'start'],
  ['Check the minimum service', 'verify'],
  ['Let users in and say so', 'announce'],
] as const;

/** Steps in a row, each waiting for the one before. */
function inARow(steps: ReadonlyArray<readonly [string, string]>) {
  return steps.map(([title, id], at) => ({
    ...toWrite(title, id),
    after: at === 0 ? [] : [steps[at - 1][1]],
  }));
}

function beginnings(kind: PlanKind): Partial<PlanContents> {
  return kind === 'service-recovery' || kind === 'computer-systems-and-network'
    ? { steps: inARow(serviceSteps) }
    : {};
}

/** The contents that a new plan of a kind begins with: an outline of steps where one is common, and nothing that looks finished. @public */
export function beginPlanContents(kind: PlanKind, title: string): PlanContents {
  return planContentsSchema.parse({ title, ...beginnings(kind) });
}

/**
 * What a kind of plan is for, and what to write in each of its contents.
 *
 * @public
 */
export function planTemplate(kind: PlanKind): PlanTemplate {
  const { title, summary, ...own } = kindPrompts[kind];
  const { title: _, ...contents } = beginPlanContents(kind, title);
  return {
    kind,
    title,
    summary,
    prompts: { ...commonPrompts, ...own },
    contents,
  };
}

/** The templates of all kinds. @public */
export function planTemplates(): PlanTemplate[] {
  return planKinds.map(planTemplate);
}

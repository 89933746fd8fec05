import {
  isMeasuringDepth,
  testDepths,
  type Scenario,
  type TestContentsInput,
  type TestCreateRequest,
  type TestDepth,
  type TestDetail,
  type TestEnvironment,
} from 'backstage-plugin-continuity-common';
import {
  morningOf,
  scheduleDraftOf,
  scheduleOf,
  usualDay,
  type ScheduleDraft,
} from './scheduleDraft';

/** What is entered: a test to come, one that was held already, or a plan that was invoked in earnest. */
export const testDraftKinds = ['plan', 'held', 'invocation'] as const;
export type TestDraftKind = (typeof testDraftKinds)[number];

/** A version of a plan under test, with its plan's title. */
export interface DraftPlan {
  planId: string;
  version: number;
  title: string;
}

/** A test as its form holds it. */
export interface TestDraft {
  kind: TestDraftKind;
  title: string;
  depth: TestDepth;
  environment: TestEnvironment;
  partial: boolean;
  restoresFromBackup: boolean;
  scenarioId: string | null;
  scenario: string;
  entities: string[];
  /** Undefined: those that are suggested for the entities. */
  plans: DraftPlan[] | undefined;
  schedule: ScheduleDraft;
  facilitator: string;
  participants: string[];
  aims: string;
  criteria: Array<{ id: string; text: string }>;
  preparation: string;
  /** Names of entities and people, as far as they are known. */
  names: Record<string, string>;
}

/** An empty form, with what its address says. */
export function newTestDraft(
  params: URLSearchParams,
  options: { now: Date; timeZone: string; me: string },
): TestDraft {
  const { now, timeZone, me } = options;
  const asked = params.get('depth');
  const depth = testDepths.find(each => each === asked) ?? 'tabletop';
  const held = params.get('held') === '1';
  const said = params.get('day') ?? '';
  const usual = held ? now.toISOString().slice(0, 10) : usualDay(now, timeZone);
  const day = /^\d{4}-\d{2}-\d{2}$/.test(said) ? said : usual;
  return {
    kind: held ? 'held' : 'plan',
    title: '',
    depth,
    environment: 'production-like',
    partial: false,
    restoresFromBackup: depth === 'restore',
    scenarioId: null,
    scenario: '',
    entities: [...new Set(params.getAll('entities').filter(Boolean))],
    plans: undefined,
    schedule: morningOf(day, timeZone),
    facilitator: me,
    participants: [],
    aims: '',
    criteria: [],
    preparation: '',
    names: {},
  };
}

/** The form of a test that there is. */
export function testDraftOf(test: TestDetail): TestDraft {
  const { contents } = test;
  const names = Object.fromEntries(
    [
      ...test.scope.map(({ entityRef, title }) => [entityRef, title] as const),
      ...test.participants.map(({ ref, title }) => [ref, title] as const),
      ...(test.facilitator
        ? [[test.facilitator.ref, test.facilitator.title] as const]
        : []),
    ].flatMap(([ref, title]) => (title ? [[ref, title]] : [])),
  );
  return {
    kind: 'plan',
    title: contents.title,
    depth: contents.depth,
    environment: contents.environment,
    partial: contents.partial,
    restoresFromBackup: contents.restoresFromBackup,
    scenarioId: contents.scenario.id,
    scenario: contents.scenario.description,
    entities: contents.entities,
    plans: contents.plans.map(({ planId, version }) => ({
      planId,
      version,
      title: test.plans.find(plan => plan.planId === planId)?.title ?? planId,
    })),
    schedule: scheduleDraftOf(contents.schedule),
    facilitator: contents.facilitator,
    participants: contents.participants,
    aims: contents.aims,
    criteria: contents.successCriteria,
    preparation: contents.preparation,
    names,
  };
}

/** What a form says of a test. */
export function testContentsOf(
  draft: TestDraft,
  said: { title: string; plans: readonly DraftPlan[] },
): TestContentsInput {
  return {
    title: draft.title.trim() || said.title,
    depth: draft.depth,
    environment: draft.environment,
    partial: draft.partial,
    restoresFromBackup:
      isMeasuringDepth(draft.depth) && draft.restoresFromBackup,
    scenario: { id: draft.scenarioId, description: draft.scenario },
    entities: draft.entities,
    plans: said.plans.map(({ planId, version }) => ({ planId, version })),
    schedule: scheduleOf(draft.schedule),
    facilitator: draft.facilitator,
    participants: draft.participants,
    aims: draft.aims,
    successCriteria: draft.criteria.filter(({ text }) => text.trim()),
    preparation: draft.preparation,
  };
}

/** When a test was held that is entered afterwards; a day without times says only the day. */
export function heldOf(draft: TestDraft): TestCreateRequest['held'] {
  if (draft.kind === 'plan') return undefined;
  const { allDay, start, end } = scheduleOf(draft.schedule);
  return allDay ? { on: start } : { startedAt: start, endedAt: end };
}

/** A plan that was invoked is a failover test in production. */
export function withKind(draft: TestDraft, kind: TestDraftKind): TestDraft {
  return kind === 'invocation'
    ? { ...draft, kind, depth: 'failover', environment: 'production' }
    : { ...draft, kind };
}

/** Another depth; a restore is from a backup copy by itself. */
export function withDepth(draft: TestDraft, depth: TestDepth): TestDraft {
  return {
    ...draft,
    depth,
    restoresFromBackup:
      depth === 'restore' ||
      (draft.depth !== 'restore' &&
        isMeasuringDepth(depth) &&
        draft.restoresFromBackup),
  };
}

/** A scenario of the library, or one of one's own; what somebody wrote stays. */
export function withScenario(
  draft: TestDraft,
  scenario: Scenario | undefined,
  before: Scenario | undefined,
): TestDraft {
  const untouched =
    !draft.scenario.trim() || draft.scenario === before?.situation;
  return {
    ...draft,
    scenarioId: scenario?.id ?? null,
    scenario: untouched ? scenario?.situation ?? '' : draft.scenario,
  };
}

/** The aims and success criteria of a scenario, after those that are there. */
export function withAimsOf(draft: TestDraft, scenario: Scenario): TestDraft {
  const aims = scenario.aims.map(aim => `- ${aim}`).join('\n');
  const known = new Set(draft.criteria.map(({ text }) => text));
  const added = scenario.successCriteria.filter(text => !known.has(text));
  return {
    ...draft,
    aims: draft.aims.includes(aims)
      ? draft.aims
      : [draft.aims.trim(), aims].filter(Boolean).join('\n'),
    criteria: added.reduce(
      (criteria, text) => [...criteria, { id: freeId(criteria), text }],
      draft.criteria.filter(({ text }) => text.trim()),
    ),
  };
}

/** An id that no criterion has. */
export function freeId(criteria: ReadonlyArray<{ id: string }>): string {
  const taken = new Set(criteria.map(({ id }) => id));
  let number = criteria.length + 1;
  while (taken.has(`c${number}`)) number += 1;
  return `c${number}`;
}

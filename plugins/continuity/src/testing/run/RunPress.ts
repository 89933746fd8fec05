import type {
  TestDetail,
  TestEventsRequest,
  TestResult,
  TestResultPatch,
  TestResultsRequest,
  TestRun,
  TestStep,
  TestStepsRequest,
} from 'backstage-plugin-continuity-common';

/** What changes while a test runs. */
export type RunState = NonNullable<TestRun['run']>;

type StepChange = Omit<
  NonNullable<TestStepsRequest['changes']>[number],
  'id' | 'revision'
>;
type EventItem = Omit<TestEventsRequest['items'][number], 'clientId'>;

/**
 * One press of a button in a run, or one field that was filled in. It knows what was seen when it was pressed, so that what somebody else wrote
 * meanwhile is not overwritten.
 */
export type RunPress = {
  /** Also the `clientId` of what it adds. */
  id: string;
  /** When it was pressed (ISO, UTC). */
  at: string;
} & (
  | { kind: 'event'; event: EventItem }
  | { kind: 'add-step'; title: string; what: string }
  | { kind: 'step'; stepId: string; change: StepChange; seen: StepChange }
  | {
      kind: 'result';
      entityRefs: string[];
      patch: TestResultPatch;
      /** By ref. */
      seen: Record<string, TestResultPatch>;
    }
);

/** A press without what every press has. */
export type NewRunPress = RunPress extends infer Press
  ? Press extends RunPress
    ? Omit<Press, 'id' | 'at'>
    : never
  : never;

/** What becomes of a press, given the newest state: sent, shown as a conflict, or nothing, because it is there already. */
export interface PressOutlook {
  send: RunPress | null;
  conflict: RunPress | null;
}

/** What a request says of lines of the checklist. */
export function stepsRequestOf(
  press: Extract<RunPress, { kind: 'step' }>,
  run: RunState,
): TestStepsRequest {
  const revision =
    run.steps.find(({ id }) => id === press.stepId)?.revision ?? 0;
  return { changes: [{ id: press.stepId, revision, ...press.change }] };
}

/** What a request says of results; the revisions are those of the newest state, with which the press was compared. */
export function resultsRequestOf(
  press: Extract<RunPress, { kind: 'result' }>,
  run: RunState,
): TestResultsRequest {
  const { entityRefs, patch } = press;
  // what nobody has recorded yet has the revision 0
  const revisionOf = (ref: string) =>
    run.results.find(({ entityRef }) => entityRef === ref)?.revision ?? 0;
  return {
    items: [
      {
        entityRefs,
        revisions: Object.fromEntries(
          entityRefs.map(ref => [ref, revisionOf(ref)]),
        ),
        ...patch,
      },
    ],
  };
}

/** Of what nobody has recorded yet. */
const nothingYet: Partial<TestResult> = {
  restoredFromBackup: false,
  partial: false,
  deficiencies: '',
  note: '',
};

/** The values that a patch is about, as a result has them now. */
export function seenOf(
  result: TestResult | undefined,
  patch: TestResultPatch,
): TestResultPatch {
  const seen: Record<string, unknown> = {};
  for (const key of Object.keys(patch) as Array<keyof TestResultPatch>) {
    if (key === 'times') {
      seen.times = Object.fromEntries(
        Object.keys(patch.times ?? {}).map(time => [
          time,
          result?.times[time as keyof TestResult['times']] ?? null,
        ]),
      );
    } else {
      seen[key] = (result ?? nothingYet)[key] ?? null;
    }
  }
  return seen as TestResultPatch;
}

/** The same for a line of the checklist. */
export function stepSeenOf(
  step: TestStep | undefined,
  change: StepChange,
): StepChange {
  return Object.fromEntries(
    (Object.keys(change) as Array<keyof StepChange>).map(key => [
      key,
      step?.[key] ?? null,
    ]),
  ) as StepChange;
}

// an instant may be written with or without its milliseconds
const plain = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
    ? Date.parse(value)
    : value ?? null;

function isSame(one: object, other: object): boolean {
  return Object.entries(one).every(([key, value]) => {
    const counterpart = (other as Record<string, unknown>)[key];
    return typeof value === 'object' && value !== null
      ? isSame(value, (counterpart ?? {}) as object)
      : plain(value) === plain(counterpart);
  });
}

/** Compares a press with the newest state: nothing that somebody else wrote since it was seen is overwritten. */
export function outlookOf(press: RunPress, run: RunState): PressOutlook {
  switch (press.kind) {
    case 'event': {
      const isThere = run.events.some(({ clientId }) => clientId === press.id);
      return { send: isThere ? null : press, conflict: null };
    }
    case 'step': {
      const step = run.steps.find(({ id }) => id === press.stepId);
      const now = stepSeenOf(step, press.change);
      if (step && isSame(press.change, now)) {
        return { send: null, conflict: null };
      }
      return isSame(press.seen, now)
        ? { send: press, conflict: null }
        : { send: null, conflict: press };
    }
    case 'result': {
      const to: Record<'send' | 'conflict', string[]> = {
        send: [],
        conflict: [],
      };
      for (const ref of press.entityRefs) {
        const result = run.results.find(({ entityRef }) => entityRef === ref);
        const now = seenOf(result, press.patch);
        if (result && isSame(press.patch, now)) continue;
        const unchanged = isSame(press.seen[ref] ?? {}, now);
        to[unchanged ? 'send' : 'conflict'].push(ref);
      }
      const part = (entityRefs: string[]) =>
        entityRefs.length > 0 ? { ...press, entityRefs } : null;
      return { send: part(to.send), conflict: part(to.conflict) };
    }
    default:
      return { send: press, conflict: null };
  }
}

/** The press with what is there now as seen: whoever pressed it has looked at both and wants theirs. */
export function pressOnTop(press: RunPress, run: RunState): RunPress {
  if (press.kind === 'step') {
    const step = run.steps.find(({ id }) => id === press.stepId);
    return { ...press, seen: stepSeenOf(step, press.change) };
  }
  if (press.kind === 'result') {
    const seen = Object.fromEntries(
      press.entityRefs.map(ref => [
        ref,
        seenOf(
          run.results.find(({ entityRef }) => entityRef === ref),
          press.patch,
        ),
      ]),
    );
    return { ...press, seen };
  }
  return press;
}

/** What of a test its run is. */
export function runStateOf(test: TestDetail): RunState {
  const { state, startedAt, startedBy, endedAt } = test;
  const { steps, events, results, allowedActions } = test;
  return {
    state,
    startedAt,
    startedBy,
    endedAt,
    steps,
    events,
    results,
    allowedActions,
  };
}

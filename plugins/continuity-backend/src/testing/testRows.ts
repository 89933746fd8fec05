import { createHash } from 'node:crypto';
import {
  canonicalJson,
  type TestContents,
  type TestStep,
} from 'backstage-plugin-continuity-common';
import type { StoredResult } from './result/StoredResult';
import type { StoredTest } from './StoredTest';
import type { StoredEvent, StoredStep } from './TestStore';

/** A row of `tests`. */
export interface TestRow {
  id: string;
  origin: string;
  state: string;
  depth: string;
  environment: string;
  partial: boolean | number;
  restores_from_backup: boolean | number;
  title: string;
  sort_title: string;
  contents: string;
  sha256: string;
  fixed_sha256: string;
  starts_at: string;
  ends_at: string;
  all_day: boolean | number;
  time_zone: string;
  from_at: string;
  to_at: string;
  held_at: string | null;
  held_precision: string | null;
  entered_afterwards: boolean | number;
  facilitator: string | null;
  started_at: string | null;
  started_by: string | null;
  ended_at: string | null;
  completed_at: string | null;
  completed_by: string | null;
  summary: string;
  criteria: string;
  outcome: string | null;
  tested_steps: string | null;
  review_due_at: string | null;
  reviewed_at: string | null;
  reviewed_by: string | null;
  review_note: string;
  cancelled_at: string | null;
  cancelled_by: string | null;
  cancel_reason: string | null;
  machine: string | null;
  supplier: string | null;
  calendar_sequence: number;
  calendar_changed_at: string;
  revision: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

function sha256(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

function parsed<T>(text: string | null): T | null {
  return text === null ? null : JSON.parse(text);
}

/** Of what can't change once the test has begun. */
function fixedHash(contents: TestContents): string {
  const { title, participants, preparation, ...fixed } = contents;
  return sha256(fixed);
}

export function toTest(row: TestRow): StoredTest {
  return {
    id: row.id,
    origin: row.origin as StoredTest['origin'],
    state: row.state as StoredTest['state'],
    contents: JSON.parse(row.contents),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    heldAt: row.held_at,
    heldPrecision: row.held_precision as StoredTest['heldPrecision'],
    enteredAfterwards: Boolean(row.entered_afterwards),
    facilitator: row.facilitator,
    startedAt: row.started_at,
    startedBy: row.started_by,
    endedAt: row.ended_at,
    completedAt: row.completed_at,
    completedBy: row.completed_by,
    summary: row.summary,
    criteria: JSON.parse(row.criteria),
    outcome: row.outcome as StoredTest['outcome'],
    testedSteps: parsed(row.tested_steps),
    reviewDueAt: row.review_due_at,
    reviewedAt: row.reviewed_at,
    reviewedBy: row.reviewed_by,
    reviewNote: row.review_note,
    cancelledAt: row.cancelled_at,
    cancelledBy: row.cancelled_by,
    cancelReason: row.cancel_reason,
    machine: parsed(row.machine),
    supplier: parsed(row.supplier),
    calendarSequence: row.calendar_sequence,
    calendarChangedAt: row.calendar_changed_at,
    revision: row.revision,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}

export function toTestRow(test: StoredTest): TestRow {
  const { contents } = test;
  const wasHeld = test.heldAt !== null;
  return {
    id: test.id,
    origin: test.origin,
    state: test.state,
    depth: contents.depth,
    environment: contents.environment,
    partial: contents.partial,
    restores_from_backup: contents.restoresFromBackup,
    title: contents.title,
    sort_title: contents.title.toLocaleLowerCase('en-US'),
    contents: canonicalJson(contents),
    sha256: sha256(contents),
    fixed_sha256: fixedHash(contents),
    starts_at: test.startsAt,
    ends_at: test.endsAt,
    all_day: contents.schedule.allDay,
    time_zone: contents.schedule.timeZone,
    from_at: wasHeld ? test.heldAt! : test.startsAt,
    to_at: wasHeld ? test.endedAt ?? test.heldAt! : test.endsAt,
    held_at: test.heldAt,
    held_precision: test.heldPrecision,
    entered_afterwards: test.enteredAfterwards,
    facilitator: test.facilitator,
    started_at: test.startedAt,
    started_by: test.startedBy,
    ended_at: test.endedAt,
    completed_at: test.completedAt,
    completed_by: test.completedBy,
    summary: test.summary,
    criteria: canonicalJson(test.criteria),
    outcome: test.outcome,
    tested_steps: test.testedSteps && canonicalJson(test.testedSteps),
    review_due_at: test.reviewDueAt,
    reviewed_at: test.reviewedAt,
    reviewed_by: test.reviewedBy,
    review_note: test.reviewNote,
    cancelled_at: test.cancelledAt,
    cancelled_by: test.cancelledBy,
    cancel_reason: test.cancelReason,
    machine: test.machine && canonicalJson(test.machine),
    supplier: test.supplier && canonicalJson(test.supplier),
    calendar_sequence: test.calendarSequence,
    calendar_changed_at: test.calendarChangedAt,
    revision: test.revision,
    created_at: test.createdAt,
    created_by: test.createdBy,
    updated_at: test.updatedAt,
    updated_by: test.updatedBy,
  };
}

/** A row of `test_results`. */
export interface ResultRow {
  test_id: string;
  entity_ref: string;
  times: string;
  recovered: boolean | number | null;
  delivered_percent: number | null;
  level_met: boolean | number | null;
  restored_from_backup: boolean | number;
  partial: boolean | number;
  outcome: string | null;
  targets: string | null;
  measure: string | null;
  tested_steps: string;
  deficiencies: string;
  note: string;
  recorded_at: string;
  recorded_by: string;
  recorders: string;
  revision: number;
}

function yesOrNo(value: boolean | number | null): boolean | null {
  return value === null ? null : Boolean(value);
}

export function toResult(row: ResultRow): StoredResult {
  return {
    testId: row.test_id,
    entityRef: row.entity_ref,
    times: JSON.parse(row.times),
    recovered: yesOrNo(row.recovered),
    deliveredPercent: row.delivered_percent,
    levelMet: yesOrNo(row.level_met),
    restoredFromBackup: Boolean(row.restored_from_backup),
    partial: Boolean(row.partial),
    outcome: row.outcome as StoredResult['outcome'],
    targets: parsed(row.targets),
    measure: parsed(row.measure),
    testedSteps: JSON.parse(row.tested_steps),
    deficiencies: row.deficiencies,
    note: row.note,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    recorders: JSON.parse(row.recorders),
    revision: row.revision,
  };
}

export function toResultRow(result: StoredResult): ResultRow {
  return {
    test_id: result.testId,
    entity_ref: result.entityRef,
    times: canonicalJson(result.times),
    recovered: result.recovered,
    delivered_percent: result.deliveredPercent,
    level_met: result.levelMet,
    restored_from_backup: result.restoredFromBackup,
    partial: result.partial,
    outcome: result.outcome,
    targets: result.targets && canonicalJson(result.targets),
    measure: result.measure && canonicalJson(result.measure),
    tested_steps: canonicalJson(result.testedSteps),
    deficiencies: result.deficiencies,
    note: result.note,
    recorded_at: result.recordedAt,
    recorded_by: result.recordedBy,
    recorders: JSON.stringify(result.recorders),
    revision: result.revision,
  };
}

/** A row of `test_steps`. */
export interface StepRow {
  test_id: string;
  id: string;
  position: number;
  client_id: string | null;
  step: string;
  state: string;
  started_at: string | null;
  done_at: string | null;
  done_by: string | null;
  note: string;
  revision: number;
  updated_at: string | null;
  updated_by: string | null;
}

export function toStep(row: StepRow): StoredStep {
  const said: Pick<
    TestStep,
    'plan' | 'title' | 'what' | 'who' | 'expectedDuration' | 'after'
  > = JSON.parse(row.step);
  return {
    testId: row.test_id,
    id: row.id,
    clientId: row.client_id,
    ...said,
    state: row.state as TestStep['state'],
    startedAt: row.started_at,
    doneAt: row.done_at,
    doneBy: row.done_by,
    note: row.note,
    revision: row.revision,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}

export function toStepRow(step: StoredStep, position: number): StepRow {
  const { plan, title, what, who, expectedDuration, after } = step;
  return {
    test_id: step.testId,
    id: step.id,
    position,
    client_id: step.clientId,
    step: canonicalJson({ plan, title, what, who, expectedDuration, after }),
    state: step.state,
    started_at: step.startedAt,
    done_at: step.doneAt,
    done_by: step.doneBy,
    note: step.note,
    revision: step.revision,
    updated_at: step.updatedAt,
    updated_by: step.updatedBy,
  };
}

/** A row of `test_events`. */
export interface EventRow {
  id: string;
  test_id: string;
  client_id: string | null;
  kind: string;
  at: string;
  recorded_at: string;
  by: string;
  text: string;
  entity_refs: string;
  time_key: string | null;
  step_id: string | null;
}

export function toEvent(row: EventRow): StoredEvent {
  return {
    testId: row.test_id,
    id: row.id,
    clientId: row.client_id,
    kind: row.kind as StoredEvent['kind'],
    at: row.at,
    recordedAt: row.recorded_at,
    by: row.by,
    text: row.text,
    entityRefs: JSON.parse(row.entity_refs),
    time: row.time_key as StoredEvent['time'],
    stepId: row.step_id,
  };
}

export function toEventRow(event: StoredEvent): EventRow {
  return {
    id: event.id,
    test_id: event.testId,
    client_id: event.clientId,
    kind: event.kind,
    at: event.at,
    recorded_at: event.recordedAt,
    by: event.by,
    text: event.text,
    entity_refs: JSON.stringify(event.entityRefs),
    time_key: event.time,
    step_id: event.stepId,
  };
}

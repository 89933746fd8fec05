import { canonicalJson } from '../../record/canonicalJson';
import { testContentsSchema, type TestContents } from '../../testing/testContents';
import {
  heldInputSchema,
  testResultPatchSchema,
  type TestResultPatch,
} from '../../testing/testRequests';
import { testOutcomes, testOutcomeSchema } from '../../testing/result/testOutcome';
import { testTimeKeys, type TestTimeKey } from '../../testing/result/testTimes';
import { refused } from '../../terms/refusal';
import type { z } from 'zod';
import { RowCells, type ReadRow } from './importCell';
import { readDay } from './readPlanRow';

/** The result of a test that was held, of one entity. @public */
export interface TestRow {
  entityRef: string;
  contents: TestContents;
  held: z.output<typeof heldInputSchema>;
  summary: string;
  patch: TestResultPatch & { outcome: z.output<typeof testOutcomeSchema> };
}

const timeColumns: Record<Exclude<TestTimeKey, 'declared'>, string> = {
  lastConsistentData: 'last_consistent_data',
  disruptionStart: 'disruption_start',
  dependenciesBack: 'dependencies_back',
  minimumService: 'minimum_service',
  fullService: 'full_service',
};

const columnOf: Record<string, string> = {
  entities: 'entity_ref',
  restoresFromBackup: 'restored_from_backup',
  restoredFromBackup: 'restored_from_backup',
  deliveredPercent: 'delivered_percent',
  startedAt: 'started_at',
  endedAt: 'ended_at',
  on: 'held_on',
};

/** The column that says a field of a test or of its result. @public */
export function testColumnOf(path: string): string {
  const [first, second] = path.replace(/^(?:contents|held)\./, '').split('.');
  if (first === 'times') {
    return timeColumns[second as keyof typeof timeColumns] ?? first;
  }
  if (first === 'schedule') return 'started_at';
  return columnOf[first] ?? first;
}

/**
 * Reads a row of tests that were held.
 *
 * @param context - `facilitator`: who imports, where the row names nobody; `timeZone`: the policy's
 * @public
 */
export function readTestRow(
  cells: Record<string, string>,
  context: { facilitator: string | null; timeZone: string },
): ReadRow<TestRow> {
  const row = new RowCells(cells);
  const entityRef = row.entityRef('entity_ref');
  const outcome = row.required(
    'outcome',
    `Write one of ${testOutcomes.join(', ')}.`,
  );
  const held = readHeld(row);
  const facilitator =
    row.text('facilitator')?.trim() ?? context.facilitator ?? undefined;
  if (!facilitator) {
    const about = 'Name the user who held the test.';
    row.refuse('facilitator', refused('value-needed', { about }));
  }
  if (!held || row.errors.length > 0) {
    return row.answer<TestRow>(undefined);
  }
  const contents = row.parse(
    testContentsSchema,
    {
      title: row.required('title', 'Write what the test is called.'),
      depth: row.text('depth')?.trim(),
      environment: row.text('environment')?.trim(),
      restoresFromBackup: row.yesOrNo('restored_from_backup') ?? false,
      scenario: { description: row.text('scenario') },
      entities: [entityRef],
      schedule: scheduleOf(held, context.timeZone),
      facilitator,
    },
    testColumnOf,
  );
  const percent = row.text('delivered_percent')?.replace(/%\s*$/, '').trim();
  const patch = row.parse(
    testResultPatchSchema,
    {
      outcome: outcome.trim(),
      times: Object.fromEntries(
        testTimeKeys.flatMap(key => {
          const text =
            key === 'declared' ? undefined : row.text(timeColumns[key])?.trim();
          return text === undefined ? [] : [[key, text]];
        }),
      ),
      recovered: row.yesOrNo('recovered') === false ? false : undefined,
      partial: row.yesOrNo('partial'),
      note: row.text('note'),
      ...(percent !== undefined && {
        deliveredPercent: Number(percent.replace(',', '.')),
      }),
    },
    testColumnOf,
  );
  return row.answer(
    contents && patch
      ? {
          entityRef,
          contents,
          held,
          summary: row.text('summary')?.trim() ?? '',
          patch: { ...patch, outcome: patch.outcome! },
        }
      : undefined,
  );
}

/** Whether the rows are about the same test: what they say of it has to be the same then. @public */
export function testKeyOf({ contents, held }: TestRow): string {
  const { title, depth } = contents;
  return canonicalJson({ title: title.toLowerCase(), depth, held });
}

/** What rows of one test have to agree about, by column. @public */
export function testFactsOf(row: TestRow): Record<string, string> {
  const { environment, facilitator, scenario } = row.contents;
  return {
    environment,
    facilitator,
    scenario: scenario.description,
    summary: row.summary,
  };
}

function readHeld(row: RowCells): TestRow['held'] | undefined {
  if (row.text('held_on') !== undefined) {
    const on = readDay(row, 'held_on');
    if (row.text('started_at') ?? row.text('ended_at')) {
      row.refuse('held_on', refused('test-day-or-times'));
    }
    return row.parse(heldInputSchema.options[1], { on }, testColumnOf);
  }
  const hint = 'Write it, or the day in held_on.';
  return row.parse(
    heldInputSchema.options[0],
    {
      startedAt: row.required('started_at', hint).trim(),
      endedAt: row.required('ended_at', hint).trim(),
    },
    testColumnOf,
  );
}

function scheduleOf(held: TestRow['held'], timeZone: string) {
  return 'on' in held
    ? { allDay: true, start: held.on, end: held.on, timeZone }
    : { allDay: false, start: held.startedAt, end: held.endedAt, timeZone };
}

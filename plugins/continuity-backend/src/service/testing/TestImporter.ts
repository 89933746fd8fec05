import { NotAllowedError } from '@backstage/errors';
import {
  refused,
  testColumnOf,
  testFactsOf,
  testKeyOf,
  type ContinuityPolicy,
  type ImportCellError,
  type ImportRow,
  type TestContents,
  type TestRow,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { Access } from '../../permissions/CallerAccess';
import { ContinuityTestResources } from '../../permissions/resources/ContinuityTestResources';
import { TestAccess, TestCaller } from '../../permissions/TestAccess';
import {
  cellErrorOf,
  judgedRow,
  refusalsOf,
  refusedRow,
} from '../record/prepareRow';
import type {
  PreparedRow,
  ReadImport,
  RowImporter,
} from '../record/RowImporter';
import {
  readEnteredResults,
  type EnteredResult,
} from '../../testing/EnteredTests';
import { afterOf, said } from '../../testing/inHistory';
import { newTest } from '../../testing/newTest';
import { TestWriter } from '../../testing/TestWriter';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { heldOf } from '../profile/heldOf';
import { HeldTestRecorder, type HeldTest } from './HeldTestRecorder';
import { TestChecks } from './TestChecks';

interface Options {
  database: Knex;
  policy: ContinuityPolicy;
  heldTests: HeldTestRecorder;
  testAccess: TestAccess;
  testChecks: TestChecks;
  testResources: ContinuityTestResources;
  testWriter: TestWriter;
}

type Rows = Array<ReadImport<TestRow>>;

interface Importing {
  caller: TestCaller;
  known: EnteredResult[];
  at: string;
}

/** Imports tests that were held: rows of the same test become one, with a result for each entity, which somebody else reviews. */
export class TestImporter implements RowImporter<TestRow> {
  readonly #options: Options;

  static create(options: Options) {
    return new TestImporter(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async prepare(
    rows: Rows,
    { access, at }: { access: Access; at: string },
  ): Promise<PreparedRow[]> {
    if (!access.mayCreateTests) {
      throw new NotAllowedError(
        'You may not enter tests: it needs the permission continuity.test.create.',
      );
    }
    const { database, testAccess } = this.#options;
    const caller = await testAccess.of(access.credentials);
    const known = await readEnteredResults(
      database,
      rows.map(({ row }) => row.entityRef),
    );
    const groups = new Map<string, Rows>();
    for (const each of rows) {
      const key = testKeyOf(each.row);
      groups.set(key, [...(groups.get(key) ?? []), each]);
    }
    const prepared = new Map<number, PreparedRow>();
    for (const group of groups.values()) {
      const answers = await this.#group(group, { caller, known, at });
      group.forEach(({ line }, index) => prepared.set(line, answers[index]));
    }
    return rows.map(({ line }) => prepared.get(line)!);
  }

  /** All rows of one test. */
  async #group(rows: Rows, importing: Importing): Promise<PreparedRow[]> {
    const errors = rows.map(({ row }, index) =>
      disagreements(row, { with: rows[0].row, index }),
    );
    if (errors.every(found => found.length === 0)) {
      const answers = await this.#test(rows, importing, errors);
      if (answers) return answers;
    }
    return rows.map(({ row }, index) =>
      refusedRow(
        aboutOf(row),
        errors[index].length > 0
          ? errors[index]
          : [{ column: '', ...refused('test-whole-refused') }],
      ),
    );
  }

  /** Undefined where something is wrong, which is added to `errors`. */
  async #test(
    rows: Rows,
    { caller, known, at }: Importing,
    errors: ImportCellError[][],
  ): Promise<PreparedRow[] | undefined> {
    const { policy, heldTests, testWriter } = this.#options;
    const contents = wholeOf(rows);
    const first = rows[0].row;
    let held: HeldTest;
    try {
      const { startedAt, endedAt, precision } = heldOf(first.held, {
        policy,
        now: at,
      });
      const entered = rows.map(({ row }) =>
        enteredAs(row, known, { heldAt: startedAt }),
      );
      if (entered.some(result => result)) {
        return this.#alreadyThere(rows, entered, errors);
      }
      await this.#check(contents, caller);
      const by = caller.access.subject;
      held = await heldTests.completed(
        newTest(
          { contents, by, at },
          { enteredAfterwards: true, summary: first.summary },
        ),
        {
          items: rows.map(({ row: { entityRef, patch } }) => ({
            entityRef,
            patch,
          })),
          startedAt,
          endedAt,
          precision,
          by,
          at,
        },
      );
    } catch (error) {
      this.#assign(
        rows,
        contents,
        refusalsOf(error, path => path),
        errors,
      );
      return undefined;
    }
    for (const { index, ...issue } of held.issues) {
      errors[index].push(cellErrorOf(issue, testColumnOf));
    }
    if (held.issues.length > 0) return undefined;
    return rows.map(({ row }, index) =>
      judgedRow(aboutOf(row), {
        outcome: 'create',
        changes: changesOf(row, held, index),
        notes: notesOf(row, held, index),
        seen: held.results[index].targets,
        dirty: contents.entities,
        // the first row writes the whole test
        write: async (trx, imported) => {
          if (index === 0) {
            await testWriter.beginIn(
              trx,
              {
                test: held.test,
                record: {
                  action: 'entered-afterwards',
                  after: {
                    ...afterOf(held.test),
                    results: Object.fromEntries(
                      held.results.map(result => [
                        result.entityRef,
                        said(result),
                      ]),
                    ),
                  },
                  imported,
                },
                also: held.write,
              },
              at,
            );
          }
          return held.test.id;
        },
      }),
    );
  }

  async #check(contents: TestContents, caller: TestCaller): Promise<void> {
    const { testAccess, testChecks, testResources } = this.#options;
    await testChecks.contents(contents, { before: null, caller, path: '' });
    const [resource] = await testResources.of([
      {
        testId: '',
        facilitator: contents.facilitator,
        entities: contents.entities,
      },
    ]);
    if (testAccess.allows(caller, 'run', resource)) return;
    throw new WrongFieldsError([
      { path: '', ...refused('test-run-not-allowed') },
    ]);
  }

  /** What was entered once is not entered again; it is corrected where it is. */
  #alreadyThere(
    rows: Rows,
    entered: Array<EnteredResult | undefined>,
    errors: ImportCellError[][],
  ): PreparedRow[] | undefined {
    rows.forEach(({ row }, index) => {
      const known = entered[index];
      if (!known) {
        errors[index].push({
          column: 'entity_ref',
          ...refused('test-known-without-entity'),
        });
      } else if (worseThan(row, known)) {
        errors[index].push({
          column: 'outcome',
          ...refused('test-known-otherwise', { outcome: known.outcome ?? '' }),
        });
      }
    });
    if (errors.some(found => found.length > 0)) return undefined;
    return rows.map(({ row }, index) =>
      judgedRow(aboutOf(row), {
        outcome: 'same',
        id: entered[index]!.testId,
      }),
    );
  }

  /** Says to each row what is wrong with its entity, and the rest to the first one. */
  #assign(
    rows: Rows,
    contents: TestContents,
    found: ImportCellError[],
    errors: ImportCellError[][],
  ): void {
    for (const { column: path, ...refusal } of found) {
      const [, at] = /^entities\.(\d+)$/.exec(path) ?? [];
      const ref = at && contents.entities[Number(at)];
      const index = rows.findIndex(({ row }) => row.entityRef === ref);
      errors[Math.max(index, 0)].push({
        column: testColumnOf(path),
        ...refusal,
      });
    }
  }
}

function aboutOf({ entityRef, contents }: TestRow) {
  return { entityRef, title: contents.title };
}

/** What a row says otherwise than the first one of its test. */
function disagreements(
  row: TestRow,
  options: { with: TestRow; index: number },
): ImportCellError[] {
  if (options.index === 0) return [];
  const [here, first] = [testFactsOf(row), testFactsOf(options.with)];
  return Object.keys(here)
    .filter(column => here[column] !== first[column])
    .map(column => ({
      column,
      ...refused('test-rows-disagree'),
    }));
}

function wholeOf(rows: Rows): TestContents {
  const contents = rows.map(({ row }) => row.contents);
  return {
    ...contents[0],
    entities: contents.flatMap(({ entities }) => entities).sort(),
    restoresFromBackup: contents.some(each => each.restoresFromBackup),
  };
}

function enteredAs(
  { entityRef, contents }: TestRow,
  known: EnteredResult[],
  { heldAt }: { heldAt: string },
): EnteredResult | undefined {
  return known.find(
    result =>
      result.entityRef === entityRef &&
      result.heldAt === heldAt &&
      result.depth === contents.depth &&
      result.title.toLowerCase() === contents.title.toLowerCase(),
  );
}

/** Kept may be a worse outcome than the file's, since times and targets allow no better one; never a better one. */
function worseThan({ patch }: TestRow, { outcome }: EnteredResult): boolean {
  const isFailure = (each: string | null) => each === 'failed';
  return isFailure(patch.outcome) && !isFailure(outcome);
}

function changesOf(
  { patch, held }: TestRow,
  { test, results }: HeldTest,
  index: number,
): ImportRow['changes'] {
  const { measure, outcome } = results[index];
  const seconds = (value: number | null | undefined) =>
    value === null || value === undefined ? null : `PT${value}S`;
  const values: Array<[string, string | null]> = [
    ['depth', test.contents.depth],
    // of a day only the day is known, whatever the reader's zone
    ['held', 'on' in held ? held.on : test.heldAt],
    ['outcome', outcome ?? patch.outcome],
    ['rta', seconds(measure?.rtaSeconds)],
    ['rpa', seconds(measure?.rpaSeconds)],
  ];
  return values
    .filter(([, after]) => after !== null)
    .map(([field, after]) => ({ field, before: null, after }));
}

function notesOf(
  { patch }: TestRow,
  { results }: HeldTest,
  index: number,
): ImportRow['notes'] {
  const { outcome } = results[index];
  return [
    ...(outcome !== null && outcome !== patch.outcome
      ? [{ code: 'outcome-lowered' as const, detail: outcome }]
      : []),
    { code: 'awaits-review' as const, detail: '' },
  ];
}

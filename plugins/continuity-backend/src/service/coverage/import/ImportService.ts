import { createHash } from 'node:crypto';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  canonicalJson,
  importOutcomes,
  LARGEST_IMPORT,
  normaliseRef,
  type ContinuityPolicy,
  type ImportAnswer,
  type ImportDryRunRequest,
  type ImportKind,
  type ImportOutcome,
  type ImportRequest,
  type ImportRow,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AssessmentEngine } from '../../../assessment/AssessmentEngine';
import { WrongFieldsError } from '../../../contract/WrongFieldsError';
import type { StandingUpkeep } from '../../../dependency/StandingUpkeep';
import { Access, CallerAccess } from '../../../permissions/CallerAccess';
import { readNames } from '../../../permissions/readNames';
import { refusedRow } from '../../record/prepareRow';
import type { PreparedRow, RowImporter } from '../../record/RowImporter';
import { EntityContinuityService } from '../../profile/EntityContinuityService';
import { readable, readImport, type ImportRowRead } from './readImport';
import { TooLargeError } from './TooLargeError';

/** Entities that are assessed before the answer; the scheduled work does the rest. */
const ASSESSED_AT_ONCE = 500;

/** Refused rows that an error names. */
const NAMED_REFUSALS = 20;

interface Options {
  database: Knex;
  policy: ContinuityPolicy;
  access: CallerAccess;
  entities: EntityContinuityService;
  engine: AssessmentEngine;
  standings: StandingUpkeep;
  importers: Record<ImportKind, RowImporter<any>>;
  clock: () => Date;
}

type Asked = { credentials: BackstageCredentials };

interface Prepared {
  answer: ImportAnswer;
  rows: PreparedRow[];
  access: Access;
  at: string;
}

/** Imports what companies already have: says first what would become of each row, then writes all of them in one transaction, or none. */
export class ImportService {
  readonly #options: Options;

  static create(options: Options) {
    return new ImportService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async dryRun(
    kind: ImportKind,
    request: ImportDryRunRequest,
    asked: Asked,
  ): Promise<ImportAnswer> {
    const { answer } = await this.#prepare(kind, request, asked);
    return answer;
  }

  async run(
    kind: ImportKind,
    request: ImportRequest,
    asked: Asked,
  ): Promise<ImportAnswer> {
    const { answer, rows, at } = await this.#prepare(kind, request, asked);
    if (answer.fingerprint !== request.fingerprint) {
      throw new ConflictError(
        'What the import would do has changed since the dry run, or the file has. Nothing was imported; run the dry run again and look at it.',
      );
    }
    refuseRefused(answer);
    const ids = await this.#write(answer, rows, at);
    return {
      ...answer,
      imported: true,
      rows: answer.rows.map((row, index) => ({
        ...row,
        id: ids[index] ?? row.id,
      })),
    };
  }

  async #write(
    { fileName: file, rows: shown }: ImportAnswer,
    rows: PreparedRow[],
    at: string,
  ): Promise<Array<string | null>> {
    const { database, engine, standings } = this.#options;
    const dirty = [...new Set(rows.flatMap(row => row.dirty ?? []))];
    // what fell due before is decided by what was known before
    await engine.settleDue(at);
    const ids = await database.transaction(async trx => {
      const made: Array<string | null> = [];
      for (const [index, row] of rows.entries()) {
        const { line } = shown[index];
        made.push((await row.write?.(trx, { file, line })) ?? null);
      }
      if (dirty.length > 0) await engine.markDirty(trx, dirty, at);
      return made;
    });
    const first = dirty.slice(0, ASSESSED_AT_ONCE);
    await engine.drain({ first, limit: ASSESSED_AT_ONCE });
    if (first.length > 0 && (await standings.settle())) {
      await engine.drain({ first, limit: ASSESSED_AT_ONCE });
    }
    return ids;
  }

  async #prepare(
    kind: ImportKind,
    { fileName, csv }: ImportDryRunRequest,
    { credentials }: Asked,
  ): Promise<Prepared> {
    const { access: caller, policy, importers, clock } = this.#options;
    if (Buffer.byteLength(csv) > LARGEST_IMPORT) {
      throw new TooLargeError(
        `This file has more than ${LARGEST_IMPORT / 1_000_000} MB. Import it in parts.`,
      );
    }
    const access = await caller.of(credentials);
    const at = clock().toISOString();
    const read = readImport(kind, csv, {
      policy,
      person: access.isUser ? access.subject : null,
    });
    const found = read.ok ? read.rows : [];
    const judged = await importers[kind].prepare(readable(found), {
      access,
      at,
    });
    const rows = inOrder(found, judged);
    const answer = await this.#answer(access, {
      kind,
      fileName,
      imported: false,
      problems: read.ok ? [] : read.problems,
      ignoredColumns: read.ok ? read.ignored : [],
      rows: rows.map((row, index) => shownAs(row, found[index].line)),
      totals: totalsOf(rows),
      fingerprint: fingerprintOf(kind, { fileName, csv, rows }),
    });
    return { answer, rows, access, at };
  }

  /** What held before may name what the caller may not see. */
  async #answer(access: Access, answer: ImportAnswer): Promise<ImportAnswer> {
    const { database, entities } = this.#options;
    const before = await entities.hide(
      answer.rows.map(({ changes }) => changes.map(change => change.before)),
      access,
    );
    const rows = answer.rows.map((row, index) => ({
      ...row,
      changes: row.changes.map((change, at) => ({
        ...change,
        before: before[index][at],
      })),
    }));
    const named = rows
      .filter(({ outcome }) => outcome !== 'refused')
      .map(({ entityRef, changes }) => ({ entityRef, changes }));
    return { ...answer, rows, names: await readNames(database, named) };
  }
}

/** What was judged, and between it what could not be read. */
function inOrder(found: ImportRowRead[], judged: PreparedRow[]): PreparedRow[] {
  const next = judged.values();
  return found.map(each =>
    each.ok
      ? next.next().value!
      : refusedRow(
          {
            entityRef:
              normaliseRef(each.cells.entity_ref ?? '', {
                defaultNamespace: 'default',
              }) ?? null,
            title: each.cells.title ?? each.cells.requirement ?? '',
          },
          each.errors,
        ),
  );
}

function shownAs(row: PreparedRow, line: number): ImportRow {
  const { seen, dirty, write, ...shown } = row;
  return { ...shown, line };
}

function totalsOf(rows: PreparedRow[]): Record<ImportOutcome, number> {
  return Object.fromEntries(
    importOutcomes.map(outcome => [
      outcome,
      rows.filter(row => row.outcome === outcome).length,
    ]),
  ) as Record<ImportOutcome, number>;
}

/** Of the file, and of all that decided what becomes of its rows. */
function fingerprintOf(
  kind: ImportKind,
  of: { fileName: string; csv: string; rows: PreparedRow[] },
): string {
  const rows = of.rows.map(({ seen = null, dirty, write, ...row }) => ({
    ...row,
    seen,
  }));
  return createHash('sha256')
    .update(canonicalJson({ kind, ...of, rows }))
    .digest('hex');
}

/** All or nothing: a refused row, or a file that can't be read, keeps everything out. */
function refuseRefused({ problems, rows }: ImportAnswer): void {
  if (problems.length > 0) {
    throw new WrongFieldsError(
      problems.map(problem => ({ path: 'csv', ...problem })),
    );
  }
  const refused = rows.filter(({ outcome }) => outcome === 'refused');
  if (refused.length === 0) return;
  throw new WrongFieldsError(
    refused
      .slice(0, NAMED_REFUSALS)
      .map(({ line, errors: [{ column, ...refusal }] }) => ({
        path: ['csv', `line ${line}`, column].filter(Boolean).join('.'),
        ...refusal,
      })),
  );
}

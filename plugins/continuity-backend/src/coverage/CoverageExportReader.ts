import {
  type ContinuityStatus,
  type CoverageExportItem,
  formatIsoDuration,
  type GapCode,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { HOLDS_NO_DATA } from '../assessment/assessmentRow';
import { coverageConditions } from './coverageFilters';
import type { CoverageRows } from './coverageRows';
import { visibleCondition } from './visibleCondition';

/** Few enough for the memory to stay flat, many enough for the speed. */
const ROWS_PER_PAGE = 2_000;

const columns = [
  'entity_ref',
  'title',
  'kind',
  'type',
  'system_ref',
  'domain_ref',
  'owner_ref',
  'recovery_owner',
  'status',
  'underlying_status',
  'tier',
  'tier_source',
  'rto_seconds',
  'rpo_seconds',
  'mtpd_seconds',
  'gap_codes',
  'due_by',
  'late',
  'valid_from',
] as const;

interface Row {
  entity_ref: string;
  title: string;
  kind: string;
  type: string | null;
  system_ref: string | null;
  domain_ref: string | null;
  owner_ref: string | null;
  recovery_owner: string | null;
  status: ContinuityStatus;
  underlying_status: ContinuityStatus;
  tier: string | null;
  tier_source: string | null;
  rto_seconds: string | number | null;
  rpo_seconds: string | number | null;
  mtpd_seconds: string | number | null;
  gap_codes: string;
  due_by: string | null;
  late: boolean | number;
  valid_from: string;
}

/** Reads all rows of a moment, page by page in the order of refs, without the wide columns. */
export class CoverageExportReader {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new CoverageExportReader(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /** Each entity once, whatever changes meanwhile: the moment is fixed, and a ref keeps its place in the order. */
  async *pages(
    rows: CoverageRows & { asOf: string },
    rowsPerPage: number = ROWS_PER_PAGE,
  ): AsyncGenerator<CoverageExportItem[]> {
    let after: string | undefined;
    for (;;) {
      const page: Row[] = await this.#page(rows, after, rowsPerPage);
      if (page.length > 0) yield page.map(toItem);
      if (page.length < rowsPerPage) return;
      after = page[page.length - 1].entity_ref;
    }
  }

  #page(
    rows: CoverageRows & { asOf: string },
    after: string | undefined,
    limit: number,
  ): Knex.QueryBuilder {
    const { client } = this.#database;
    const { filters, visibility, asOf } = rows;
    const query = this.#database('assessments')
      .where('valid_from', '<=', asOf)
      .whereRaw('(valid_to is null or valid_to > ?)', [asOf])
      .orderBy('entity_ref')
      .limit(limit)
      .select(...columns);
    if (after !== undefined) query.where('entity_ref', '>', after);
    for (const [sql, bindings] of [
      visibleCondition(client, 'uid', visibility),
      ...coverageConditions(client, filters, visibility),
    ]) {
      query.whereRaw(sql, bindings);
    }
    return query;
  }
}

function toItem(row: Row): CoverageExportItem {
  const rto = secondsOf(row.rto_seconds);
  const rpo = secondsOf(row.rpo_seconds);
  const mtpd = secondsOf(row.mtpd_seconds);
  const holdsNoData = rpo === HOLDS_NO_DATA;
  return {
    entityRef: row.entity_ref,
    title: row.title,
    kind: row.kind,
    type: row.type,
    system: row.system_ref,
    domain: row.domain_ref,
    owner: row.owner_ref,
    recoveryOwner: row.recovery_owner,
    status: row.status,
    underlyingStatus: row.underlying_status,
    tier: row.tier,
    tierSource: row.tier_source,
    rto: durationOf(rto),
    rtoSeconds: rto,
    rpo: holdsNoData ? 'none' : durationOf(rpo),
    rpoSeconds: holdsNoData ? null : rpo,
    mtpd: durationOf(mtpd),
    mtpdSeconds: mtpd,
    gaps: row.gap_codes.split('|').filter(Boolean) as GapCode[],
    dueBy: row.due_by,
    late: Boolean(row.late),
    since: row.valid_from,
  };
}

function secondsOf(value: string | number | null): number | null {
  return value === null ? null : Number(value);
}

function durationOf(seconds: number | null): string | null {
  return seconds === null ? null : formatIsoDuration(seconds);
}

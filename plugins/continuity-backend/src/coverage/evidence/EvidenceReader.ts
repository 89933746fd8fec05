import type {
  Agreement,
  Assessment,
  Bia,
  PlanVersion,
  RiskAssessment,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../../database/whereInList';
import {
  type AnalysisRow,
  toBia,
  toRiskAssessment,
} from '../../plan/analysisRow';
import { toVersion, type PlanVersionRow } from '../../plan/planRows';
import { toAgreement } from '../../profile/DatabaseProfileStore';
import { type FindingRow, toFinding } from '../../testing/finding/findingRows';
import type { StoredFinding } from '../../testing/finding/FindingStore';
import type { StoredResult } from '../../testing/result/StoredResult';
import type { StoredTest } from '../../testing/StoredTest';
import {
  type ResultRow,
  type TestRow,
  toResult,
  toTest,
} from '../../testing/testRows';
import { asItStood } from './asItStood';
import {
  readEvidenceChanges,
  type EvidenceChange,
} from './readEvidenceChanges';

/** A version of a plan that was in force, with who read and confirmed it. */
export interface EvidencePlan {
  planId: string;
  kind: string;
  owner: string;
  version: PlanVersion;
  readers: Array<{ by: string; at: string }>;
  confirmations: Array<{ by: string; at: string; because: string }>;
}

/** A test that was held in the period. */
export interface EvidenceTest {
  test: StoredTest;
  results: StoredResult[];
}

/** All that is known of a service as of the end of the period. */
export interface EvidenceOf {
  entityRef: string;
  title: string;
  systemRef: string | null;
  assessment: Assessment;
  risks: RiskAssessment[];
  bias: Bia[];
  agreements: Agreement[];
  plans: EvidencePlan[];
  tests: EvidenceTest[];
  findings: StoredFinding[];
  changes: EvidenceChange[];
  exemptions: EvidenceExemption[];
}

/** What asks for less counts once a second person has agreed. */
const COUNTS_FROM = 'coalesce(confirmed_at, recorded_at)';

/** An approved exemption that held in the period. */
export interface EvidenceExemption {
  requirement: string;
  reason: string;
  requestedBy: string;
  decidedBy: string | null;
  startsAt: string;
  endsAt: string;
}

/** Reads what proves that continuity is looked after, as it was at the end of a period. */
export class EvidenceReader {
  readonly #database: Knex;

  static create(options: { database: Knex }): EvidenceReader {
    return new EvidenceReader(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /** The services that had an assessment then; others are left out. */
  async read(
    entityRefs: string[],
    period: { from: string; to: string },
  ): Promise<EvidenceOf[]> {
    const rows: Array<{
      entity_ref: string;
      title: string;
      system_ref: string | null;
      detail: string;
    }> = await whereInList(
      assessmentsAt(this.#database, period.to),
      'entity_ref',
      entityRefs,
    ).select('entity_ref', 'title', 'system_ref', 'detail');
    const units = [
      ...new Set(
        rows.flatMap(row => [
          row.entity_ref,
          ...(row.system_ref === null ? [] : [row.system_ref]),
        ]),
      ),
    ];
    const refs = rows.map(row => row.entity_ref);
    const analyses = await this.#analyses(units, period);
    const agreements = await this.#agreements(units, period);
    const plans = await this.#plans(units, period);
    const tests = await this.#tests(refs, period);
    const findings = await this.#findings(refs, period);
    const changes = await readEvidenceChanges(this.#database, refs, period);
    const exemptions = await this.#exemptions(refs, period);
    return rows.map(row => {
      const own = row.entity_ref;
      const unit = row.system_ref;
      // a part takes over what its system has, unless it has its own
      const ownOrUnits = <T>(found: Map<string, T[]>): T[] =>
        found.get(own) ?? (unit === null ? [] : found.get(unit) ?? []);
      return {
        entityRef: own,
        title: row.title,
        systemRef: unit,
        assessment: JSON.parse(row.detail),
        bias: ownOrUnits(analyses.bia),
        risks: ownOrUnits(analyses.risk),
        agreements: ownOrUnits(agreements),
        plans: [
          ...new Map(
            [
              ...(plans.get(own) ?? []),
              ...(unit === null ? [] : plans.get(`${unit} parts`) ?? []),
            ].map(plan => [`${plan.planId} ${plan.version.version}`, plan]),
          ).values(),
        ],
        tests: tests.get(own) ?? [],
        findings: findings.get(own) ?? [],
        changes: changes.get(own) ?? [],
        exemptions: exemptions.get(own) ?? [],
      };
    });
  }

  async #analyses(units: string[], period: { from: string; to: string }) {
    const rows: AnalysisRow[] = await whereInList(
      this.#database('analyses'),
      'entity_ref',
      units,
    )
      .whereIn('state', ['agreed', 'superseded'])
      .whereRaw(`${COUNTS_FROM} < ?`, [period.to])
      .where(kept =>
        kept.whereNull('archived_at').orWhere('archived_at', '>=', period.to),
      )
      .orderByRaw(`${COUNTS_FROM} desc, seq desc`);
    const bia = new Map<string, Bia[]>();
    const risk = new Map<string, RiskAssessment[]>();
    for (const row of rows) {
      if (row.sort === 'bia') addLatest(bia, toBia(row), period.from);
      else addLatest(risk, toRiskAssessment(row), period.from);
    }
    return { bia, risk };
  }

  async #agreements(units: string[], period: { from: string; to: string }) {
    const rows = await whereInList(
      this.#database('agreements'),
      'entity_ref',
      units,
    )
      .whereIn('state', ['in-force', 'superseded'])
      .whereRaw(`${COUNTS_FROM} < ?`, [period.to])
      .where(kept =>
        kept.whereNull('archived_at').orWhere('archived_at', '>=', period.to),
      )
      .orderByRaw(`${COUNTS_FROM} desc, seq desc`);
    const found = new Map<string, Agreement[]>();
    for (const row of rows) addLatest(found, toAgreement(row), period.from);
    return found;
  }

  /** By entity; by system and `parts` where the plan holds for its parts, too. */
  async #plans(units: string[], period: { from: string; to: string }) {
    const rows: Array<
      PlanVersionRow & {
        entity_ref: string;
        with_parts: boolean | number;
        kind: string;
        owner_ref: string;
      }
    > = await whereInList(
      this.#database('plan_scope as s')
        .join('plan_versions as v', join =>
          join.on('v.plan_id', 's.plan_id').andOn('v.version', 's.version'),
        )
        .join('plans as p', 'p.id', 's.plan_id'),
      's.entity_ref',
      units,
    )
      .where('s.in_scope', true)
      .where('v.approved_at', '<', period.to)
      .where(valid =>
        valid
          .whereNull('v.superseded_at')
          .orWhere('v.superseded_at', '>=', period.to),
      )
      .where(kept =>
        kept
          .whereNull('p.archived_at')
          .orWhere('p.archived_at', '>=', period.to),
      )
      .orderBy(['v.plan_id', 'v.version'])
      .select('v.*', 's.entity_ref', 's.with_parts', 'p.kind', 'p.owner_ref');
    const found = new Map<string, EvidencePlan[]>();
    for (const row of rows) {
      const which = { plan_id: row.plan_id, version: row.version };
      const plan: EvidencePlan = {
        planId: row.plan_id,
        kind: row.kind,
        owner: row.owner_ref,
        version: toVersion(row),
        readers: (
          await this.#database('plan_acknowledgements')
            .where(which)
            .where('at', '<', period.to)
            .orderBy('at')
        ).map(each => ({ by: each.user_ref, at: each.at })),
        confirmations: (
          await this.#database('plan_confirmations')
            .where(which)
            .where('at', '<', period.to)
            .orderBy('seq')
        ).map(each => ({ by: each.by, at: each.at, because: each.because })),
      };
      add(found, row.entity_ref, plan);
      if (row.with_parts) add(found, `${row.entity_ref} parts`, plan);
    }
    return found;
  }

  async #tests(refs: string[], period: { from: string; to: string }) {
    const rows: Array<TestRow & { of_ref: string }> = await whereInList(
      this.#database('test_entities as e').join(
        'tests as t',
        't.id',
        'e.test_id',
      ),
      'e.entity_ref',
      refs,
    )
      .where('t.state', 'completed')
      .where('t.held_at', '>=', period.from)
      .where('t.held_at', '<', period.to)
      .orderBy('t.held_at')
      .select('t.*', 'e.entity_ref as of_ref');
    const results: ResultRow[] = await whereInList(
      this.#database('test_results'),
      'test_id',
      new Set(rows.map(row => row.id)),
    );
    const resultsOf = new Map<string, StoredResult[]>();
    for (const row of results) add(resultsOf, row.test_id, toResult(row));
    const found = new Map<string, EvidenceTest[]>();
    for (const row of rows) {
      add(found, row.of_ref, {
        test: asItStood.test(toTest(row), period.to),
        results: resultsOf.get(row.id) ?? [],
      });
    }
    return found;
  }

  async #findings(refs: string[], period: { from: string; to: string }) {
    const rows: Array<FindingRow & { of_ref: string }> = await whereInList(
      this.#database('finding_entities as e').join(
        'findings as f',
        'f.id',
        'e.finding_id',
      ),
      'e.entity_ref',
      refs,
    )
      .where('f.created_at', '<', period.to)
      .where(living =>
        living
          .whereNull('f.closed_at')
          .orWhere('f.closed_at', '>=', period.from),
      )
      .orderBy('f.created_at')
      .select('f.*', 'e.entity_ref as of_ref');
    const found = new Map<string, StoredFinding[]>();
    for (const row of rows) {
      const finding = toFinding(row, [row.of_ref]);
      add(found, row.of_ref, asItStood.finding(finding, period.to));
    }
    return found;
  }

  async #exemptions(refs: string[], period: { from: string; to: string }) {
    const rows = await whereInList(
      this.#database('exemptions'),
      'entity_ref',
      refs,
    )
      .whereIn('state', ['approved', 'ended'])
      .whereNotNull('decided_at')
      .where('starts_at', '<', period.to)
      .where('ends_at', '>', period.from)
      // what was ended before it began exempted nobody
      .whereRaw('starts_at < ends_at')
      .where(kept =>
        kept.whereNull('archived_at').orWhere('archived_at', '>', period.from),
      )
      .orderBy('starts_at');
    const found = new Map<string, EvidenceExemption[]>();
    for (const row of rows) {
      add(found, row.entity_ref, {
        requirement: row.requirement,
        reason: row.reason,
        requestedBy: row.requested_by,
        decidedBy: row.decided_by,
        startsAt: row.starts_at,
        endsAt: row.ends_at,
      });
    }
    return found;
  }
}

/** Assessments as they stood at the last moment before `at`. */
export function assessmentsAt(knex: Knex, at: string): Knex.QueryBuilder {
  return knex('assessments')
    .where('valid_from', '<', at)
    .where(open => open.whereNull('valid_to').orWhere('valid_to', '>=', at));
}

function add<T>(found: Map<string, T[]>, key: string, item: T): void {
  const list = found.get(key);
  if (list) list.push(item);
  else found.set(key, [item]);
}

/** The one that counted at the end, and all that began to count in the period. Rows come newest first. */
function addLatest<
  T extends { entityRef: string; recordedAt: string; confirmedAt?: string },
>(found: Map<string, T[]>, item: T, from: string): void {
  const { confirmedAt, recordedAt } = item;
  if (!found.has(item.entityRef) || (confirmedAt ?? recordedAt) >= from) {
    add(found, item.entityRef, item);
  }
}

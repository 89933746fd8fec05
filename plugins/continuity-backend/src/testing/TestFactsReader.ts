import type {
  PlannedGlance,
  TestFacts,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../database/whereInList';
import { readFindingFacts } from './finding/readFindingFacts';
import { stepsFingerprint } from './TestedPlans';
import { readResultFacts } from './result/readResultFacts';

/** What is known of an entity whose tests are read. */
export interface TestedEntity {
  systemRef: string | null;
  /** The plans in force that scope it. */
  plans: Array<{ planId: string; version: number }>;
}

type VersionText = Parameters<typeof stepsFingerprint>[0];

/** Versions in force are read-only for ever, so their steps are parsed once; the limit only keeps the memory small. */
const REMEMBERED = 2_000;

/** Reads what assessments must know of tests, for many entities in a fixed number of queries. */
export class TestFactsReader {
  readonly #versions = new Map<string, VersionText>();

  static create() {
    return new TestFactsReader();
  }

  private constructor() {}

  /** Entities without tests and findings are left out. */
  async read(
    knex: Knex,
    entities: Map<string, TestedEntity>,
  ): Promise<Map<string, TestFacts>> {
    const refs = [...entities.keys()];
    if (refs.length === 0) return new Map();
    const results = await readResultFacts(knex, refs);
    const planned = await plannedOf(knex, refs);
    const findings = await readFindingFacts(knex, refs);
    const tested = new Map(
      [...results.keys()].map(ref => [ref, entities.get(ref)!]),
    );
    await this.#learn(
      knex,
      [...tested.values()].flatMap(({ plans }) => plans),
    );
    const found = new Map<string, TestFacts>();
    for (const ref of refs) {
      const own = {
        results: results.get(ref) ?? [],
        planned: planned.get(ref) ?? [],
        findings: findings.get(ref) ?? [],
      };
      if (Object.values(own).every(list => list.length === 0)) continue;
      found.set(ref, {
        ...own,
        // what was never tested has no steps to compare
        stepsInForce: this.#steps(ref, tested.get(ref)),
      });
    }
    return found;
  }

  #steps(
    entityRef: string,
    entity: TestedEntity | undefined,
  ): TestFacts['stepsInForce'] {
    if (!entity) return [];
    const { systemRef, plans } = entity;
    return plans.flatMap(plan => {
      const version = this.#versions.get(versionKey(plan));
      return version
        ? [
            {
              planId: plan.planId,
              steps: stepsFingerprint(version, { entityRef, systemRef }),
            },
          ]
        : [];
    });
  }

  async #learn(knex: Knex, plans: TestedEntity['plans']): Promise<void> {
    const missing = new Set(
      plans.map(versionKey).filter(key => !this.#versions.has(key)),
    );
    if (missing.size === 0) return;
    if (this.#versions.size > REMEMBERED) {
      this.#versions.clear();
      plans.forEach(plan => missing.add(versionKey(plan)));
    }
    const rows: Array<{ plan_id: string; version: number; contents: string }> =
      await whereInList(
        knex('plan_versions as v')
          .join('plans as p', join =>
            join.on('p.id', 'v.plan_id').on('p.in_force_version', 'v.version'),
          )
          .select('v.plan_id', 'v.version', 'v.contents'),
        'v.plan_id',
        new Set(plans.map(({ planId }) => planId)),
      );
    for (const { plan_id: planId, version, contents } of rows) {
      const key = versionKey({ planId, version });
      if (!missing.has(key)) continue;
      const { steps, contacts, reference } = JSON.parse(contents);
      this.#versions.set(key, { steps, contacts, reference });
    }
  }
}

function versionKey(plan: { planId: string; version: number }): string {
  return `${plan.planId} ${plan.version}`;
}

async function plannedOf(
  knex: Knex,
  refs: string[],
): Promise<Map<string, PlannedGlance[]>> {
  const rows: Array<{
    entity_ref: string;
    id: string;
    title: string;
    depth: PlannedGlance['depth'];
    restores_from_backup: boolean | number;
    environment: PlannedGlance['environment'];
    partial: boolean | number;
    starts_at: string;
    ends_at: string;
    all_day: boolean | number;
    state: PlannedGlance['state'];
  }> = await whereInList(
    knex('test_entities as e')
      .join('tests as t', 't.id', 'e.test_id')
      .whereIn('t.state', ['planned', 'in-progress'])
      .orderBy(['t.starts_at', 't.id'])
      .select(
        'e.entity_ref',
        't.id',
        't.title',
        't.depth',
        't.restores_from_backup',
        't.environment',
        't.partial',
        't.starts_at',
        't.ends_at',
        't.all_day',
        't.state',
      ),
    'e.entity_ref',
    refs,
  );
  const found = new Map<string, PlannedGlance[]>();
  for (const row of rows) {
    const glance: PlannedGlance = {
      testId: row.id,
      title: row.title,
      depth: row.depth,
      restoresFromBackup: Boolean(row.restores_from_backup),
      environment: row.environment,
      partial: Boolean(row.partial),
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      allDay: Boolean(row.all_day),
      state: row.state,
    };
    const list = found.get(row.entity_ref);
    if (list) list.push(glance);
    else found.set(row.entity_ref, [glance]);
  }
  return found;
}

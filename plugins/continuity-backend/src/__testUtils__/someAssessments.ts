import {
  continuityStatuses,
  type ContinuityStatus,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import {
  assessmentColumns,
  type AssessmentRow,
} from '../assessment/assessmentRow';
import { inChunks } from '../database/inChunks';
import { insertRows } from '../database/rowsAsTable';

/** An interval as a test makes it up; what the database holds of it. */
export type MadeUpRow = Omit<AssessmentRow, 'id'>;

/** The same numbers for the same seed, from 0 to below 1. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Random intervals of entities, each entity with one after the other, some with holes and some that have left. */
export function someAssessments(options: {
  entities: number;
  random: () => number;
  /** Moments at which something may change, ascending. */
  moments: string[];
}): MadeUpRow[] {
  const { entities, random, moments } = options;
  const pick = <T>(list: readonly T[]): T =>
    list[Math.floor(random() * list.length)];
  const rows: MadeUpRow[] = [];
  for (let index = 0; index < entities; index++) {
    const kind = pick(['component', 'resource', 'system']);
    const ref = `${kind}:default/${pick([
      'a',
      'B',
      'ä',
      'z',
    ])}-${index}`.toLowerCase();
    const changes = moments.filter(() => random() < 0.4);
    changes.forEach((from, at) => {
      const isGone = random() < 0.1;
      const to = changes[at + 1] ?? (isGone ? undefined : null);
      if (isGone && to === undefined) return;
      rows.push(aRow({ ref, kind, from, to: to ?? null, random }));
    });
  }
  return rows;
}

/** Puts made up intervals where the assessment keeps its own. */
export async function insertAssessments(
  knex: Knex,
  rows: MadeUpRow[],
): Promise<void> {
  await knex.transaction(async trx => {
    for (const chunk of inChunks(rows)) {
      await insertRows(trx, {
        table: 'assessments',
        columns: assessmentColumns,
        rows: chunk,
      });
    }
  });
}

function aRow(options: {
  ref: string;
  kind: string;
  from: string;
  to: string | null;
  random: () => number;
}): MadeUpRow {
  const { ref, kind, from, to, random } = options;
  const pick = <T>(list: readonly T[]): T =>
    list[Math.floor(random() * list.length)];
  const maybe = <T>(list: readonly T[]): T | null =>
    random() < 0.2 ? null : pick(list);
  const status: ContinuityStatus = pick(continuityStatuses);
  const tierRank = maybe([0, 1, 2, 3]);
  const tier = tierRank === null ? null : `tier-${tierRank + 1}`;
  const title = `${pick(['Shop', 'shop', '100 %', 'a_b', '=1+1'])} ${ref}`;
  const codes = ['plan-missing', 'test-never', 'bia-missing'].filter(
    () => random() < 0.3,
  );
  const causes = ['resource:default/db', 'group:default/x_y'].filter(
    () => random() < 0.2,
  );
  const owner = maybe(['group:default/a', 'group:default/b', 'user:default/u']);
  const recoverer = maybe(['group:default/b', 'user:default/me']);
  const system = maybe(['system:default/s', 'system:default/t']);
  const words = (list: string[]) => (list.length ? `|${list.join('|')}|` : '');
  const dueBy = codes.length ? pick(['2026-03-01', '2026-07-01']) : null;
  return {
    entity_ref: ref,
    uid: random() < 0.9 ? `uid-${ref}` : null,
    valid_from: from,
    valid_to: to,
    next_change_at: null,
    policy_version: 'v',
    status,
    underlying_status: status,
    urgency: Math.floor(random() * 50),
    in_scope: status !== 'out-of-scope',
    kind,
    title,
    type: maybe(['service', 'Website']),
    owner_ref: owner,
    system_ref: system,
    domain_ref: maybe(['domain:default/d']),
    recovery_owner: recoverer,
    tier,
    tier_rank: tierRank,
    tier_source: tier && 'portal',
    rto_seconds: maybe([0, 3600, 14_400, 86_400]),
    rpo_seconds: maybe([-1, 0, 300, 3600]),
    mtpd_seconds: maybe([3600, 86_400]),
    due_by: dueBy && `${dueBy}T00:00:00.000Z`,
    late: codes.length > 0 && random() < 0.5,
    gap_codes: words(codes),
    causes: words(causes.map(cause => `owner-unresolved ${cause}`)),
    dues: words(codes.map(code => `${code}@${dueBy}T00:00:00.000Z`)),
    search_text: `${title} ${ref} ${system} ${owner}`.toLowerCase(),
    detail: JSON.stringify({
      profile: Object.fromEntries(
        ['recoveryOwner', 'tier', 'rto', 'rpo', 'mtpd'].map(field => [
          field,
          { value: null, source: null },
        ]),
      ),
      gaps: [],
    }),
    memory: '{}',
    memory_before: null,
    assessed_at: from,
    people_known: true,
    facts_hash: null,
    standing_gaps: null,
    hash: 'h',
  };
}

import type {
  PlanFacts,
  PlanInForce,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { MirroredEntity } from '../catalog/MirrorStore';
import { whereInList } from '../database/whereInList';
import { lastEmergencyCopy } from './EmergencyCopyLog';

interface ScopeRow {
  plan_id: string;
  entity_ref: string;
  in_scope: boolean | number;
  with_parts: boolean | number;
  has_step: boolean | number;
  standing: 'in-force' | 'open';
  title: string;
  kind: string;
  version: number;
  approved_at: string;
  reviewed_at: string | null;
  contacts: string;
}

interface NoteRow {
  plan_id: string | null;
  entity_ref: string;
  text: string | null;
  is_primary: boolean | number;
}

/**
 * What assessments must know of the plans of entities, in a fixed number of queries. Entities that no plan names, and that name no file
 * that can't be used, are left out.
 */
export async function readPlanFacts(
  knex: Knex,
  entities: Map<string, Pick<MirroredEntity, 'systemRef'>>,
  options: {
    /** Whether the policy asks for emergency copies, so that their age has to be known. */
    withCopies: boolean;
  },
): Promise<Map<string, PlanFacts>> {
  const refs = [...entities.keys()];
  if (refs.length === 0) return new Map();
  const systems = [...entities.values()].flatMap(e => e.systemRef ?? []);
  const scopes: ScopeRow[] = await whereInList(
    knex('plan_scope as s')
      .join('plans as p', 'p.id', 's.plan_id')
      .join('plan_versions as v', join =>
        join.on('v.plan_id', 's.plan_id').on('v.version', 's.version'),
      )
      .whereIn('s.standing', ['in-force', 'open'])
      .select(
        's.plan_id',
        's.entity_ref',
        's.in_scope',
        's.with_parts',
        's.has_step',
        's.standing',
        'v.title',
        'p.kind',
        's.version',
        'p.approved_at',
        'p.reviewed_at',
        'p.contacts',
      ),
    's.entity_ref',
    new Set([...refs, ...systems]),
  );
  const notes: NoteRow[] = await whereInList(
    knex('plan_watched').select(
      'plan_id',
      'entity_ref',
      'facts as text',
      'is_primary',
    ),
    'entity_ref',
    refs,
  ).unionAll(
    whereInList(
      knex('plan_sources')
        .whereNotNull('problem')
        .select(knex.raw('null'), 'entity_ref', 'problem', knex.raw('false')),
      'entity_ref',
      refs,
    ),
  );
  const copiedAt =
    options.withCopies && scopes.length > 0
      ? await lastEmergencyCopy(knex)
      : undefined;
  const byRef = group(scopes);
  const notesByRef = group(notes);
  const found = new Map<string, PlanFacts>();
  for (const [ref, { systemRef }] of entities) {
    const facts = factsOf(ref, {
      own: byRef.get(ref) ?? [],
      systems: systemRef === null ? [] : byRef.get(systemRef) ?? [],
      systemRef,
      notes: notesByRef.get(ref) ?? [],
    });
    if (!facts) continue;
    found.set(ref, copiedAt === undefined ? facts : { ...facts, copiedAt });
  }
  return found;
}

function group<T extends { entity_ref: string }>(rows: T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const list = found.get(row.entity_ref);
    if (list) list.push(row);
    else found.set(row.entity_ref, [row]);
  }
  return found;
}

function factsOf(
  ref: string,
  rows: {
    own: ScopeRow[];
    systems: ScopeRow[];
    systemRef: string | null;
    notes: NoteRow[];
  },
): PlanFacts | undefined {
  const { own, systems, systemRef, notes } = rows;
  const source = notes.find(note => note.plan_id === null);
  const named = own.filter(row => row.in_scope);
  const through =
    systemRef === ref
      ? []
      : systems.filter(
          row =>
            row.in_scope &&
            row.with_parts &&
            !named.some(
              other =>
                other.plan_id === row.plan_id && other.version === row.version,
            ),
        );
  const scoped = [...named, ...through];
  if (scoped.length === 0 && !source) return undefined;
  const watched = new Map(notes.map(note => [note.plan_id, note]));
  const inForce = scoped
    .filter(row => row.standing === 'in-force')
    .map((row): PlanInForce => {
      const watch = watched.get(row.plan_id);
      return {
        planId: row.plan_id,
        title: row.title,
        kind: row.kind as PlanInForce['kind'],
        version: row.version,
        approvedAt: row.approved_at,
        reviewedAt: row.reviewed_at,
        covers: [...own, ...systems].some(
          other =>
            other.plan_id === row.plan_id &&
            other.version === row.version &&
            Boolean(other.has_step),
        ),
        through: named.includes(row) ? null : systemRef,
        watched: watch?.text ? JSON.parse(watch.text) : null,
        contacts: JSON.parse(row.contacts),
        isPrimary: Boolean(watch?.is_primary),
      };
    })
    .sort((a, b) => (a.planId < b.planId ? -1 : 1));
  return {
    inForce,
    isInWork: scoped.some(row => row.standing === 'open'),
    source: source ? JSON.parse(source.text!) : null,
  };
}

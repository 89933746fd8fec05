import type {
  FindingSeverity,
  OpenFindingFacts,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../../database/whereInList';

interface Row {
  entity_ref: string;
  id: string;
  title: string;
  severity: FindingSeverity;
  due_on: string;
}

/** What assessments must know of findings: those that are open or in progress, by entity. Entities without any are left out. */
export async function readFindingFacts(
  knex: Knex,
  entityRefs: Iterable<string>,
): Promise<Map<string, OpenFindingFacts[]>> {
  const rows: Row[] = await whereInList(
    knex('finding_entities as e')
      .join('findings as f', 'f.id', 'e.finding_id')
      .whereIn('f.state', ['open', 'in-progress'])
      .orderBy(['f.due_on', 'f.id'])
      .select('e.entity_ref', 'f.id', 'f.title', 'f.severity', 'f.due_on'),
    'e.entity_ref',
    entityRefs,
  );
  const found = new Map<string, OpenFindingFacts[]>();
  for (const { entity_ref, id, title, severity, due_on } of rows) {
    const list = found.get(entity_ref) ?? [];
    list.push({ findingId: id, title, severity, dueOn: due_on });
    found.set(entity_ref, list);
  }
  return found;
}

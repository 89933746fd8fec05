import type { AnalysisFacts } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import { toBia, toRiskAssessment, type AnalysisRow } from './analysisRow';

/** Those that can count: what was superseded or declined says nothing about now. */
const STATES_THAT_COUNT = ['agreed', 'draft', 'awaiting-second-person'];

/** The analyses that count, newest first, for the assessment and for the tab; entities without any are left out of the answer. */
export async function readAnalyses(
  knex: Knex,
  entityRefs: string[],
): Promise<Map<string, AnalysisFacts>> {
  const found = new Map<string, AnalysisFacts>();
  for (const chunk of inChunks(entityRefs)) {
    const rows: AnalysisRow[] = await knex('analyses')
      .whereIn('entity_ref', chunk)
      .whereIn('state', STATES_THAT_COUNT)
      .whereNull('archived_at')
      .orderBy('seq', 'desc');
    for (const row of rows) {
      const facts = found.get(row.entity_ref) ?? { bia: [], risk: [] };
      if (row.sort === 'bia') {
        facts.bia.push(toBia(row));
      } else {
        facts.risk.push(toRiskAssessment(row));
      }
      found.set(row.entity_ref, facts);
    }
  }
  return found;
}

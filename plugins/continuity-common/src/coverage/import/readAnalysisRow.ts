import { biaInputSchema, type BiaInput } from '../../plan/analysis/bia';
import { RowCells, type ReadRow } from './importCell';

/** A quick business impact analysis of a file. @public */
export interface AnalysisRow {
  entityRef: string;
  input: BiaInput;
}

const columnOf: Record<string, string> = {
  'quick.intolerableAfter': 'intolerable_after',
  categories: 'intolerable_after',
  agreedWith: 'agreed_with',
  assessedOn: 'assessed_on',
  dataLoss: 'data_loss',
};

/** The column that says a field of an analysis. @public */
export function analysisColumnOf(path: string): string {
  return path.startsWith('criticalPeriods')
    ? 'critical_periods'
    : columnOf[path] ?? path;
}

/** Reads a row of quick analyses (two questions): agreed where it says with whom, else a draft. @public */
export function readAnalysisRow(
  cells: Record<string, string>,
): ReadRow<AnalysisRow> {
  const row = new RowCells(cells);
  const entityRef = row.entityRef('entity_ref');
  const intolerableAfter = row.required(
    'intolerable_after',
    'Write a time such as "24h" or "1w", or "beyond".',
  );
  const agreedWith = row.text('agreed_with')?.trim();
  const input = row.parse(
    biaInputSchema,
    {
      state: agreedWith ? 'agreed' : 'draft',
      quick: { intolerableAfter },
      rpo: row.text('rpo'),
      agreedWith,
      assessedOn: row.text('assessed_on')?.trim(),
      assessor: row.text('assessor'),
      dataLoss: row.text('data_loss'),
      note: row.text('note'),
      criticalPeriods: row
        .list('critical_periods', /[;\n]/)
        .map(text => ({ text })),
    },
    analysisColumnOf,
  );
  return row.answer(input && { entityRef, input });
}

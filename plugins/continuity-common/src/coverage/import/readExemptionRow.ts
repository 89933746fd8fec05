import type { z } from 'zod';
import { exemptionAskRequestSchema } from '../../exemption/exemptionRequests';
import { RowCells, type ReadRow } from './importCell';

/** An exemption of a file, as somebody would ask for it. @public */
export type ExemptionRow = z.output<typeof exemptionAskRequestSchema>;

/** Reads a row of exemptions. @public */
export function readExemptionRow(
  cells: Record<string, string>,
): ReadRow<ExemptionRow> {
  const row = new RowCells(cells);
  const entityRef = row.entityRef('entity_ref');
  const requirement = row.required(
    'requirement',
    'Write what it is exempt from, such as "plan" or "test:restore".',
  );
  const reason = row.required('reason', 'Say why it can’t be met for now.');
  const until = row.required('until', 'Write a day such as "2027-01-31".');
  if (row.errors.length > 0) return row.answer<ExemptionRow>(undefined);
  return row.answer(
    row.parse(
      exemptionAskRequestSchema,
      {
        entityRef,
        requirement,
        reason,
        until: until.trim(),
        from: row.text('from')?.trim(),
      },
      path => (path === 'entityRef' ? 'entity_ref' : path),
    ),
  );
}

import {
  writeCellText,
  type CoverageExportItem,
} from 'backstage-plugin-continuity-common';
import { stringify } from 'csv-stringify/sync';

const columns: Array<
  [title: string, value: (item: CoverageExportItem) => string | number | null]
> = [
  ['entity_ref', item => item.entityRef],
  ['title', item => item.title],
  ['kind', item => item.kind],
  ['type', item => item.type],
  ['status', item => item.status],
  ['underlying_status', item => item.underlyingStatus],
  ['tier', item => item.tier],
  ['tier_source', item => item.tierSource],
  ['rto', item => item.rto],
  ['rto_seconds', item => item.rtoSeconds],
  ['rpo', item => item.rpo],
  ['rpo_seconds', item => item.rpoSeconds],
  ['mtpd', item => item.mtpd],
  ['mtpd_seconds', item => item.mtpdSeconds],
  ['owner', item => item.owner],
  ['recovery_owner', item => item.recoveryOwner],
  ['system', item => item.system],
  ['domain', item => item.domain],
  ['gaps', item => item.gaps.join(' ')],
  ['due_by', item => item.dueBy],
  ['late', item => (item.late ? 'yes' : 'no')],
  ['since', item => item.since],
];

/** The first line: what the columns are called, and of which moment they speak. */
export function coverageCsvHead(options: { bom?: boolean }): string {
  return csv([[...columns.map(([title]) => title), 'as_of']], options);
}

/** Lines for rows; each says of which moment it is, also on its own. */
export function coverageCsvLines(
  items: CoverageExportItem[],
  asOf: string,
): string {
  return csv(
    items.map(item => [...columns.map(([, value]) => value(item)), asOf]),
  );
}

/** RFC 4180. A cell that could be taken for a formula begins with an apostrophe, which makes it text, and which an import takes away. */
function csv(
  lines: Array<Array<string | number | null>>,
  options: { bom?: boolean } = {},
): string {
  const safe = lines.map(cells =>
    cells.map(cell => (typeof cell === 'string' ? writeCellText(cell) : cell)),
  );
  return stringify(safe, { bom: options.bom, record_delimiter: 'windows' });
}

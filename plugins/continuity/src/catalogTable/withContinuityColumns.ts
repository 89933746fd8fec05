import type { TableColumn } from '@backstage/core-components';
import type { EntityListContextProps } from '@backstage/plugin-catalog-react';
import {
  WHOLE_WORDS,
  continuityColumns,
  type EntityRow,
} from './continuityColumns';
import { LAST_TEST_LABEL } from './continuityLabels';
import { labelOf } from './labelOf';

const kinds: readonly string[] = ['component', 'system', 'resource'];

/**
 * Adds the columns for tier, status and last test to those of a catalog table, after the one with the name, where the table shows
 * Components, Systems or Resources; the last test only where an entity has one.
 *
 * @example
 * ```tsx
 * <CatalogIndexPage columns={withContinuityColumns(CatalogTable.defaultColumnsFunc)} />
 * ```
 *
 * @param columnsOf - the columns to add to, usually `CatalogTable.defaultColumnsFunc`
 * @public
 */
export function withContinuityColumns<Row extends EntityRow>(
  columnsOf: (list: EntityListContextProps) => TableColumn<Row>[],
): (list: EntityListContextProps) => TableColumn<Row>[] {
  return list => {
    const plain = columnsOf(list);
    const kind = list.entities[0]?.kind ?? list.filters.kind?.value ?? '';
    if (!kinds.includes(kind.toLocaleLowerCase('en-US'))) return plain;

    // Backstage breaks words anywhere; with more columns there is less room, and names would be broken first
    const columns = plain.map(column => ({
      ...column,
      // one for each: Backstage's table writes into it
      cellStyle: column.cellStyle ?? { ...WHOLE_WORDS },
    }));

    const tested = list.entities.some(e => labelOf(e, LAST_TEST_LABEL) !== '');
    const named = columns.findIndex(column => !column.hidden) + 1;
    return [
      ...columns.slice(0, named),
      continuityColumns.createTierColumn<Row>(),
      continuityColumns.createStatusColumn<Row>(),
      ...(tested ? [continuityColumns.createLastTestColumn<Row>()] : []),
      ...columns.slice(named),
    ];
  };
}

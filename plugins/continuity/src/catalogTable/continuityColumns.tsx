import type { Entity } from '@backstage/catalog-model';
import type { TableColumn } from '@backstage/core-components';
import { filterStatuses } from '../coverage/statusOrder';
import { ColumnTitle } from './ColumnTitle';
import { LAST_TEST_LABEL, STATUS_LABEL, TIER_LABEL } from './continuityLabels';
import { labelOf } from './labelOf';
import { LastTestCell } from './LastTestCell';
import { StatusCell } from './StatusCell';
import { TierCell } from './TierCell';

/** A row of a table of entities, as `CatalogTable` and `EntityTable` have them. @public */
export interface EntityRow {
  entity: Entity;
}

const urgency: readonly string[] = filterStatuses;

/** The words of a status or tier are never broken in the middle, however narrow the table. */
export const WHOLE_WORDS = {
  wordBreak: 'normal',
  overflowWrap: 'normal',
} as const;

/**
 * Columns for tables of catalog entities, from the catalog module's labels: no request per row. They fit `CatalogTable` and
 * `CatalogIndexPage` of `@backstage/plugin-catalog`.
 *
 * @public
 */
export const continuityColumns = Object.freeze({
  /** The status as a chip that leads to the continuity tab; sorts the most urgent first. */
  createStatusColumn<Row extends EntityRow>(): TableColumn<Row> {
    return {
      title: <ColumnTitle column="status" />,
      field: `entity.metadata.labels.${STATUS_LABEL}`,
      width: 'auto',
      cellStyle: { ...WHOLE_WORDS },
      customSort: (a: EntityRow, b: EntityRow) => rank(a) - rank(b),
      customFilterAndSearch: (query: string, row: EntityRow) =>
        includes(labelOf(row.entity, STATUS_LABEL), query),
      render: (row: EntityRow) => <StatusCell entity={row.entity} />,
    };
  },

  /** The effective tier, named as in the policy. */
  createTierColumn<Row extends EntityRow>(): TableColumn<Row> {
    return byLabel<Row>('tier', TIER_LABEL, row => (
      <TierCell entity={row.entity} />
    ));
  },

  /** How the last test ended. */
  createLastTestColumn<Row extends EntityRow>(): TableColumn<Row> {
    return byLabel<Row>('lastTest', LAST_TEST_LABEL, row => (
      <LastTestCell entity={row.entity} />
    ));
  },
});

function byLabel<Row extends EntityRow>(
  column: 'tier' | 'lastTest',
  label: string,
  render: (row: EntityRow) => JSX.Element,
): TableColumn<Row> {
  const valueOf = (row: EntityRow) => labelOf(row.entity, label);
  return {
    title: <ColumnTitle column={column} />,
    field: `entity.metadata.labels.${label}`,
    width: 'auto',
    cellStyle: { ...WHOLE_WORDS },
    customSort: (a: EntityRow, b: EntityRow) =>
      Number(valueOf(a) === '') - Number(valueOf(b) === '') ||
      valueOf(a).localeCompare(valueOf(b), undefined, { numeric: true }),
    customFilterAndSearch: (query: string, row: EntityRow) =>
      includes(valueOf(row), query),
    render,
  };
}

/** Entities that have no status come last. */
function rank({ entity }: EntityRow): number {
  const at = urgency.indexOf(labelOf(entity, STATUS_LABEL));
  return at < 0 ? urgency.length : at;
}

function includes(value: string, query: string): boolean {
  return value
    .toLocaleLowerCase('en-US')
    .includes(query.toLocaleLowerCase('en-US'));
}

import TableCell from '@material-ui/core/TableCell';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { useTranslation } from '../translation';
import type { SortableColumn } from './coverageColumns';
import type { CoverageSearch } from './coverageSearch';

/** Sorts by the column, then the other way round, then worst first again. */
export const SortableCell = (props: {
  column: SortableColumn;
  sort: CoverageSearch['sort'];
  onSort: (sort: CoverageSearch['sort']) => void;
  className: string;
}) => {
  const { column, sort, onSort, className } = props;
  const { t } = useTranslation();
  const ascending = sort === column;
  const descending = sort === `-${column}`;
  const active = ascending || descending;
  const direction = descending ? 'desc' : 'asc';

  const next = () => {
    if (ascending) return onSort(`-${column}`);
    return onSort(descending ? undefined : column);
  };
  return (
    <TableCell className={className} sortDirection={active ? direction : false}>
      <TableSortLabel active={active} direction={direction} onClick={next}>
        {t(`coverage.column.${column}`)}
      </TableSortLabel>
    </TableCell>
  );
};

import TableCell from '@material-ui/core/TableCell';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import type { ReactNode } from 'react';

/** The heading of a column that a list can be sorted by; asked again, it sorts the other way round. */
export const SortHeading = <K extends string>(props: {
  /** The key that sorts by this column. */
  by: K;
  /** The key that the list is sorted by, with `-` before it where it is sorted the other way round. */
  sort: string;
  onSort: (sort: K | `-${K}`) => void;
  children: ReactNode;
}) => {
  const { by, sort, onSort, children } = props;
  const active = sort === by || sort === `-${by}`;
  const direction = sort === `-${by}` ? 'desc' : 'asc';
  return (
    <TableCell sortDirection={active ? direction : false}>
      <TableSortLabel
        active={active}
        direction={active ? direction : 'asc'}
        onClick={() => onSort(sort === by ? `-${by}` : by)}
      >
        {children}
      </TableSortLabel>
    </TableCell>
  );
};

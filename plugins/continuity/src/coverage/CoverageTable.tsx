import Checkbox from '@material-ui/core/Checkbox';
import LinearProgress from '@material-ui/core/LinearProgress';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { CoverageItem } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../translation';
import {
  isSortable,
  mediumColumns,
  narrowColumns,
  usualColumns,
  type CoverageColumn,
} from './coverageColumns';
import { CoverageRow } from './CoverageRow';
import type { CoverageSearch } from './coverageSearch';
import { SortableCell } from './SortableCell';
import type { Selection } from './useSelection';
import type { NamedTier } from './useTierNames';

const useStyles = makeStyles(theme => ({
  container: { position: 'relative' },
  loading: { position: 'absolute', top: 0, left: 0, right: 0, zIndex: 1 },
  stale: { opacity: 0.6 },
  head: { whiteSpace: 'nowrap', fontWeight: 700 },
  narrow: { width: 1, paddingRight: 0 },
  table: {
    '& td, & th': { padding: theme.spacing(0.75, 1) },
    '& td:first-child, & th:first-child': { paddingLeft: theme.spacing(0.5) },
    [theme.breakpoints.down('sm')]: {
      '& td, & th': { padding: theme.spacing(0.75) },
    },
  },
}));

/** One page of the list, as the server sorted it. */
export const CoverageTable = (props: {
  items: CoverageItem[];
  loading: boolean;
  sort: CoverageSearch['sort'];
  onSort: (sort: CoverageSearch['sort']) => void;
  selection: Selection;
  /** Those that somebody chose; as many as fit if left out. */
  chosenColumns?: readonly CoverageColumn[];
  tiers?: NamedTier[];
  timeZone?: string;
}) => {
  const { items, loading, sort, onSort, selection, tiers, timeZone } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const wide = useMediaQuery(theme.breakpoints.up(1200), {
    defaultMatches: true,
  });
  const narrow = useMediaQuery(theme.breakpoints.down('sm'));
  const fitting = narrow ? narrowColumns : mediumColumns;
  const columns = props.chosenColumns ?? (wide ? usualColumns : fitting);

  const selectable = items.filter(item => !selection.isLocked(item));
  const selected = selectable.filter(item =>
    selection.chosen.has(item.entityRef),
  );

  return (
    <TableContainer className={classes.container}>
      {loading && <LinearProgress className={classes.loading} />}
      <Table
        size="small"
        aria-label={t('coverage.table.label')}
        aria-busy={loading}
        className={`${classes.table} ${loading ? classes.stale : ''}`}
      >
        <TableHead>
          <TableRow>
            {selection.active && (
              <TableCell className={classes.narrow}>
                <Checkbox
                  color="primary"
                  size="small"
                  disabled={selectable.length === 0}
                  checked={
                    selectable.length > 0 &&
                    selected.length === selectable.length
                  }
                  indeterminate={
                    selected.length > 0 && selected.length < selectable.length
                  }
                  onChange={(_, checked) => selection.set(items, checked)}
                  inputProps={{ 'aria-label': t('coverage.table.selectPage') }}
                />
              </TableCell>
            )}
            <TableCell className={classes.narrow} aria-hidden />
            {columns.map(column =>
              isSortable(column) ? (
                <SortableCell
                  key={column}
                  column={column}
                  sort={sort}
                  onSort={onSort}
                  className={classes.head}
                />
              ) : (
                <TableCell key={column} className={classes.head}>
                  {t(`coverage.column.${column}`)}
                </TableCell>
              ),
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(item => (
            <CoverageRow
              key={item.entityRef}
              item={item}
              columns={columns}
              selection={selection}
              tiers={tiers}
              timeZone={timeZone}
            />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

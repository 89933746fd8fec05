import IconButton from '@material-ui/core/IconButton';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import type { CoverageItem } from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import { useTranslation } from '../translation';
import { CoverageCell } from './CoverageCell';
import type { CoverageColumn } from './coverageColumns';
import { CoverageRowDetails } from './CoverageRowDetails';
import { SelectBox } from './SelectBox';
import type { Selection } from './useSelection';
import type { NamedTier } from './useTierNames';

const useStyles = makeStyles(theme => ({
  narrow: { width: 1, paddingRight: 0 },
  expander: { padding: theme.spacing(0.5) },
  open: { '& > td, & > th': { borderBottom: 0 } },
}));

/** One service of the list, with its details under it when asked for. */
export const CoverageRow = (props: {
  item: CoverageItem;
  columns: readonly CoverageColumn[];
  selection: Selection;
  tiers?: NamedTier[];
  timeZone?: string;
}) => {
  const { item, columns, selection, tiers, timeZone } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const detailsId = useId();
  const name = item.title;

  return (
    <>
      <TableRow hover className={open ? classes.open : undefined}>
        {selection.active && (
          <TableCell className={classes.narrow}>
            <SelectBox item={item} selection={selection} />
          </TableCell>
        )}
        <TableCell className={classes.narrow}>
          <IconButton
            className={classes.expander}
            size="small"
            aria-expanded={open}
            aria-controls={open ? detailsId : undefined}
            aria-label={
              open
                ? t('coverage.table.hideDetails', { name })
                : t('coverage.table.showDetails', { name })
            }
            onClick={() => setOpen(!open)}
          >
            {open ? <ExpandMoreIcon /> : <ChevronRightIcon />}
          </IconButton>
        </TableCell>
        {columns.map(column => (
          <CoverageCell
            key={column}
            column={column}
            columns={columns}
            item={item}
            tiers={tiers}
            timeZone={timeZone}
          />
        ))}
      </TableRow>
      {open && (
        <TableRow id={detailsId}>
          {selection.active && <TableCell />}
          <TableCell />
          <TableCell colSpan={columns.length}>
            <CoverageRowDetails
              item={item}
              columns={columns}
              timeZone={timeZone}
            />
          </TableCell>
        </TableRow>
      )}
    </>
  );
};

import { makeStyles } from '@material-ui/core/styles';

/** The tab's grid: the overview tab's gaps, two thirds and one third, one column where it is narrow. */
export const useTabStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
    minWidth: 0,
    // Cards stretch to their container's height; side by side that is wanted, in a column it is not.
    '& > *, & $main > *, & $side > *': { height: 'auto', minWidth: 0 },
    // Where a card's title and the buttons beside it find no room, the buttons stand below.
    '& .bui-CardHeader > *': { flexWrap: 'wrap' },
    '& h3 + *': { flexShrink: 0 },
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    gap: theme.spacing(3),
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  main: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
    minWidth: 0,
  },
  side: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
    minWidth: 0,
  },
}));

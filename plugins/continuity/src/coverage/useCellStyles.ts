import { makeStyles } from '@material-ui/core/styles';

/** How the cells of the coverage list look. */
export const useCellStyles = makeStyles(theme => ({
  name: { fontWeight: 600, overflowWrap: 'anywhere' },
  nameCell: {
    minWidth: 170,
    [theme.breakpoints.down('sm')]: { minWidth: 130 },
  },
  whole: { whiteSpace: 'nowrap' },
  caption: { display: 'block', fontSize: theme.typography.caption.fontSize },
  value: { whiteSpace: 'nowrap' },
  words: { minWidth: 80 },
  until: { minWidth: 150 },
  unset: { color: theme.palette.text.secondary, whiteSpace: 'nowrap' },
  bar: { width: 96, marginTop: theme.spacing(0.5) },
  gap: { minWidth: 150 },
  due: { color: theme.palette.text.secondary, whiteSpace: 'nowrap' },
}));

import { makeStyles } from '@material-ui/core/styles';

/** How the pages of a test, a finding or a change are laid out: cards below each other, two columns where there is room. */
export const usePageStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
    minWidth: 0,
    '& > *, & $main > *, & $side > *, & $columns > *, & $halves > *': {
      height: 'auto',
      minWidth: 0,
    },
    // a link within a sentence is told by more than its colour
    '& a:not([class*="MuiButtonBase-root"])': { textDecoration: 'underline' },
    '& [class*="MuiAlert-root"], & [class*="MuiButton-root"], & [class*="MuiTableCell-root"], & [class*="MuiTypography-root"]':
      { fontFamily: 'inherit' },
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 2fr)',
    gap: theme.spacing(3),
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  halves: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
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
  section: { '& + &': { marginTop: theme.spacing(3) } },
  heading: {
    fontSize: '1.125rem',
    fontWeight: 700,
    marginBottom: theme.spacing(1),
    breakAfter: 'avoid',
  },
  sub: { fontWeight: 600, marginTop: theme.spacing(1.5) },
  quiet: { color: theme.palette.text.secondary },
  small: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  plainList: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  divided: {
    padding: theme.spacing(1, 0),
    overflowWrap: 'anywhere',
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  // a word is not broken in two where there is room beside it
  table: {
    '& td, & th': {
      padding: theme.spacing(0.75, 1),
      overflowWrap: 'normal',
      wordBreak: 'normal',
    },
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 4),
    margin: theme.spacing(2, 0, 0),
    '& dt': { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  hidden: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
    whiteSpace: 'nowrap',
  },
}));

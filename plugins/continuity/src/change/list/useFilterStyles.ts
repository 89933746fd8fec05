import { makeStyles } from '@material-ui/core/styles';

/** How the filters above a list are laid out. */
export const useFilterStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    margin: theme.spacing(2, 0),
    padding: 0,
    border: 0,
    minWidth: 0,
    // on the page's own ground the quiet grey of labels is too faint to read
    '& [class*="MuiInputLabel-root"]:not([class*="Mui-focused"])': {
      color: theme.palette.text.primary,
    },
  },
  legend: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
  },
  search: { width: 190 },
  owner: { width: 210 },
  switch: { margin: 0 },
}));

import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
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
}));

/** The filters above a list, in a row. */
export const FilterBar = (props: {
  /** What they are, for screen readers. */
  legend: string;
  clearLabel: string;
  /** Undefined where nothing is filtered. */
  onClear: (() => void) | undefined;
  children: ReactNode;
}) => {
  const { legend, clearLabel, onClear, children } = props;
  const classes = useStyles();
  return (
    <fieldset className={classes.root}>
      <legend className={classes.legend}>{legend}</legend>
      {children}
      {onClear && (
        <Button size="small" onClick={onClear}>
          {clearLabel}
        </Button>
      )}
    </fieldset>
  );
};

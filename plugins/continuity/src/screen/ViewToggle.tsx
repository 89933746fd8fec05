import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  button: {
    textTransform: 'none',
    padding: theme.spacing(0.25, 1.25),
    color: theme.palette.text.primary,
    '&[aria-pressed="true"]': {
      color: theme.palette.text.primary,
      fontWeight: 700,
    },
  },
}));

/** One of a few ways to look at the same. */
export const ViewToggle = <View extends string>(props: {
  label: string;
  value: View;
  views: readonly View[];
  nameOf: (view: View) => string;
  onChange: (view: View) => void;
}) => {
  const { label, value, views, nameOf, onChange } = props;
  const classes = useStyles();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={value}
      aria-label={label}
      onChange={(_, next: View | null) => {
        if (next) onChange(next);
      }}
    >
      {views.map(view => (
        <ToggleButton key={view} value={view} className={classes.button}>
          {nameOf(view)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
};

import Checkbox from '@material-ui/core/Checkbox';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';

const useStyles = makeStyles(theme => ({
  root: { width: 170 },
  item: { paddingTop: 0, paddingBottom: 0, whiteSpace: 'normal' },
  box: { padding: theme.spacing(0.5), marginRight: theme.spacing(0.5) },
}));

/** A filter with several values, any of which may hold. */
export const FilterSelect = <V extends string>(props: {
  label: string;
  options: readonly V[];
  chosen: readonly V[];
  nameOf: (value: V) => string;
  onChange: (values: V[]) => void;
}) => {
  const { label, options, chosen, nameOf, onChange } = props;
  const classes = useStyles();
  const id = useId();
  return (
    <TextField
      id={id}
      select
      className={classes.root}
      size="small"
      variant="outlined"
      label={label}
      value={chosen}
      SelectProps={{
        multiple: true,
        renderValue: values =>
          (values as V[]).map(value => nameOf(value)).join(', '),
        MenuProps: { getContentAnchorEl: null },
      }}
      onChange={event => onChange(event.target.value as unknown as V[])}
    >
      {options.map(value => (
        <MenuItem key={value} value={value} className={classes.item}>
          <Checkbox
            className={classes.box}
            checked={chosen.includes(value)}
            color="primary"
            size="small"
            tabIndex={-1}
            inputProps={{ 'aria-hidden': true }}
          />
          {nameOf(value)}
        </MenuItem>
      ))}
    </TextField>
  );
};

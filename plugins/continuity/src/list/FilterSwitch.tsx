import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';

/** A filter that is on or off. */
export const FilterSwitch = (props: {
  label: string;
  checked: boolean | undefined;
  onChange: (on: true | undefined) => void;
}) => {
  const { label, checked = false, onChange } = props;
  return (
    <FormControlLabel
      style={{ margin: 0 }}
      control={
        <Switch
          color="primary"
          size="small"
          checked={checked}
          onChange={(_, on) => onChange(on ? true : undefined)}
        />
      }
      label={label}
    />
  );
};

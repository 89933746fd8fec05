import TextField from '@material-ui/core/TextField';
import { useEffect, useState } from 'react';
import { fromTimeField, toTimeField } from '../../screen/zonedTime';

/** A time that is typed, in the zone that its label names; what was typed is handed on when the field is left. */
export const TimeField = (props: {
  id: string;
  label: string;
  zone: string;
  value: string | null;
  onChange: (iso: string | null) => void;
  disabled?: boolean;
  error?: string;
  /** Seconds matter where times are measured. */
  seconds?: boolean;
}) => {
  const { id, label, zone, value, onChange, disabled, error, seconds } = props;
  const shown = toTimeField(value, zone).slice(0, seconds ? 19 : 16);
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped(shown), [shown]);
  const leave = () => {
    if (typed !== shown) onChange(fromTimeField(typed, zone));
  };
  return (
    <TextField
      id={id}
      label={`${label} (${zone})`}
      type="datetime-local"
      size="small"
      variant="outlined"
      fullWidth
      disabled={disabled}
      error={Boolean(error)}
      helperText={error}
      value={typed}
      onChange={event => setTyped(event.target.value)}
      onBlur={leave}
      onKeyDown={event => {
        if (event.key === 'Enter') leave();
      }}
      InputLabelProps={{ shrink: true }}
      inputProps={seconds ? { step: 1 } : {}}
    />
  );
};

import TextField from '@material-ui/core/TextField';

/** A text of several lines that goes with a decision. */
export const NoteField = (props: {
  id: string;
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** Characters; as the service takes them. */
  longest?: number;
}) => {
  const { id, label, value, onChange, longest = 2000 } = props;
  return (
    <TextField
      id={id}
      label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
      variant="outlined"
      margin="normal"
      multiline
      fullWidth
      inputProps={{ maxLength: longest }}
    />
  );
};

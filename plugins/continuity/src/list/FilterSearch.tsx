import TextField from '@material-ui/core/TextField';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';

/** A filter by text, which holds once somebody stops typing. */
export const FilterSearch = (props: {
  id: string;
  label: string;
  value: string | undefined;
  onChange: (
    patch: { search: string | undefined },
    options: { replace: true },
  ) => void;
}) => {
  const { id, label, value = '', onChange } = props;
  const [typed, setTyped] = useState(value);
  // the address may change without the field: going back, clearing all filters
  useEffect(() => setTyped(value), [value]);
  useDebounce(
    () => {
      const text = typed.trim();
      if (text !== value) {
        onChange({ search: text || undefined }, { replace: true });
      }
    },
    300,
    [typed],
  );
  return (
    <TextField
      id={id}
      style={{ width: 190 }}
      size="small"
      type="search"
      variant="outlined"
      label={label}
      value={typed}
      onChange={event => setTyped(event.target.value)}
      inputProps={{ maxLength: 200 }}
    />
  );
};

import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import SearchIcon from '@material-ui/icons/Search';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { useTranslation } from '../translation';

const useStyles = makeStyles({ root: { width: 190 } });

/** Asks while somebody types, but not for each letter. */
export const SearchField = (props: {
  text: string;
  onChange: (text: string) => void;
}) => {
  const { text, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  // The address may change without the field: going back, clearing all filters.
  useEffect(() => setTyped(text), [text]);
  useDebounce(
    () => {
      if (typed.trim() !== text) onChange(typed.trim());
    },
    300,
    [typed],
  );
  return (
    <TextField
      id="continuity-coverage-search"
      className={classes.root}
      size="small"
      type="search"
      variant="outlined"
      label={t('coverage.filter.search')}
      value={typed}
      onChange={event => setTyped(event.target.value)}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon fontSize="small" />
          </InputAdornment>
        ),
      }}
      inputProps={{ maxLength: 200 }}
    />
  );
};

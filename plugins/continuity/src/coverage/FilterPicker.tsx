import Checkbox from '@material-ui/core/Checkbox';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete, {
  createFilterOptions,
} from '@material-ui/lab/Autocomplete';
import type { ReactNode } from 'react';
import { useFormats } from '../screen/useFormats';
import { useTranslation } from '../translation';

/** A catalog can have thousands of owners; a list of thousands is no choice. Typing narrows it down. */
const LONGEST_LIST = 100;

const useStyles = makeStyles(theme => ({
  root: { width: 172 },
  // The longest names need the room that Material UI keeps for typing.
  input: { minWidth: '16px !important' },
  checkbox: { padding: theme.spacing(0.5), marginRight: theme.spacing(0.5) },
  label: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  count: { marginLeft: theme.spacing(1), color: theme.palette.text.secondary },
  chosen: {
    maxWidth: 'calc(100% - 24px)',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    paddingLeft: theme.spacing(0.75),
  },
}));

export interface FilterOption {
  value: string;
  count?: number;
}

/** A filter with several values, any of which may hold. */
export const FilterPicker = (props: {
  label: string;
  options: FilterOption[];
  chosen: readonly string[];
  nameOf: (value: string) => string;
  iconOf?: (value: string) => ReactNode;
  onChange: (values: string[]) => void;
  onOpen?: () => void;
  loading?: boolean;
  failed?: boolean;
}) => {
  const { label, options, chosen, nameOf, iconOf, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const known = new Set(options.map(option => option.value));
  // What a link chose stays visible, also where it is nothing to choose any more.
  const all = [
    ...chosen.flatMap(value => (known.has(value) ? [] : [{ value }])),
    ...options,
  ];

  return (
    <Autocomplete<FilterOption, true, true>
      multiple
      size="small"
      className={classes.root}
      disableCloseOnSelect
      disableClearable
      classes={{ input: classes.input }}
      onOpen={props.onOpen}
      loading={props.loading}
      loadingText={t('coverage.filter.loading')}
      noOptionsText={
        props.failed ? t('coverage.filter.failed') : t('coverage.filter.none')
      }
      options={all}
      value={all.filter(option => chosen.includes(option.value))}
      getOptionLabel={option => nameOf(option.value)}
      getOptionSelected={(option, value) => option.value === value.value}
      filterOptions={createFilterOptions({ limit: LONGEST_LIST })}
      onChange={(_, values) => onChange(values.map(option => option.value))}
      renderOption={(option: FilterOption, { selected }) => (
        <>
          <Checkbox
            className={classes.checkbox}
            checked={selected}
            color="primary"
            size="small"
            tabIndex={-1}
            inputProps={{ 'aria-hidden': true }}
          />
          {iconOf?.(option.value)}
          <span className={classes.label}>{nameOf(option.value)}</span>
          {option.count !== undefined && (
            <span className={classes.count}>{number(option.count)}</span>
          )}
        </>
      )}
      renderTags={values => (
        <span className={classes.chosen}>
          {nameOf(values[0].value)}
          {values.length > 1 &&
            ` ${t('coverage.filter.plus', {
              more: number(values.length - 1),
            })}`}
        </span>
      )}
      renderInput={params => (
        <TextField {...params} variant="outlined" label={label} />
      )}
    />
  );
};

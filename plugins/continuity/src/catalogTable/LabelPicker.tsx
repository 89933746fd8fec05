import {
  CatalogAutocomplete,
  useEntityList,
  type EntityFilter,
} from '@backstage/plugin-catalog-react';
import Box from '@material-ui/core/Box';
import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';
import CheckBoxIcon from '@material-ui/icons/CheckBox';
import CheckBoxOutlineBlankIcon from '@material-ui/icons/CheckBoxOutlineBlank';
import { useEffect, useMemo, type ReactNode } from 'react';
import type { ContinuityEntityFilters } from './continuityEntityFilters';
import { useLabelValues } from './useLabelValues';

const useStyles = makeStyles(theme => ({
  checkbox: { padding: theme.spacing(0.5), marginRight: theme.spacing(0.5) },
  icon: { display: 'inline-flex', marginRight: theme.spacing(1) },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
}));

/**
 * A filter of the catalog page over a label's values. What is chosen lives in the page's filters and its address alone. It shows nothing
 * while there is nothing to choose: in a portal without the catalog module, or for a kind that has no continuity.
 */
export const LabelPicker = (props: {
  filter: 'continuityStatus' | 'continuityTier';
  Filter: new (values: string[]) => EntityFilter & { values: string[] };
  label: string;
  /** The label on the entities. */
  labelName: string;
  /** All values in the order to show them in. */
  order: readonly string[];
  nameOf: (value: string) => string;
  iconOf?: (value: string) => ReactNode;
}) => {
  const { filter, Filter, label, labelName, order, nameOf, iconOf } = props;
  const classes = useStyles();
  const { filters, updateFilters, queryParameters } =
    useEntityList<ContinuityEntityFilters>();
  const { values, failed } = useLabelValues(labelName);

  const inAddress = queryParameters[filter];
  const asked = useMemo(
    () => [inAddress ?? []].flat().filter(value => value !== ''),
    [inAddress],
  );
  useEffect(() => {
    if (asked.length > 0) updateFilters({ [filter]: new Filter(asked) });
  }, [asked, filter, Filter, updateFilters]);

  const chosen = filters[filter]?.values ?? [];
  const options = useMemo(
    () =>
      inOrder(
        new Set([...chosen, ...(values ?? (failed ? order : []))]),
        order,
      ),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- by what is in it: it is a new list in each render
    [chosen.join(), values, failed, order],
  );
  if (options.length === 0) return null;

  return (
    <Box pb={1} pt={1}>
      <CatalogAutocomplete<string, true>
        multiple
        disableCloseOnSelect
        label={label}
        name={`${filter}-picker`}
        options={options}
        value={chosen}
        getOptionLabel={nameOf}
        onChange={(_event: object, next: string[]) =>
          updateFilters({
            [filter]: next.length > 0 ? new Filter(next) : undefined,
          })
        }
        renderOption={(option, { selected }) => (
          <>
            <Checkbox
              className={classes.checkbox}
              icon={<CheckBoxOutlineBlankIcon fontSize="small" />}
              checkedIcon={<CheckBoxIcon fontSize="small" />}
              checked={selected}
              tabIndex={-1}
              inputProps={{ 'aria-hidden': true }}
            />
            {iconOf && <span className={classes.icon}>{iconOf(option)}</span>}
            <span className={classes.name}>{nameOf(option)}</span>
          </>
        )}
      />
    </Box>
  );
};

function inOrder(values: Set<string>, order: readonly string[]): string[] {
  const known = order.filter(value => values.has(value));
  const others = [...values].filter(value => !order.includes(value)).sort();
  return [...known, ...others];
}

import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import {
  changeStateSchema,
  changeTypeSchema,
  changeVerdictSchema,
} from 'backstage-plugin-continuity-common';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { nameOfRef } from '../../catalog/EntityName';
import { useNames } from '../../catalog/Names';
import { PlanFilterPicker } from '../../plan/PlanFilterPicker';
import { useTranslation } from '../../translation';
import type { ChangeSearch } from './changeSearch';
import { useFilterStyles } from './useFilterStyles';

/** The filters of the changes; each change of them is a new address. */
export const ChangeFilters = (props: {
  search: ChangeSearch;
  onChange: (
    patch: Partial<ChangeSearch>,
    options?: { replace?: boolean },
  ) => void;
  /** Undefined where nothing is filtered. */
  onClear: (() => void) | undefined;
}) => {
  const { search, onChange, onClear } = props;
  const classes = useFilterStyles();
  const { t } = useTranslation();
  const names = useNames();
  const [typed, setTyped] = useState(search.search ?? '');
  // The address may change without the field: going back, clearing all filters.
  useEffect(() => setTyped(search.search ?? ''), [search.search]);
  useDebounce(
    () => {
      const text = typed.trim();
      if (text !== (search.search ?? '')) {
        onChange({ search: text || undefined }, { replace: true });
      }
    },
    300,
    [typed],
  );
  const some = <V,>(values: V[]) => (values.length ? values : undefined);
  return (
    <fieldset className={classes.root}>
      <legend className={classes.legend}>{t('change.filter.legend')}</legend>
      <TextField
        id="continuity-change-search"
        className={classes.search}
        size="small"
        type="search"
        variant="outlined"
        label={t('change.filter.search')}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        inputProps={{ maxLength: 200 }}
      />
      <PlanFilterPicker
        label={t('change.filter.state')}
        options={changeStateSchema.options}
        chosen={search.state ?? []}
        nameOf={value => t(`change.state.${value}`)}
        onChange={values => onChange({ state: some(values) })}
      />
      {search.view === 'list' && (
        <PlanFilterPicker
          label={t('change.filter.type')}
          options={changeTypeSchema.options}
          chosen={search.type ?? []}
          nameOf={value => t(`change.type.${value}`)}
          onChange={values => onChange({ type: some(values) })}
        />
      )}
      <PlanFilterPicker
        label={t('change.filter.verdict')}
        options={changeVerdictSchema.options}
        chosen={search.verdict ?? []}
        nameOf={value => t(`change.verdict.${value}`)}
        onChange={values => onChange({ verdict: some(values) })}
      />
      {search.entity?.map(ref => (
        <Chip
          key={ref}
          size="small"
          label={t('change.filter.entity', {
            name: names[ref] ?? nameOfRef(ref),
          })}
          onDelete={() =>
            onChange({ entity: some(search.entity!.filter(e => e !== ref)) })
          }
        />
      ))}
      {search.plan?.map(id => (
        <Chip
          key={id}
          size="small"
          label={t('change.filter.plan')}
          onDelete={() => onChange({ plan: undefined })}
        />
      ))}
      <FormControlLabel
        className={classes.switch}
        control={
          <Switch
            color="primary"
            size="small"
            checked={search.mine ?? false}
            onChange={(_, on) => onChange({ mine: on ? true : undefined })}
          />
        }
        label={t('change.filter.mine')}
      />
      {onClear && (
        <Button size="small" onClick={onClear}>
          {t('change.filter.clear')}
        </Button>
      )}
    </fieldset>
  );
};

import {
  changeStateSchema,
  changeTypeSchema,
  changeVerdictSchema,
} from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../../catalog/EntityName';
import { useNames } from '../../catalog/Names';
import { FilterSelect } from '../../list/FilterSelect';
import { FilterBar } from '../../list/FilterBar';
import { FilterChips } from '../../list/FilterChips';
import { FilterSearch } from '../../list/FilterSearch';
import { FilterSwitch } from '../../list/FilterSwitch';
import { useTranslation } from '../../translation';
import type { ChangeSearch } from './changeSearch';

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
  const { t } = useTranslation();
  const names = useNames();
  const some = <V,>(values: V[]) => (values.length ? values : undefined);
  return (
    <FilterBar
      legend={t('change.filter.legend')}
      clearLabel={t('change.filter.clear')}
      onClear={onClear}
    >
      <FilterSearch
        id="continuity-change-search"
        label={t('change.filter.search')}
        value={search.search}
        onChange={onChange}
      />
      <FilterSelect
        label={t('change.filter.state')}
        options={changeStateSchema.options}
        chosen={search.state ?? []}
        nameOf={value => t(`change.state.${value}`)}
        onChange={values => onChange({ state: some(values) })}
      />
      {search.view === 'list' && (
        <FilterSelect
          label={t('change.filter.type')}
          options={changeTypeSchema.options}
          chosen={search.type ?? []}
          nameOf={value => t(`change.type.${value}`)}
          onChange={values => onChange({ type: some(values) })}
        />
      )}
      <FilterSelect
        label={t('change.filter.verdict')}
        options={changeVerdictSchema.options}
        chosen={search.verdict ?? []}
        nameOf={value => t(`change.verdict.${value}`)}
        onChange={values => onChange({ verdict: some(values) })}
      />
      <FilterChips
        chosen={search.entity}
        labelOf={ref =>
          t('change.filter.entity', { name: names[ref] ?? nameOfRef(ref) })
        }
        onChange={entity => onChange({ entity })}
      />
      <FilterChips
        chosen={search.plan}
        labelOf={() => t('change.filter.plan')}
        onChange={plan => onChange({ plan })}
      />
      <FilterSwitch
        label={t('change.filter.mine')}
        checked={search.mine}
        onChange={mine => onChange({ mine })}
      />
      <FilterSwitch
        label={t('change.filter.waitingForMe')}
        checked={search.waitingForMe}
        onChange={waitingForMe => onChange({ waitingForMe })}
      />
    </FilterBar>
  );
};

import {
  findingSeverities,
  findingStates,
} from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../../catalog/EntityName';
import { FilterSelect } from '../../list/FilterSelect';
import { FilterBar } from '../../list/FilterBar';
import { FilterChips } from '../../list/FilterChips';
import { FilterSearch } from '../../list/FilterSearch';
import { FilterSwitch } from '../../list/FilterSwitch';
import { PartyFilter } from '../../profile/PartyFilter';
import { useTranslation } from '../../translation';
import type { FindingSearch } from './findingSearch';

/** The filters of the findings; each change is a new address. */
export const FindingFilters = (props: {
  search: FindingSearch;
  onChange: (
    patch: Partial<FindingSearch>,
    options?: { replace?: boolean },
  ) => void;
  /** Undefined where nothing is filtered. */
  onClear: (() => void) | undefined;
}) => {
  const { search, onChange, onClear } = props;
  const { t } = useTranslation();
  const some = <V,>(values: V[]) => (values.length ? values : undefined);
  return (
    <FilterBar
      legend={t('finding.filter.legend')}
      clearLabel={t('finding.filter.clear')}
      onClear={onClear}
    >
      <FilterSearch
        id="continuity-finding-search"
        label={t('finding.filter.search')}
        value={search.search}
        onChange={onChange}
      />
      {search.view !== 'board' && (
        <FilterSelect
          label={t('finding.field.state')}
          options={findingStates}
          chosen={search.state ?? []}
          nameOf={value => t(`finding.state.${value}`)}
          onChange={values => onChange({ state: some(values) })}
        />
      )}
      <FilterSelect
        label={t('finding.field.severity')}
        options={findingSeverities}
        chosen={search.severity ?? []}
        nameOf={value => t(`finding.severity.${value}`)}
        onChange={values => onChange({ severity: some(values) })}
      />
      <PartyFilter
        id="continuity-finding-owner"
        label={t('finding.field.owner')}
        chosen={search.owner}
        onChange={owner => onChange({ owner })}
      />
      <FilterChips
        chosen={search.entity}
        labelOf={ref => t('finding.filter.entity', { name: nameOfRef(ref) })}
        onChange={entity => onChange({ entity })}
      />
      <FilterChips
        chosen={search.test}
        labelOf={() => t('finding.filter.test')}
        onChange={test => onChange({ test })}
      />
      {(['overdue', 'waitingForMe'] as const).map(filter => (
        <FilterSwitch
          key={filter}
          label={t(`finding.filter.${filter}`)}
          checked={search[filter]}
          onChange={on => onChange({ [filter]: on })}
        />
      ))}
    </FilterBar>
  );
};

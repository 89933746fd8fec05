import {
  planKinds,
  planProblems,
  planStateSchema,
} from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../../catalog/EntityName';
import { FilterBar } from '../../list/FilterBar';
import { FilterChips } from '../../list/FilterChips';
import { FilterSearch } from '../../list/FilterSearch';
import { FilterSwitch } from '../../list/FilterSwitch';
import { PartyFilter } from '../../profile/PartyFilter';
import { useTranslation } from '../../translation';
import { FilterSelect } from '../../list/FilterSelect';
import { isPlanSearchFiltered, type PlanSearch } from './planSearch';

/** The filters of the list; each change is a new address. */
export const PlanFilters = (props: {
  search: PlanSearch;
  /** How many plans wait for the reader, whatever the filters. */
  waiting: number;
  onChange: (
    patch: Partial<PlanSearch>,
    options?: { replace?: boolean },
  ) => void;
  onClear: () => void;
}) => {
  const { search, waiting, onChange, onClear } = props;
  const { t } = useTranslation();
  const some = <V,>(values: V[]) => (values.length ? values : undefined);
  return (
    <FilterBar
      legend={t('plan.filter.legend')}
      clearLabel={t('plan.filter.clear')}
      onClear={isPlanSearchFiltered(search) ? onClear : undefined}
    >
      <FilterSearch
        id="continuity-plan-search"
        label={t('plan.filter.search')}
        value={search.search}
        onChange={onChange}
      />
      <FilterSelect
        label={t('plan.filter.state')}
        options={planStateSchema.options}
        chosen={search.state ?? []}
        nameOf={value => t(`plan.state.${value}`)}
        onChange={values => onChange({ state: some(values) })}
      />
      <FilterSelect
        label={t('plan.filter.kind')}
        options={planKinds}
        chosen={search.kind ?? []}
        nameOf={value => t(`plan.kind.${value}`)}
        onChange={values => onChange({ kind: some(values) })}
      />
      <FilterSelect
        label={t('plan.filter.problem')}
        options={planProblems}
        chosen={search.problem ?? []}
        nameOf={value => t(`plan.problemName.${value}`)}
        onChange={values => onChange({ problem: some(values) })}
      />
      <PartyFilter
        id="continuity-plan-owner"
        label={t('plan.filter.owner')}
        chosen={search.owner}
        onChange={owner => onChange({ owner })}
      />
      <FilterChips
        chosen={search.entity}
        labelOf={ref => t('plan.filter.entity', { name: nameOfRef(ref) })}
        onChange={entity => onChange({ entity })}
      />
      <FilterSwitch
        label={t('plan.filter.mine')}
        checked={search.mine}
        onChange={mine => onChange({ mine })}
      />
      <FilterSwitch
        label={t('plan.filter.waiting', { count: waiting })}
        checked={search.waitingForMe}
        onChange={waitingForMe => onChange({ waitingForMe })}
      />
    </FilterBar>
  );
};

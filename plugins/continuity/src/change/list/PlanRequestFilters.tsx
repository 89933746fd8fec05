import { planChangeRequestStateSchema } from 'backstage-plugin-continuity-common';
import { FilterSelect } from '../../list/FilterSelect';
import { FilterBar } from '../../list/FilterBar';
import { FilterChips } from '../../list/FilterChips';
import { FilterSwitch } from '../../list/FilterSwitch';
import { PartyFilter } from '../../profile/PartyFilter';
import { useTranslation } from '../../translation';
import type { RequestSearch } from './requestSearch';

/** The filters of the plan change requests; each change of them is a new address. */
export const PlanRequestFilters = (props: {
  search: RequestSearch;
  onChange: (patch: Partial<RequestSearch>) => void;
  /** Undefined where nothing is filtered. */
  onClear: (() => void) | undefined;
}) => {
  const { search, onChange, onClear } = props;
  const { t } = useTranslation();
  return (
    <FilterBar
      legend={t('change.filter.legend')}
      clearLabel={t('change.filter.clear')}
      onClear={onClear}
    >
      <FilterSelect
        label={t('change.filter.state')}
        options={planChangeRequestStateSchema.options}
        chosen={search.state ?? ['open']}
        nameOf={value => t(`change.requestState.${value}`)}
        onChange={values => {
          const isUsual = values.length === 0 || values.join() === 'open';
          onChange({ state: isUsual ? undefined : values });
        }}
      />
      <PartyFilter
        id="continuity-request-owner"
        label={t('change.filter.owner')}
        chosen={search.owner}
        onChange={owner => onChange({ owner })}
      />
      <FilterChips
        chosen={search.plan}
        labelOf={() => t('change.filter.plan')}
        onChange={plan => onChange({ plan })}
      />
      {(['late', 'waitingForMe'] as const).map(filter => (
        <FilterSwitch
          key={filter}
          label={t(`change.filter.${filter}`)}
          checked={search[filter]}
          onChange={on => onChange({ [filter]: on })}
        />
      ))}
    </FilterBar>
  );
};

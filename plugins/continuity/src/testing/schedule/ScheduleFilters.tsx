import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import {
  testDepths,
  testEnvironments,
  testOutcomes,
  testStates,
  type Tier,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { nameOfRef } from '../../catalog/EntityName';
import { FilterSelect } from '../../list/FilterSelect';
import { FilterBar } from '../../list/FilterBar';
import { FilterChips } from '../../list/FilterChips';
import { FilterSearch } from '../../list/FilterSearch';
import { FilterSwitch } from '../../list/FilterSwitch';
import { PartyFilter } from '../../profile/PartyFilter';
import { useTranslation } from '../../translation';
import {
  isScheduleFiltered,
  type ScheduleSearch,
  type ScheduleView,
} from './scheduleSearch';

const WHENS = ['any', 'coming', 'past'] as const;

/** The filters of the schedule; each change is a new address. Those that say nothing in a view are left out there. */
export const ScheduleFilters = (props: {
  view: ScheduleView;
  search: ScheduleSearch;
  tiers: Tier[] | undefined;
  /** How many tests wait for the reader, whatever the filters. */
  waiting: number;
  onChange: (
    patch: Partial<ScheduleSearch>,
    options?: { replace?: boolean },
  ) => void;
  onClear: () => void;
}) => {
  const { view, search, tiers = [], waiting, onChange, onClear } = props;
  const { t } = useTranslation();
  const inUse = Boolean(
    search.environment || search.outcome || search.person || search.missed,
  );
  const [expanded, setExpanded] = useState(inUse);
  const showMore = expanded || inUse;
  const some = <V,>(values: V[]) => (values.length ? values : undefined);
  const tierName = (id: string) =>
    tiers.find(tier => tier.id === id)?.title ?? id;
  const tests = view !== 'due';

  const flag = (
    key: 'missed' | 'mine' | 'waitingForMe' | 'late',
    label: string,
  ) => (
    <FilterSwitch
      label={label}
      checked={search[key]}
      onChange={on => onChange({ [key]: on })}
    />
  );
  const party = (key: 'owner' | 'person') => (
    <PartyFilter
      id={`continuity-tests-${key}`}
      label={t(`testing.filter.${key}`)}
      chosen={search[key]}
      onChange={chosen => onChange({ [key]: chosen })}
    />
  );

  return (
    <FilterBar
      legend={t('testing.filter.legend')}
      clearLabel={t('testing.filter.clear')}
      onClear={isScheduleFiltered(search) ? onClear : undefined}
    >
      <FilterSearch
        id="continuity-tests-search"
        label={t('testing.filter.search')}
        value={search.search}
        onChange={onChange}
      />
      {view === 'list' && (
        <TextField
          id="continuity-tests-when"
          select
          style={{ width: 130 }}
          size="small"
          variant="outlined"
          label={t('testing.filter.when')}
          value={search.when ?? 'any'}
          onChange={event =>
            onChange({
              when: WHENS.find(
                when => when === event.target.value && when !== 'any',
              ) as ScheduleSearch['when'],
            })
          }
        >
          {WHENS.map(when => (
            <MenuItem key={when} value={when}>
              {t(`testing.filter.whens.${when}`)}
            </MenuItem>
          ))}
        </TextField>
      )}
      {tests && (
        <FilterSelect
          label={t('testing.filter.state')}
          options={testStates}
          chosen={search.state ?? []}
          nameOf={value => t(`testing.state.${value}`)}
          onChange={values => onChange({ state: some(values) })}
        />
      )}
      <FilterSelect
        label={t('testing.filter.depth')}
        options={testDepths}
        chosen={search.depth ?? []}
        nameOf={value => t(`policy.depth.${value}`)}
        onChange={values => onChange({ depth: some(values) })}
      />
      <FilterSelect
        label={t('testing.filter.tier')}
        options={[
          ...new Set([...tiers.map(({ id }) => id), ...(search.tier ?? [])]),
        ]}
        chosen={search.tier ?? []}
        nameOf={tierName}
        onChange={values => onChange({ tier: some(values) })}
      />
      {party('owner')}
      <FilterChips
        chosen={search.entity}
        labelOf={ref => t('plan.filter.entity', { name: nameOfRef(ref) })}
        onChange={entity => onChange({ entity })}
      />
      {tests && (
        <FilterChips
          chosen={search.plan}
          labelOf={id => t('testing.filter.plan', { id })}
          onChange={plan => onChange({ plan })}
        />
      )}
      {flag('mine', t('testing.filter.mine'))}
      {tests &&
        flag('waitingForMe', t('testing.filter.waiting', { count: waiting }))}
      {!tests && flag('late', t('testing.filter.late'))}
      {tests && showMore && (
        <>
          <FilterSelect
            label={t('testing.filter.environment')}
            options={testEnvironments}
            chosen={search.environment ?? []}
            nameOf={value => t(`testing.environment.${value}`)}
            onChange={values => onChange({ environment: some(values) })}
          />
          <FilterSelect
            label={t('testing.filter.outcome')}
            options={testOutcomes}
            chosen={search.outcome ?? []}
            nameOf={value => t(`testing.outcome.${value}`)}
            onChange={values => onChange({ outcome: some(values) })}
          />
          {party('person')}
          {flag('missed', t('testing.filter.missed'))}
        </>
      )}
      {tests && !inUse && (
        <Button
          size="small"
          aria-expanded={showMore}
          onClick={() => setExpanded(!expanded)}
        >
          {t(showMore ? 'coverage.filter.fewer' : 'coverage.filter.more')}
        </Button>
      )}
    </FilterBar>
  );
};

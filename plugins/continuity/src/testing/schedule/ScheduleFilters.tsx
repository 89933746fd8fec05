import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import MenuItem from '@material-ui/core/MenuItem';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  testDepths,
  testEnvironments,
  testOutcomes,
  testStates,
  type Tier,
} from 'backstage-plugin-continuity-common';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { nameOfRef } from '../../catalog/EntityName';
import { PlanFilterPicker } from '../../plan/PlanFilterPicker';
import { PartyPicker } from '../../profile/PartyPicker';
import { partyName } from '../../profile/valueText';
import { useTranslation } from '../../translation';
import {
  isScheduleFiltered,
  type ScheduleSearch,
  type ScheduleView,
} from './scheduleSearch';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    margin: theme.spacing(2, 0),
    padding: 0,
    border: 0,
    minWidth: 0,
    // on the page's own ground the quiet grey of labels is too faint to read
    '& [class*="MuiInputLabel-root"]:not([class*="Mui-focused"])': {
      color: theme.palette.text.primary,
    },
  },
  legend: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
  },
  search: { width: 180 },
  when: { width: 130 },
  party: { width: 210 },
  switch: { margin: 0 },
}));

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
  const classes = useStyles();
  const { t } = useTranslation();
  const [typed, setTyped] = useState(search.search ?? '');
  const inUse = Boolean(
    search.environment || search.outcome || search.person || search.missed,
  );
  const [expanded, setExpanded] = useState(inUse);
  const showMore = expanded || inUse;
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
  const tierName = (id: string) =>
    tiers.find(tier => tier.id === id)?.title ?? id;
  const tests = view !== 'due';

  const flag = (key: 'missed' | 'waitingForMe' | 'late', label: string) => (
    <FormControlLabel
      className={classes.switch}
      control={
        <Switch
          color="primary"
          size="small"
          checked={search[key] ?? false}
          onChange={(_, on) => onChange({ [key]: on ? true : undefined })}
        />
      }
      label={label}
    />
  );
  const party = (key: 'owner' | 'person') => (
    <div className={classes.party}>
      <PartyPicker
        id={`continuity-tests-${key}`}
        label={t(`testing.filter.${key}`)}
        value={search[key]?.[0] ?? ''}
        title={search[key] ? partyName(search[key]![0]) : undefined}
        onChange={ref => onChange({ [key]: ref ? [ref] : undefined })}
      />
    </div>
  );

  return (
    <fieldset className={classes.root}>
      <legend className={classes.legend}>{t('testing.filter.legend')}</legend>
      <TextField
        id="continuity-tests-search"
        className={classes.search}
        size="small"
        type="search"
        variant="outlined"
        label={t('testing.filter.search')}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        inputProps={{ maxLength: 200 }}
      />
      {view === 'list' && (
        <TextField
          id="continuity-tests-when"
          select
          className={classes.when}
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
        <PlanFilterPicker
          label={t('testing.filter.state')}
          options={testStates}
          chosen={search.state ?? []}
          nameOf={value => t(`testing.state.${value}`)}
          onChange={values => onChange({ state: some(values) })}
        />
      )}
      <PlanFilterPicker
        label={t('testing.filter.depth')}
        options={testDepths}
        chosen={search.depth ?? []}
        nameOf={value => t(`policy.depth.${value}`)}
        onChange={values => onChange({ depth: some(values) })}
      />
      <PlanFilterPicker
        label={t('testing.filter.tier')}
        options={[
          ...new Set([...tiers.map(({ id }) => id), ...(search.tier ?? [])]),
        ]}
        chosen={search.tier ?? []}
        nameOf={tierName}
        onChange={values => onChange({ tier: some(values) })}
      />
      {party('owner')}
      {search.entity?.map(ref => (
        <Chip
          key={ref}
          size="small"
          label={t('plan.filter.entity', { name: nameOfRef(ref) })}
          onDelete={() =>
            onChange({ entity: some(search.entity!.filter(e => e !== ref)) })
          }
        />
      ))}
      {tests &&
        search.plan?.map(id => (
          <Chip
            key={id}
            size="small"
            label={t('testing.filter.plan', { id })}
            onDelete={() =>
              onChange({ plan: some(search.plan!.filter(p => p !== id)) })
            }
          />
        ))}
      {tests &&
        flag('waitingForMe', t('testing.filter.waiting', { count: waiting }))}
      {!tests && flag('late', t('testing.filter.late'))}
      {tests && showMore && (
        <>
          <PlanFilterPicker
            label={t('testing.filter.environment')}
            options={testEnvironments}
            chosen={search.environment ?? []}
            nameOf={value => t(`testing.environment.${value}`)}
            onChange={values => onChange({ environment: some(values) })}
          />
          <PlanFilterPicker
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
      {isScheduleFiltered(search) && (
        <Button size="small" onClick={onClear}>
          {t('testing.filter.clear')}
        </Button>
      )}
    </fieldset>
  );
};

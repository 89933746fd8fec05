import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  planKinds,
  planProblems,
  planStateSchema,
} from 'backstage-plugin-continuity-common';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { nameOfRef } from '../catalog/EntityName';
import { PartyPicker } from '../profile/PartyPicker';
import { partyName } from '../profile/valueText';
import { useTranslation } from '../translation';
import { PlanFilterPicker } from './PlanFilterPicker';
import { isPlanSearchFiltered, type PlanSearch } from './planSearch';

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
  search: { width: 190 },
  owner: { width: 210 },
  waiting: { margin: 0 },
}));

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
  const classes = useStyles();
  const { t } = useTranslation();
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
      <legend className={classes.legend}>{t('plan.filter.legend')}</legend>
      <TextField
        id="continuity-plan-search"
        className={classes.search}
        size="small"
        type="search"
        variant="outlined"
        label={t('plan.filter.search')}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        inputProps={{ maxLength: 200 }}
      />
      <PlanFilterPicker
        label={t('plan.filter.state')}
        options={planStateSchema.options}
        chosen={search.state ?? []}
        nameOf={value => t(`plan.state.${value}`)}
        onChange={values => onChange({ state: some(values) })}
      />
      <PlanFilterPicker
        label={t('plan.filter.kind')}
        options={planKinds}
        chosen={search.kind ?? []}
        nameOf={value => t(`plan.kind.${value}`)}
        onChange={values => onChange({ kind: some(values) })}
      />
      <PlanFilterPicker
        label={t('plan.filter.problem')}
        options={planProblems}
        chosen={search.problem ?? []}
        nameOf={value => t(`plan.problemName.${value}`)}
        onChange={values => onChange({ problem: some(values) })}
      />
      <div className={classes.owner}>
        <PartyPicker
          id="continuity-plan-owner"
          label={t('plan.filter.owner')}
          value={search.owner?.[0] ?? ''}
          title={search.owner ? partyName(search.owner[0]) : undefined}
          onChange={ref => onChange({ owner: ref ? [ref] : undefined })}
        />
      </div>
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
      <FormControlLabel
        className={classes.waiting}
        control={
          <Switch
            color="primary"
            size="small"
            checked={search.waitingForMe ?? false}
            onChange={(_, on) =>
              onChange({ waitingForMe: on ? true : undefined })
            }
          />
        }
        label={t('plan.filter.waiting', { count: waiting })}
      />
      {isPlanSearchFiltered(search) && (
        <Button size="small" onClick={onClear}>
          {t('plan.filter.clear')}
        </Button>
      )}
    </fieldset>
  );
};

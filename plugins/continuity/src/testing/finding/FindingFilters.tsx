import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  findingSeverities,
  findingStates,
} from 'backstage-plugin-continuity-common';
import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { nameOfRef } from '../../catalog/EntityName';
import { PlanFilterPicker } from '../../plan/PlanFilterPicker';
import { PartyPicker } from '../../profile/PartyPicker';
import { partyName } from '../../profile/valueText';
import { useTranslation } from '../../translation';
import type { FindingSearch } from './findingSearch';

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
  switch: { margin: 0 },
}));

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
      <legend className={classes.legend}>{t('finding.filter.legend')}</legend>
      <TextField
        id="continuity-finding-search"
        className={classes.search}
        size="small"
        type="search"
        variant="outlined"
        label={t('finding.filter.search')}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        inputProps={{ maxLength: 200 }}
      />
      {search.view !== 'board' && (
        <PlanFilterPicker
          label={t('finding.field.state')}
          options={findingStates}
          chosen={search.state ?? []}
          nameOf={value => t(`finding.state.${value}`)}
          onChange={values => onChange({ state: some(values) })}
        />
      )}
      <PlanFilterPicker
        label={t('finding.field.severity')}
        options={findingSeverities}
        chosen={search.severity ?? []}
        nameOf={value => t(`finding.severity.${value}`)}
        onChange={values => onChange({ severity: some(values) })}
      />
      <div className={classes.owner}>
        <PartyPicker
          id="continuity-finding-owner"
          label={t('finding.field.owner')}
          value={search.owner?.[0] ?? ''}
          title={search.owner ? partyName(search.owner[0]) : undefined}
          onChange={ref => onChange({ owner: ref ? [ref] : undefined })}
        />
      </div>
      {search.entity?.map(ref => (
        <Chip
          key={ref}
          size="small"
          label={t('finding.filter.entity', { name: nameOfRef(ref) })}
          onDelete={() =>
            onChange({ entity: some(search.entity!.filter(e => e !== ref)) })
          }
        />
      ))}
      {search.test?.map(id => (
        <Chip
          key={id}
          size="small"
          label={t('finding.filter.test')}
          onDelete={() => onChange({ test: undefined })}
        />
      ))}
      {(['overdue', 'waitingForMe'] as const).map(filter => (
        <FormControlLabel
          key={filter}
          className={classes.switch}
          control={
            <Switch
              color="primary"
              size="small"
              checked={search[filter] ?? false}
              onChange={(_, on) =>
                onChange({ [filter]: on ? true : undefined })
              }
            />
          }
          label={t(`finding.filter.${filter}`)}
        />
      ))}
      {onClear && (
        <Button size="small" onClick={onClear}>
          {t('finding.filter.clear')}
        </Button>
      )}
    </fieldset>
  );
};

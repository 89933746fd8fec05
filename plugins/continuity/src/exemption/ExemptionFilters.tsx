import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { exemptionStates } from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../catalog/EntityName';
import { useNames } from '../catalog/Names';
import { FilterSelect } from '../list/FilterSelect';
import { FilterBar } from '../list/FilterBar';
import { FilterChips } from '../list/FilterChips';
import { FilterSwitch } from '../list/FilterSwitch';
import { PartyFilter } from '../profile/PartyFilter';
import { useTranslation } from '../translation';
import type { ExemptionSearch } from './exemptionSearch';

const ORDERS = { state: 'state', end: 'end', '-asked': 'latest' } as const;
const PARTIES = ['requester', 'approver'] as const;

/** The filters of the exemptions; each change is a new address. */
export const ExemptionFilters = (props: {
  search: ExemptionSearch;
  onChange: (patch: Partial<ExemptionSearch>) => void;
  /** Undefined where nothing is filtered. */
  onClear: (() => void) | undefined;
}) => {
  const { search, onChange, onClear } = props;
  const { t } = useTranslation();
  const names = useNames();
  return (
    <FilterBar
      legend={t('exemption.filter.legend')}
      clearLabel={t('exemption.filter.clear')}
      onClear={onClear}
    >
      <FilterSelect
        label={t('exemption.field.state')}
        options={exemptionStates}
        chosen={search.state ?? []}
        nameOf={value => t(`exemption.state.${value}`)}
        onChange={values =>
          onChange({ state: values.length ? values : undefined })
        }
      />
      {PARTIES.map(role => (
        <PartyFilter
          key={role}
          id={`continuity-exemption-${role}`}
          label={t(`exemption.filter.${role}`)}
          chosen={search[role]}
          onChange={chosen => onChange({ [role]: chosen })}
        />
      ))}
      <TextField
        id="continuity-exemption-ending"
        type="date"
        size="small"
        variant="outlined"
        label={t('exemption.filter.endingBefore')}
        value={search.endingBefore ?? ''}
        onChange={event =>
          onChange({ endingBefore: event.target.value || undefined })
        }
        InputLabelProps={{ shrink: true }}
      />
      <TextField
        id="continuity-exemption-sort"
        select
        size="small"
        variant="outlined"
        label={t('exemption.sort.label')}
        value={search.sort && search.sort in ORDERS ? search.sort : 'state'}
        onChange={event =>
          onChange({ sort: event.target.value as ExemptionSearch['sort'] })
        }
      >
        {Object.entries(ORDERS).map(([sort, word]) => (
          <MenuItem key={sort} value={sort}>
            {t(`exemption.sort.${word}`)}
          </MenuItem>
        ))}
      </TextField>
      <FilterChips
        chosen={search.entity}
        labelOf={ref =>
          t('exemption.filter.entity', { name: names[ref] ?? nameOfRef(ref) })
        }
        onChange={entity => onChange({ entity })}
      />
      <FilterSwitch
        label={t('exemption.filter.mine')}
        checked={search.mine}
        onChange={mine => onChange({ mine })}
      />
      <FilterSwitch
        label={t('exemption.filter.waitingForMe')}
        checked={search.waitingForMe}
        onChange={waitingForMe => onChange({ waitingForMe })}
      />
    </FilterBar>
  );
};

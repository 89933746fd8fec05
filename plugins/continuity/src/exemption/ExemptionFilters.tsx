import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import MenuItem from '@material-ui/core/MenuItem';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { exemptionStates } from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../catalog/EntityName';
import { useNames } from '../catalog/Names';
import { PlanFilterPicker } from '../plan/PlanFilterPicker';
import { PartyPicker } from '../profile/PartyPicker';
import { usePartyName } from '../profile/usePartyName';
import { useTranslation } from '../translation';
import type { ExemptionSearch } from './exemptionSearch';

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
  field: { width: 190 },
  switch: { margin: 0 },
}));

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
  const classes = useStyles();
  const { t } = useTranslation();
  const names = useNames();
  const partyName = usePartyName();
  return (
    <fieldset className={classes.root}>
      <legend className={classes.legend}>{t('exemption.filter.legend')}</legend>
      <PlanFilterPicker
        label={t('exemption.field.state')}
        options={exemptionStates}
        chosen={search.state ?? []}
        nameOf={value => t(`exemption.state.${value}`)}
        onChange={values =>
          onChange({ state: values.length ? values : undefined })
        }
      />
      {PARTIES.map(role => (
        <div key={role} className={classes.field}>
          <PartyPicker
            id={`continuity-exemption-${role}`}
            label={t(`exemption.filter.${role}`)}
            value={search[role]?.[0] ?? ''}
            title={search[role] && partyName(search[role]![0])}
            onChange={ref => onChange({ [role]: ref ? [ref] : undefined })}
          />
        </div>
      ))}
      <TextField
        id="continuity-exemption-ending"
        className={classes.field}
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
        className={classes.field}
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
      {search.entity?.map(ref => (
        <Chip
          key={ref}
          size="small"
          label={t('exemption.filter.entity', {
            name: names[ref] ?? nameOfRef(ref),
          })}
          onDelete={() => onChange({ entity: undefined })}
        />
      ))}
      <FormControlLabel
        className={classes.switch}
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
        label={t('exemption.filter.waitingForMe')}
      />
      {onClear && (
        <Button size="small" onClick={onClear}>
          {t('exemption.filter.clear')}
        </Button>
      )}
    </fieldset>
  );
};

import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import { planChangeRequestStateSchema } from 'backstage-plugin-continuity-common';
import { PlanFilterPicker } from '../../plan/PlanFilterPicker';
import { PartyPicker } from '../../profile/PartyPicker';
import { usePartyName } from '../../profile/usePartyName';
import { useTranslation } from '../../translation';
import type { RequestSearch } from './requestSearch';
import { useFilterStyles } from './useFilterStyles';

/** The filters of the plan change requests; each change of them is a new address. */
export const PlanRequestFilters = (props: {
  search: RequestSearch;
  onChange: (patch: Partial<RequestSearch>) => void;
  /** Undefined where nothing is filtered. */
  onClear: (() => void) | undefined;
}) => {
  const { search, onChange, onClear } = props;
  const classes = useFilterStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  return (
    <fieldset className={classes.root}>
      <legend className={classes.legend}>{t('change.filter.legend')}</legend>
      <PlanFilterPicker
        label={t('change.filter.state')}
        options={planChangeRequestStateSchema.options}
        chosen={search.state ?? ['open']}
        nameOf={value => t(`change.requestState.${value}`)}
        onChange={values =>
          onChange({
            state:
              values.length === 0 || values.join() === 'open'
                ? undefined
                : values,
          })
        }
      />
      <div className={classes.owner}>
        <PartyPicker
          id="continuity-request-owner"
          label={t('change.filter.owner')}
          value={search.owner?.[0] ?? ''}
          title={search.owner ? partyName(search.owner[0]) : undefined}
          onChange={ref => onChange({ owner: ref ? [ref] : undefined })}
        />
      </div>
      {search.plan && (
        <Chip
          size="small"
          label={t('change.filter.plan')}
          onDelete={() => onChange({ plan: undefined })}
        />
      )}
      {(['late', 'waitingForMe'] as const).map(filter => (
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
          label={t(`change.filter.${filter}`)}
        />
      ))}
      {onClear && (
        <Button size="small" onClick={onClear}>
          {t('change.filter.clear')}
        </Button>
      )}
    </fieldset>
  );
};

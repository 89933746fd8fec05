import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  gapCodes,
  type ContinuityStatus,
  type GapCode,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { gapName } from '../policy/gapName';
import { PICTURE_CONTRAST, legibleColour } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';
import { statusKey } from '../status/statusKey';
import { StatusShape } from '../status/StatusShape';
import { useTranslation } from '../translation';
import { causeText } from './causeText';
import { isFiltered, type CoverageSearch } from './coverageSearch';
import { FilterPicker } from './FilterPicker';
import { GroupPicker } from './GroupPicker';
import { SearchField } from './SearchField';
import { filterStatuses } from './statusOrder';
import { useTierNames, type NamedTier } from './useTierNames';

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
    '& .MuiInputLabel-root:not(.Mui-focused)': {
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
  late: { margin: 0 },
  icon: { display: 'inline-flex', marginRight: theme.spacing(1) },
}));

const more = ['gap', 'kind', 'type', 'system', 'domain'] as const;

/** The filters of the list; each change is a new address. */
export const CoverageFilters = (props: {
  search: CoverageSearch;
  tiers?: NamedTier[];
  /** What the causes that are filtered by are called. */
  names?: Record<string, string>;
  onChange: (
    patch: Partial<CoverageSearch>,
    options?: { replace?: boolean },
  ) => void;
  onClear: () => void;
}) => {
  const { search, tiers, names = {}, onChange, onClear } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const tierName = useTierNames(tiers);
  const hiddenInUse = more.some(filter => search[filter]);
  const [expanded, setExpanded] = useState(hiddenInUse);
  const showMore = expanded || hiddenInUse;
  const pick = (filter: keyof CoverageSearch) => (values: string[]) =>
    onChange({ [filter]: values.length ? values : undefined });
  const ground = theme.palette.background.paper;

  return (
    <fieldset className={classes.root}>
      <legend className={classes.legend}>{t('coverage.filter.legend')}</legend>
      <SearchField
        text={search.search ?? ''}
        onChange={text =>
          onChange({ search: text || undefined }, { replace: true })
        }
      />
      <FilterPicker
        label={t('coverage.filter.status')}
        options={filterStatuses.map(value => ({ value }))}
        chosen={search.status ?? []}
        nameOf={value => t(`status.${statusKey(value as ContinuityStatus)}`)}
        iconOf={value => (
          <span
            className={classes.icon}
            style={{
              color: legibleColour({
                colour: statusColour(theme, value as ContinuityStatus),
                background: ground,
                contrast: PICTURE_CONTRAST,
              }),
            }}
          >
            <StatusShape
              status={value as ContinuityStatus}
              ground={ground}
              size={14}
            />
          </span>
        )}
        onChange={pick('status')}
      />
      <FilterPicker
        label={t('coverage.filter.tier')}
        options={[...(tiers ?? []).map(tier => tier.id), 'none'].map(value => ({
          value,
        }))}
        chosen={search.tier ?? []}
        nameOf={value =>
          value === 'none' ? t('coverage.filter.noTier') : tierName(value)
        }
        onChange={pick('tier')}
      />
      <GroupPicker group="owner" search={search} onChange={pick('owner')} />
      {(['mine', 'late'] as const).map(filter => (
        <FormControlLabel
          key={filter}
          className={classes.late}
          control={
            <Switch
              color="primary"
              size="small"
              checked={search[filter] ?? false}
              onChange={(_, checked) =>
                onChange({ [filter]: checked ? true : undefined })
              }
            />
          }
          label={t(`coverage.filter.${filter}`)}
        />
      ))}
      {search.cause?.map(cause => (
        <Chip
          key={cause}
          size="small"
          label={causeText(t, cause, names)}
          onDelete={() => {
            const others = search.cause!.filter(each => each !== cause);
            onChange({ cause: others.length ? others : undefined });
          }}
        />
      ))}
      {showMore && (
        <>
          <FilterPicker
            label={t('coverage.filter.gap')}
            options={Object.keys(gapCodes).map(value => ({ value }))}
            chosen={search.gap ?? []}
            nameOf={value => gapName(t, value as GapCode)}
            onChange={pick('gap')}
          />
          {(['kind', 'type', 'system', 'domain'] as const).map(group => (
            <GroupPicker
              key={group}
              group={group}
              search={search}
              onChange={pick(group)}
            />
          ))}
        </>
      )}
      {!hiddenInUse && (
        <Button
          size="small"
          aria-expanded={showMore}
          onClick={() => setExpanded(!expanded)}
        >
          {showMore ? t('coverage.filter.fewer') : t('coverage.filter.more')}
        </Button>
      )}
      {isFiltered(search) && (
        <Button size="small" color="primary" onClick={onClear}>
          {t('coverage.filter.clear')}
        </Button>
      )}
    </fieldset>
  );
};

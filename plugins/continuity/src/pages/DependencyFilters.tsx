import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DependencyEdgeList,
  Tier,
} from 'backstage-plugin-continuity-common';
import { FilterPicker } from '../coverage/FilterPicker';
import { GroupPicker } from '../coverage/GroupPicker';
import { SearchField } from '../coverage/SearchField';
import { useTierNames } from '../coverage/useTierNames';
import { useFormats } from '../screen/useFormats';
import { useTranslation } from '../translation';
import { isNarrowed, type DependenciesSearch } from './dependenciesSearch';

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
  select: { minWidth: 150 },
  wide: { minWidth: 240, maxWidth: 340 },
}));

/** The filters of a list of dependencies; each change is a new address. */
export const DependencyFilters = (props: {
  search: DependenciesSearch;
  tiers?: Tier[];
  /** What the edges lead to, for choosing one. */
  targets?: DependencyEdgeList['targets'];
  onChange: (
    patch: Partial<DependenciesSearch>,
    options?: { replace?: boolean },
  ) => void;
  onClear: () => void;
}) => {
  const { search, tiers, targets = [], onChange, onClear } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const tierName = useTierNames(tiers);
  const pick = (filter: keyof DependenciesSearch) => (values: string[]) =>
    onChange({ [filter]: values.length ? values : undefined });
  const { view } = search;
  // What a link chose stays visible, also where it is nothing to choose any more.
  const options =
    search.to && !targets.some(({ ref }) => ref === search.to)
      ? [{ ref: search.to, title: search.to, total: 0 }, ...targets]
      : targets;

  return (
    <fieldset className={classes.root}>
      <legend className={classes.legend}>
        {t('dependency.overview.filter.legend')}
      </legend>
      <SearchField
        text={search.search ?? ''}
        onChange={text =>
          onChange({ search: text || undefined }, { replace: true })
        }
      />
      {view === 'unclassified' && (
        <>
          <TextField
            select
            size="small"
            variant="outlined"
            id="continuity-dependencies-class"
            className={classes.select}
            label={t('dependency.overview.unclassified.class')}
            value={search.class ?? 'unclassified'}
            onChange={event =>
              onChange({
                class:
                  event.target.value === 'unclassified'
                    ? undefined
                    : (event.target.value as DependenciesSearch['class']),
              })
            }
          >
            {(['unclassified', 'soft', 'hard'] as const).map(strength => (
              <MenuItem key={strength} value={strength}>
                {t(`dependency.overview.unclassified.classes.${strength}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            select
            size="small"
            variant="outlined"
            id="continuity-dependencies-to"
            className={classes.wide}
            label={t('dependency.overview.unclassified.target')}
            value={search.to ?? 'all'}
            onChange={event =>
              onChange({
                to:
                  event.target.value === 'all' ? undefined : event.target.value,
              })
            }
          >
            <MenuItem value="all">
              {t('dependency.overview.unclassified.all')}
            </MenuItem>
            {options.map(({ ref, title, total }) => (
              <MenuItem key={ref} value={ref}>
                {total > 0
                  ? t('dependency.overview.unclassified.targetOption', {
                      title,
                      shown: number(total),
                    })
                  : title}
              </MenuItem>
            ))}
          </TextField>
        </>
      )}
      {view === 'conflicts' && (
        <TextField
          select
          size="small"
          variant="outlined"
          id="continuity-dependencies-target"
          className={classes.select}
          label={t('dependency.overview.filter.target')}
          value={search.target ?? 'both'}
          onChange={event =>
            onChange({
              target:
                event.target.value === 'both'
                  ? undefined
                  : (event.target.value as DependenciesSearch['target']),
            })
          }
        >
          <MenuItem value="both">
            {t('dependency.overview.filter.both')}
          </MenuItem>
          <MenuItem value="rto">
            {t('dependency.overview.conflicts.rto')}
          </MenuItem>
          <MenuItem value="rpo">
            {t('dependency.overview.conflicts.rpo')}
          </MenuItem>
        </TextField>
      )}
      {view !== 'unresolved' && (
        <FilterPicker
          label={t('dependency.overview.filter.tier')}
          options={(tiers ?? []).map(({ id }) => ({ value: id }))}
          chosen={search.tier ?? []}
          nameOf={tierName}
          onChange={pick('tier')}
        />
      )}
      {(['owner', 'system', 'kind'] as const).map(group => (
        <GroupPicker
          key={group}
          group={group}
          search={{ [group]: search[group] }}
          onChange={pick(group)}
        />
      ))}
      {isNarrowed(search) && (
        <Button size="small" color="primary" onClick={onClear}>
          {t('dependency.overview.filter.clear')}
        </Button>
      )}
    </fieldset>
  );
};

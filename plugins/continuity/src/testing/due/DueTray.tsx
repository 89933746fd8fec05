import { Progress } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DueTest,
  DueTestList,
  DueTestQuery,
  Tier,
} from 'backstage-plugin-continuity-common';
import { forwardRef, useState } from 'react';
import { nameOfRef } from '../../catalog/EntityName';
import { errorMessage } from '../../screen/errorMessage';
import { useFormats } from '../../screen/useFormats';
import { useTranslation } from '../../translation';
import {
  dueGroupings,
  dueHorizons,
  type DueGrouping,
  type DueHorizon,
} from '../schedule/scheduleSearch';
import { DueGroup } from './DueGroup';
import { DueList, type DueActions } from './DueList';
import { useDueItems } from './useDueItems';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
    // the labels of the fields stand a little above them
    paddingTop: theme.spacing(1),
  },
  number: { flex: 1, minWidth: 220 },
  group: { width: 130 },
  hint: { color: theme.palette.text.secondary },
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 0),
    backgroundColor: theme.palette.background.paper,
    borderTop: `1px solid ${theme.palette.primary.main}`,
  },
}));

/** So many groups are listed before somebody asks for all. */
const FIRST_GROUPS = 10;
const PAGE = 25;

function orderedGroups(
  list: DueTestList | undefined,
  group: DueGrouping,
  tiers: readonly Tier[],
): DueTestList['groups'] {
  const rank = (key: string | null) => {
    const at = tiers.findIndex(tier => tier.id === key);
    return at < 0 ? tiers.length : at;
  };
  return [...(list?.groups ?? [])].sort((a, b) =>
    group === 'tier'
      ? rank(a.key) - rank(b.key)
      : b.late - a.late || b.count - a.count,
  );
}

/** What the policy demands and nobody has planned in time: to choose from, to drag onto a day, and to plan. */
export const DueTray = forwardRef<
  HTMLDivElement,
  {
    /** The filters that hold here. */
    query: DueTestQuery;
    group: DueGrouping;
    /** How far ahead is looked. */
    horizon: DueHorizon;
    tiers: Tier[] | undefined;
    timeZone: string | undefined;
    testsAddress: string;
    /** Another number asks again. */
    version: number;
    /** Whether items can be dragged onto the calendar. */
    beside: boolean;
    chosen: ReadonlyMap<string, DueTest>;
    onChoose: (items: DueTest[], on: boolean) => void;
    onClear: () => void;
    onGroup: (group: DueGrouping) => void;
    onHorizon: (horizon: DueHorizon) => void;
    onPlan: (items: DueTest[]) => void;
  }
>((props, ref) => {
  const {
    query,
    group,
    horizon,
    tiers = [],
    timeZone,
    testsAddress,
    version,
  } = props;
  const { beside, chosen, onChoose, onClear, onGroup, onHorizon, onPlan } =
    props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const [all, setAll] = useState(false);
  const overview = useDueItems(
    {
      ...query,
      limit: group === 'none' ? PAGE : 1,
      ...(group === 'none' ? {} : { groupBy: group }),
    },
    version,
  );
  const { list } = overview;
  const mayPlan = list?.allowedActions.includes('test.create') ?? false;
  const actions: DueActions | undefined = mayPlan
    ? { chosen, onChoose, onPlan }
    : undefined;
  const groups = orderedGroups(list, group, tiers);
  const shown = all ? groups : groups.slice(0, FIRST_GROUPS);
  const common = { version, timeZone, testsAddress, actions };
  const titleOf = (key: string | null, title: string | null) => {
    if (key === null) return t('testing.due.noOwner');
    if (group === 'tier')
      return tiers.find(({ id }) => id === key)?.title ?? key;
    if (group === 'depth') {
      return t(`policy.depth.${key as DueTest['depth']}`);
    }
    return title ?? nameOfRef(key, 'group');
  };

  return (
    <div ref={ref}>
      <EntityInfoCard title={t('testing.due.title')}>
        <div className={classes.head}>
          <Typography
            variant="body2"
            className={classes.number}
            aria-live="polite"
          >
            {list &&
              t('testing.due.number', {
                count: list.totalItems,
                shown: number(list.totalItems),
                late: number(list.late),
              })}
          </Typography>
          <TextField
            id="continuity-due-horizon"
            select
            className={classes.group}
            size="small"
            variant="outlined"
            label={t('testing.due.horizonLabel')}
            value={horizon}
            onChange={event => onHorizon(event.target.value as DueHorizon)}
          >
            {dueHorizons.map(each => (
              <MenuItem key={each} value={each}>
                {t(`testing.due.horizon.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            id="continuity-due-group"
            select
            className={classes.group}
            size="small"
            variant="outlined"
            label={t('testing.due.groupBy')}
            value={group}
            onChange={event => onGroup(event.target.value as DueGrouping)}
          >
            {dueGroupings.map(each => (
              <MenuItem key={each} value={each}>
                {t(`testing.due.group.${each}`)}
              </MenuItem>
            ))}
          </TextField>
        </div>
        {!list && overview.loading && <Progress />}
        {overview.error && (
          <Typography variant="body2" color="error" role="alert">
            {t('testing.due.loadFailed', {
              message: errorMessage(overview.error),
            })}{' '}
            <Button size="small" onClick={overview.retry}>
              {t('testing.retry')}
            </Button>
          </Typography>
        )}
        {list && list.totalItems === 0 && (
          <Typography variant="body2">{t('testing.due.nothing')}</Typography>
        )}
        {list && list.totalItems > 0 && mayPlan && (
          <Typography variant="body2" className={classes.hint}>
            {t(beside ? 'testing.due.hintDrag' : 'testing.due.hint')}
          </Typography>
        )}
        {list && list.totalItems > 0 && group === 'none' && (
          <DueList
            {...common}
            query={{ ...query, limit: PAGE }}
            label={t('testing.due.title')}
          />
        )}
        {group !== 'none' &&
          shown.map(({ key, title, count, late }, at) => (
            <DueGroup
              key={`${group} ${key}`}
              {...common}
              title={titleOf(key, title)}
              count={count}
              late={late}
              only={group === 'owner' ? key : undefined}
              startsOpen={at === 0}
              query={{ ...query, limit: PAGE, [group]: [key ?? 'none'] }}
            />
          ))}
        {groups.length > shown.length && (
          <Button size="small" onClick={() => setAll(true)}>
            {t('testing.due.allGroups', { count: groups.length })}
          </Button>
        )}
        {chosen.size > 0 && (
          <div
            className={classes.bar}
            role="region"
            aria-label={t('testing.due.barLabel')}
          >
            <Button
              size="small"
              variant="contained"
              color="primary"
              onClick={() => onPlan([...chosen.values()])}
            >
              {t('testing.due.planChosen', { count: chosen.size })}
            </Button>
            <Button size="small" onClick={onClear}>
              {t('testing.due.clear')}
            </Button>
          </div>
        )}
      </EntityInfoCard>
    </div>
  );
});

import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { DueTest, DueTestQuery } from 'backstage-plugin-continuity-common';
import { errorMessage } from '../../screen/errorMessage';
import { useTranslation } from '../../translation';
import { dueKey } from './dueItem';
import { DueRow } from './DueRow';
import { useDueItems } from './useDueItems';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  box: { padding: theme.spacing(0.5) },
  all: { margin: 0, '& > :last-child': { fontSize: '0.8125rem' } },
}));

/** How due items are chosen and planned; absent for whoever may not. */
export interface DueActions {
  chosen: ReadonlyMap<string, DueTest>;
  onChoose: (items: DueTest[], on: boolean) => void;
  onPlan: (items: DueTest[]) => void;
}

export interface DueListProps {
  query: DueTestQuery;
  version: number;
  timeZone: string | undefined;
  testsAddress: string;
  actions?: DueActions;
  /** Only those of this owner itself; the server also finds those of groups below it. */
  only?: string | null;
}

/** Due items that match a query, those that are longest late first. */
export const DueList = (
  props: DueListProps & {
    label: string;
    /** How many there are in all. */
    count?: number;
  },
) => {
  const { query, version, timeZone, testsAddress, actions, label } = props;
  const { only } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const due = useDueItems(query, version);
  const items =
    only === undefined
      ? due.items
      : due.items.filter(({ owner }) => owner === only);
  const left = (props.count ?? due.list?.totalItems ?? 0) - items.length;
  const chosenHere = items.filter(item =>
    actions?.chosen.has(dueKey(item)),
  ).length;
  return (
    <>
      {due.loading && <LinearProgress aria-label={t('testing.loading')} />}
      {due.error && (
        <Typography variant="body2" color="error" role="alert">
          {t('testing.failed', { message: errorMessage(due.error) })}{' '}
          <Button size="small" onClick={due.retry}>
            {t('testing.retry')}
          </Button>
        </Typography>
      )}
      {actions && items.length > 1 && (
        <FormControlLabel
          className={classes.all}
          control={
            <Checkbox
              className={classes.box}
              color="primary"
              size="small"
              checked={chosenHere === items.length}
              indeterminate={chosenHere > 0 && chosenHere < items.length}
              onChange={(_, on) => actions.onChoose(items, on)}
              inputProps={{
                'aria-label': t('testing.due.chooseAll', { label }),
              }}
            />
          }
          label={t('testing.due.all', { count: items.length })}
        />
      )}
      <ul className={classes.list} aria-label={label}>
        {items.map(item => (
          <DueRow
            key={dueKey(item)}
            item={item}
            chosen={actions?.chosen.has(dueKey(item)) ?? false}
            timeZone={timeZone}
            testsAddress={testsAddress}
            actions={
              actions && {
                onChoose: on => actions.onChoose([item], on),
                onPlan: () => actions.onPlan([item]),
              }
            }
          />
        ))}
      </ul>
      {due.hasMore && left > 0 && (
        <Button size="small" onClick={due.loadMore} disabled={due.loading}>
          {t('testing.due.showMore', { left })}
        </Button>
      )}
    </>
  );
};

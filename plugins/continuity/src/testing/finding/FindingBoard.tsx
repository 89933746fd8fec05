import { Link, Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import type {
  FindingDetail,
  FindingList,
  FindingSummary,
} from 'backstage-plugin-continuity-common';
import { useState, type DragEvent } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../../api';
import { errorMessage } from '../../screen/errorMessage';
import { useTranslation } from '../../translation';
import { FindingCard } from './FindingCard';
import { FindingMoveDialog } from './FindingMoveDialog';
import {
  boardColumns,
  movesInto,
  type BoardColumn,
  type FindingMove,
} from './findingMoves';
import {
  findingFilters,
  writeFindingSearch,
  type FindingSearch,
} from './findingSearch';

const SHOWN = 30;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
    gap: theme.spacing(2),
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    },
  },
  column: {
    padding: theme.spacing(1.5),
    border: `1px solid ${theme.palette.divider}`,
    minHeight: 160,
  },
  over: { borderColor: theme.palette.primary.main, borderStyle: 'dashed' },
  title: { fontWeight: 700, fontSize: '1rem' },
  list: { listStyle: 'none', margin: theme.spacing(1, 0, 0), padding: 0 },
}));

/** The findings by how far they are. A card moves by its menu, or is dragged; either way it is asked what belongs to the step. */
export const FindingBoard = (props: {
  search: FindingSearch;
  findings: string;
  counts: FindingList['counts'];
  onChanged: () => void;
}) => {
  const { search, findings, counts, onChanged } = props;
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const [dragged, setDragged] = useState<FindingSummary>();
  const [over, setOver] = useState<BoardColumn>();
  const [moving, setMoving] = useState<{
    finding: FindingSummary;
    move: FindingMove;
  }>();
  const [said, setSaid] = useState('');
  const filters = findingFilters({ ...search, state: undefined });
  const columns = Object.keys(boardColumns) as BoardColumn[];
  const loaded = useAsyncRetry(async () => {
    const lists = await Promise.all(
      columns.map(column =>
        api.tests.findings.list({
          ...filters,
          state: [...boardColumns[column]],
          sort: column === 'closed' ? '-updated' : 'due',
          limit: SHOWN,
        }),
      ),
    );
    return Object.fromEntries(
      columns.map((column, i) => [column, lists[i]]),
    ) as Record<BoardColumn, FindingList>;
  }, [api, JSON.stringify(filters)]);

  const done = (finding: FindingDetail) => {
    setMoving(undefined);
    setSaid(
      t('finding.board.moved', {
        title: finding.title,
        state: t(`finding.state.${finding.state}`),
      }),
    );
    loaded.retry();
    onChanged();
  };
  const drop = (column: BoardColumn) => {
    setOver(undefined);
    if (!dragged) return;
    const [move] = movesInto(dragged, column);
    if (move) setMoving({ finding: dragged, move });
    else setSaid(t('finding.board.notThere', { title: dragged.title }));
    setDragged(undefined);
  };
  const countOf = (column: BoardColumn) =>
    boardColumns[column].reduce((sum, state) => sum + (counts[state] ?? 0), 0);

  if (loaded.error && !loaded.value) {
    return (
      <Alert severity="error" role="alert">
        {t('testing.failed', { message: errorMessage(loaded.error) })}
      </Alert>
    );
  }
  if (!loaded.value) return <Progress />;
  const lists = loaded.value;

  return (
    <>
      <Typography variant="body2" role="status">
        {said}
      </Typography>
      <div className={classes.root}>
        {columns.map(column => {
          const accepts =
            dragged !== undefined && movesInto(dragged, column).length > 0;
          const { items, totalItems } = lists[column];
          return (
            <Paper
              key={column}
              component="section"
              elevation={0}
              aria-label={t(`finding.column.${column}`)}
              className={`${classes.column} ${
                over === column && accepts ? classes.over : ''
              }`}
              onDragOver={(event: DragEvent) => {
                if (accepts) event.preventDefault();
                setOver(column);
              }}
              onDrop={(event: DragEvent) => {
                event.preventDefault();
                drop(column);
              }}
            >
              <Typography component="h3" className={classes.title}>
                {t('finding.board.column', {
                  name: t(`finding.column.${column}`),
                  count: countOf(column),
                })}
              </Typography>
              {items.length === 0 && (
                <Typography variant="body2">
                  {t('finding.board.none')}
                </Typography>
              )}
              <ul className={classes.list}>
                {items.map(finding => (
                  <FindingCard
                    key={finding.id}
                    finding={finding}
                    findings={findings}
                    onMove={move => setMoving({ finding, move })}
                    onDragStart={() => setDragged(finding)}
                    onDragEnd={() => {
                      setDragged(undefined);
                      setOver(undefined);
                    }}
                  />
                ))}
              </ul>
              {totalItems > items.length && (
                <Link
                  to={`${findings}?${writeFindingSearch({
                    ...search,
                    view: undefined,
                    state: [...boardColumns[column]],
                  })}`}
                >
                  {t('finding.board.more', {
                    count: totalItems - items.length,
                  })}
                </Link>
              )}
            </Paper>
          );
        })}
      </div>
      {moving && (
        <FindingMoveDialog
          {...moving}
          onDone={done}
          onClose={() => setMoving(undefined)}
        />
      )}
    </>
  );
};

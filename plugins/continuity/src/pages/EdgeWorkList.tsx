import { useMemo, useState } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Tier } from 'backstage-plugin-continuity-common';
import { ClassifyDialog } from '../dependency/classify/ClassifyDialog';
import {
  EdgeTable,
  edgeKey,
  type DependencyEdgeItem,
} from '../dependency/lists/EdgeTable';
import { ListFrame } from '../dependency/lists/ListFrame';
import type { Paging } from '../list/Pager';
import { useFormats } from '../screen/useFormats';
import { useTranslation } from '../translation';
import { DependencyFilters } from './DependencyFilters';
import { useDependencyList } from './DependencyLists';
import { isNarrowed, type DependenciesSearch } from './dependenciesSearch';

const useStyles = makeStyles(theme => ({
  bar: {
    position: 'sticky',
    bottom: theme.spacing(1),
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1, 2),
    marginTop: theme.spacing(2),
    border: `1px solid ${theme.palette.primary.main}`,
  },
  text: { flex: 1, minWidth: 200 },
}));

/** Dependencies to be called hard or soft. The choice outlives pages and filters, so that many can be classified at once. */
export const EdgeWorkList = (props: {
  search: DependenciesSearch;
  tiers?: Tier[];
  paging: Paging;
  onChange: (
    patch: Partial<DependenciesSearch>,
    options?: { replace?: boolean },
  ) => void;
  onClear: () => void;
}) => {
  const { search, tiers, paging, onChange, onClear } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const list = useDependencyList(
    (api, query) => api.listDependencyEdges(query),
    search,
  );
  const [chosen, setChosen] = useState<ReadonlyMap<string, DependencyEdgeItem>>(
    new Map(),
  );
  const [classifying, setClassifying] = useState<DependencyEdgeItem[]>();
  const titles = useMemo(
    () =>
      Object.fromEntries(
        (classifying ?? []).flatMap(({ from, to }) => [
          [from.entityRef, from.title],
          [to.entityRef, to.title],
        ]),
      ),
    [classifying],
  );
  const choose = (items: DependencyEdgeItem[], on: boolean) =>
    setChosen(before => {
      const next = new Map(before);
      for (const item of items) {
        if (on) next.set(edgeKey(item.edge), item);
        else next.delete(edgeKey(item.edge));
      }
      return next;
    });
  const shownClass = search.class ?? 'unclassified';

  return (
    <>
      <DependencyFilters
        search={search}
        tiers={tiers}
        targets={list.value?.targets}
        onChange={onChange}
        onClear={onClear}
      />
      <ListFrame
        list={list}
        paging={paging}
        filtered={isNarrowed(search) || shownClass !== 'unclassified'}
        onClear={onClear}
        numbers={total =>
          t(`dependency.overview.numbers.${shownClass}`, {
            count: total,
            shown: number(total),
          })
        }
        empty={{
          title: t('dependency.overview.empty.unclassifiedTitle'),
          text: t('dependency.overview.empty.unclassifiedText'),
        }}
      >
        {value => (
          <EdgeTable
            list={value}
            chosen={chosen}
            onChoose={choose}
            onClassify={item => setClassifying([item])}
          />
        )}
      </ListFrame>
      {chosen.size > 0 && (
        <Paper
          className={classes.bar}
          elevation={4}
          role="region"
          aria-label={t('dependency.overview.unclassified.selection')}
        >
          <Typography
            variant="body2"
            className={classes.text}
            aria-live="polite"
          >
            {t('dependency.overview.unclassified.chosen', {
              count: chosen.size,
              shown: number(chosen.size),
            })}
          </Typography>
          <Button size="small" onClick={() => setChosen(new Map())}>
            {t('dependency.overview.unclassified.clear')}
          </Button>
          <Button
            size="small"
            variant="contained"
            color="primary"
            onClick={() => setClassifying([...chosen.values()])}
          >
            {t('dependency.overview.unclassified.classify')}
          </Button>
        </Paper>
      )}
      {classifying && (
        <ClassifyDialog
          edges={classifying.map(({ edge }) => edge)}
          titles={titles}
          onChanged={list.retry}
          onClose={done => {
            if (done) choose(classifying, false);
            setClassifying(undefined);
          }}
        />
      )}
    </>
  );
};

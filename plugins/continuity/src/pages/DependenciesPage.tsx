import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { PageTheme } from '../screen/PageTheme';
import { useContinuityPolicy } from '../policy/useContinuityPolicy';
import { useTranslation } from '../translation';
import { dependencyViews, type DependencyView } from './dependenciesSearch';
import { DependencyFilters } from './DependencyFilters';
import {
  ConcentrationList,
  ConflictList,
  UnresolvedList,
} from './DependencyLists';
import { EdgeWorkList } from './EdgeWorkList';
import { useDependenciesSearch } from './useDependenciesSearch';
import { WhatIfSection } from './WhatIfSection';

const useStyles = makeStyles(theme => ({
  tabs: {
    margin: theme.spacing(0, 0, 2),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  tab: {
    textTransform: 'none',
    minWidth: 0,
    opacity: 1,
    color: theme.palette.text.primary,
    fontFamily: 'inherit',
    fontSize: '0.9375rem',
    letterSpacing: 'normal',
    '&.Mui-selected': { fontWeight: 700 },
  },
  intro: { maxWidth: 900 },
}));

const KEYS = {
  concentration: 'concentration',
  conflicts: 'conflicts',
  unresolved: 'unresolved',
  unclassified: 'unclassified',
  'what-if': 'whatIf',
} as const satisfies Record<DependencyView, string>;

const LISTS = {
  concentration: ConcentrationList,
  conflicts: ConflictList,
  unresolved: UnresolvedList,
} as const;

const DependenciesContent = () => {
  const classes = useStyles();
  const { t } = useTranslation();
  const { search, path, change, clear, show, paging } = useDependenciesSearch();
  const { value: policyAnswer } = useContinuityPolicy();
  const tiers = policyAnswer?.policy.tiers;
  const { view } = search;
  const List =
    view === 'what-if' || view === 'unclassified' ? undefined : LISTS[view];
  const panel = `continuity-dependencies-${view}`;

  return (
    <>
      <Tabs
        value={view}
        onChange={(_, next: DependencyView) => show(next)}
        aria-label={t('dependency.overview.sections')}
        indicatorColor="primary"
        variant="scrollable"
        scrollButtons="auto"
        className={classes.tabs}
      >
        {dependencyViews.map(each => (
          <Tab
            key={each}
            value={each}
            id={`continuity-dependencies-${each}-tab`}
            aria-controls={each === view ? panel : undefined}
            className={classes.tab}
            label={t(`dependency.overview.section.${KEYS[each]}`)}
          />
        ))}
      </Tabs>
      <div role="tabpanel" id={panel} aria-labelledby={`${panel}-tab`}>
        {view === 'what-if' ? (
          <WhatIfSection />
        ) : (
          <Typography variant="body2" className={classes.intro}>
            {t(`dependency.overview.intro.${view}`)}
          </Typography>
        )}
        {List && (
          <>
            <DependencyFilters
              search={search}
              tiers={tiers}
              onChange={change}
              onClear={clear}
            />
            <List
              key={view}
              search={search}
              path={path}
              paging={paging}
              onClear={clear}
            />
          </>
        )}
        {view === 'unclassified' && (
          <EdgeWorkList
            search={search}
            tiers={tiers}
            paging={paging}
            onChange={change}
            onClear={clear}
          />
        )}
      </div>
    </>
  );
};

/** What depends on what, across the company: concentration, conflicts, what is to be worked off, and what happens if something is lost. */
export const DependenciesPage = () => (
  <PageTheme>
    <DependenciesContent />
  </PageTheme>
);

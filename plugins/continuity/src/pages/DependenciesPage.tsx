import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { PageTheme } from '../screen/PageTheme';
import { useContinuityPolicy } from '../policy/useContinuityPolicy';
import { ViewTabs } from '../screen/ViewTabs';
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

const useStyles = makeStyles({
  intro: { maxWidth: 900 },
});

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

  return (
    <ViewTabs
      id="continuity-dependencies"
      label={t('dependency.overview.sections')}
      value={view}
      views={dependencyViews}
      nameOf={each => t(`dependency.overview.section.${KEYS[each]}`)}
      onChange={show}
    >
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
    </ViewTabs>
  );
};

/** What depends on what, across the company: concentration, conflicts, what is to be worked off, and what happens if something is lost. */
export const DependenciesPage = () => (
  <PageTheme>
    <DependenciesContent />
  </PageTheme>
);

import { makeStyles } from '@material-ui/core/styles';
import type {
  ContinuityStatus,
  CoverageSummary,
  Tier,
} from 'backstage-plugin-continuity-common';
import { lazy, Suspense } from 'react';
import type { CoverageSearch } from './coverageSearch';
import { ProgrammeCard } from './ProgrammeCard';
import { TeachTiers } from './TeachTiers';
import { TierBars } from './TierBars';
import type { NamedTier } from './useTierNames';

// the picture is not what the page waits for
const TrendCard = lazy(() =>
  import('./TrendCard').then(m => ({ default: m.TrendCard })),
);

const useStyles = makeStyles(theme => ({
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(340px, 1fr))',
    gap: theme.spacing(2),
    marginTop: theme.spacing(2),
    alignItems: 'start',
  },
}));

/** How all of it stands: per tier, what is due when, and how it came about. */
export const CoverageOverview = (props: {
  summary: CoverageSummary;
  search: CoverageSearch;
  /** Of the policy of now, and of the moment that is shown. */
  tiers?: Tier[];
  shownTiers?: NamedTier[];
  onChange: (patch: Partial<CoverageSearch>) => void;
  onSetTiers?: () => void;
}) => {
  const { summary, search, tiers, shownTiers, onChange, onSetTiers } = props;
  const classes = useStyles();

  const choose = (choice: { tier: string; status: ContinuityStatus }) => {
    const already =
      search.tier?.length === 1 &&
      search.tier[0] === choice.tier &&
      search.status?.length === 1 &&
      search.status[0] === choice.status;
    onChange(
      already
        ? { tier: undefined, status: undefined }
        : { tier: [choice.tier], status: [choice.status] },
    );
  };
  if (!summary.anyTier) {
    return <TeachTiers tiers={tiers} onSetTiers={onSetTiers} />;
  }
  return (
    <>
      <TierBars
        summary={summary}
        tiers={shownTiers}
        chosen={search}
        onChoose={choose}
        onChooseLate={tier =>
          onChange({ tier: [tier], status: undefined, late: true })
        }
      />
      <div className={classes.cards}>
        <ProgrammeCard
          search={search}
          onChoose={({ gap, late }) =>
            onChange({
              gap: [gap],
              late: late ? true : undefined,
              group: undefined,
            })
          }
        />
        <Suspense fallback={null}>
          <TrendCard asOf={search.asOf} />
        </Suspense>
      </div>
    </>
  );
};

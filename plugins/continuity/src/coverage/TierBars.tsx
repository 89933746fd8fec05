import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type {
  ContinuityStatus,
  CoverageSummary,
} from 'backstage-plugin-continuity-common';
import { useTranslation } from '../translation';
import { TierBar } from './TierBar';
import { useTierNames, type NamedTier } from './useTierNames';

function inPolicyOrder(
  groups: CoverageSummary['groups'],
  tiers: NamedTier[] | undefined,
) {
  const rank = (key: string | null) => {
    if (key === null) return Infinity;
    const index = tiers?.findIndex(tier => tier.id === key) ?? -1;
    return index < 0 ? Number.MAX_SAFE_INTEGER : index;
  };
  return [...groups].sort(
    (a, b) =>
      rank(a.key) - rank(b.key) || (a.key ?? '').localeCompare(b.key ?? ''),
  );
}

/** Per tier, what is met, at risk, exposed and unassessed; each number is a filter. */
export const TierBars = (props: {
  summary: CoverageSummary;
  tiers?: NamedTier[];
  /** The filters in force, so that what is filtered by stands out. */
  chosen: { status?: readonly string[]; tier?: readonly string[] };
  onChoose: (choice: { tier: string; status: ContinuityStatus }) => void;
  onChooseLate: (tier: string) => void;
}) => {
  const { summary, tiers, chosen, onChoose, onChooseLate } = props;
  const { t } = useTranslation();
  const nameOf = useTierNames(tiers);
  const groups = inPolicyOrder(summary.groups, tiers);
  if (groups.length === 0) return null;

  return (
    <EntityInfoCard title={t('coverage.bars.title')}>
      {groups.map(group => {
        const tier = group.key ?? 'none';
        return (
          <TierBar
            key={tier}
            id={group.key}
            name={nameOf(group.key)}
            counts={group.counts}
            late={group.late}
            onChooseLate={() => onChooseLate(tier)}
            isChosen={status => {
              const { status: statuses, tier: chosenTiers } = chosen;
              if (!statuses && !chosenTiers) return undefined;
              return (
                (statuses?.includes(status) ?? true) &&
                (chosenTiers?.includes(tier) ?? true)
              );
            }}
            onChoose={status => onChoose({ tier, status })}
          />
        );
      })}
    </EntityInfoCard>
  );
};

import type { Tier } from 'backstage-plugin-continuity-common';
import { useCallback } from 'react';
import { useTranslation } from '../translation';

/** A tier as far as it has to be named. */
export type NamedTier = Pick<Tier, 'id' | 'title'>;

/** Names tiers by their title; by their id where the policy can't be read. `tiers` is undefined until it is known. */
export function useTierNames(tiers: NamedTier[] | undefined) {
  const { t } = useTranslation();
  return useCallback(
    (id: string | null) => {
      if (id === null || id === 'none') return t('coverage.bars.noTier');
      const tier = tiers?.find(each => each.id === id);
      if (tier) return tier.title;
      return tiers ? t('coverage.bars.unknownTier', { tier: id }) : id;
    },
    [t, tiers],
  );
}

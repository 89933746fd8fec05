import { useMemo } from 'react';
import { useTranslation } from '../translation';
import { ContinuityTierFilter } from './ContinuityTierFilter';
import { TIER_LABEL } from './continuityLabels';
import { LabelPicker } from './LabelPicker';
import { useTiers } from './useTiers';

/**
 * Filters the catalog page by effective tier, named as in the policy and most critical first. It belongs inside of an
 * `EntityListProvider`, as the catalog page has one, and needs the catalog module's labels.
 *
 * @public
 */
export const ContinuityTierPicker = () => {
  const { t } = useTranslation();
  const tiers = useTiers();
  const order = useMemo(() => (tiers ?? []).map(tier => tier.id), [tiers]);

  return (
    <LabelPicker
      filter="continuityTier"
      Filter={ContinuityTierFilter}
      label={t('catalogTable.filter.tier')}
      labelName={TIER_LABEL}
      order={order}
      nameOf={id => tiers?.find(tier => tier.id === id)?.title ?? id}
    />
  );
};

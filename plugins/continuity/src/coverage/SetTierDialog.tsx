import type { Tier } from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { useFormats } from '../screen/useFormats';
import { useTranslation } from '../translation';
import { BulkProfileDialog, type BulkDialogProps } from './BulkProfileDialog';
import { TierChoice, type ChosenTier } from './TierChoice';

/** Sets the tier of the chosen services. */
export const SetTierDialog = (props: BulkDialogProps & { tiers: Tier[] }) => {
  const { tiers, ...dialog } = props;
  const { t } = useTranslation();
  const { number } = useFormats();
  const [tier, setTier] = useState<ChosenTier>();
  const count = dialog.chosen.size;
  return (
    <BulkProfileDialog
      {...dialog}
      title={t('coverage.bulk.title', { count, shown: number(count) })}
      submitLabel={t(
        tier === 'remove'
          ? 'coverage.bulk.submitRemove'
          : 'coverage.bulk.submit',
      )}
      values={tier && { tier: tier === 'remove' ? null : tier.id }}
    >
      {({ showMissing }) => (
        <TierChoice
          tiers={tiers}
          tier={tier}
          onTier={setTier}
          showMissing={showMissing}
        />
      )}
    </BulkProfileDialog>
  );
};

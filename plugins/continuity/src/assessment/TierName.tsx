import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { sourceExplanation } from '../profile/sourceText';
import { Explained } from '../record/Explained';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';

/** The tier with its title; where it comes from shows on hover and focus. */
export const TierName = ({ continuity }: { continuity: EntityContinuity }) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const { tier, profile, timeZone, names } = continuity;
  const id = tier?.id ?? profile.tier.value;
  if (!id) return null;
  const name = tier ? t('assessment.tier', { id, title: tier.title }) : id;
  const { origin } = profile.tier;
  const source = origin
    ? ` ${sourceExplanation(t, origin, { locale, timeZone, names })}`
    : '';
  return (
    <Explained as="caption" explanation={`${t('profile.term.tier')}${source}`}>
      {name}
    </Explained>
  );
};

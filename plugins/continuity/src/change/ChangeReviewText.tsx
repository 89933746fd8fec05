import type { ChangeSummary } from 'backstage-plugin-continuity-common';
import { usePartyName } from '../profile/usePartyName';
import { formatDueDay } from '../status/formatDay';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';
import { ShapedWord } from './ShapedWord';

/** Until when an emergency change owes its review, or that it was made. */
export const ChangeReviewText = (props: {
  review: ChangeSummary['review'];
}) => {
  const { review } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const partyName = usePartyName();
  if (!review) return null;
  if (review.doneAt !== null) {
    const who = review.doneBy ? partyName(review.doneBy) : '–';
    return <>{t('change.reviews.done', { who })}</>;
  }
  const day = formatDueDay(review.dueAt, { locale });
  return review.late ? (
    <ShapedWord status="exposed" word={t('change.reviews.late', { day })} />
  ) : (
    <>{t('change.reviews.due', { day })}</>
  );
};

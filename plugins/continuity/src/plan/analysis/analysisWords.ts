import {
  defaultPolicy,
  QUICK_CATEGORY_ID,
  startingThreats,
} from 'backstage-plugin-continuity-common';
import { pointText } from '../../profile/pointText';
import { valueText } from '../../profile/valueText';
import type { Translate } from '../../translation/Translate';

const RATINGS = [
  'negligible',
  'minor',
  'moderate',
  'serious',
  'catastrophic',
] as const;
const CATEGORIES = [
  'financial',
  'safety',
  'legal',
  'reputation',
  'operations',
  'customers',
] as const;

interface Titled {
  id: string;
  title: string;
}

function isShipped(known: readonly Titled[], { id, title }: Titled): boolean {
  return known.some(item => item.id === id && item.title === title);
}

/** A rating in the reader's language, where the policy has not worded it itself. */
export function ratingName(t: Translate, rating: Titled): string {
  const id = RATINGS.find(known => known === rating.id);
  return id && isShipped(defaultPolicy.bia.ratings, rating)
    ? t(`analysis.rating.${id}`)
    : rating.title;
}

/** An impact category in the reader's language, where the policy has not worded it itself. */
export function categoryName(t: Translate, category: Titled): string {
  if (category.id === QUICK_CATEGORY_ID) return t('analysis.category.overall');
  const id = CATEGORIES.find(known => known === category.id);
  return id && isShipped(defaultPolicy.bia.categories, category)
    ? t(`analysis.category.${id}`)
    : category.title;
}

/** A threat in the reader's language, where it is one of the starting list. */
export function threatName(t: Translate, threat: Titled): string {
  const known = startingThreats.find(
    ({ id, title }) => id === threat.id && title === threat.title,
  );
  return known ? t(`analysis.risk.threat.${known.id}`) : threat.title;
}

/** The MTPD of an analysis: a time, "beyond" one, or not set. */
export function mtpdText(
  t: Translate,
  result: { mtpd: string | null; beyond: string | null },
): string {
  if (result.mtpd !== null) return pointText(t, result.mtpd);
  return result.beyond === null
    ? t('profile.value.unset')
    : t('analysis.bia.beyond', { time: pointText(t, result.beyond) });
}

/** The RPO of an analysis. */
export function rpoText(t: Translate, rpo: string | null): string {
  return valueText(t, 'rpo', rpo);
}

export { pointText };

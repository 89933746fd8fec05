import type { ImpactScale } from '../../policy/policy';
import { durationSeconds } from '../../terms/durationSeconds';
import type { BiaContent } from './bia';

/** The one category of a quick analysis. @public */
export const QUICK_CATEGORY_ID = 'overall';

/** @public */
export interface QuickBiaAnswers {
  /** After how long it is intolerable, a normalised duration; `beyond` where it is endured up to the last point. */
  intolerableAfter: string;
  /** How much data may be lost: a normalised duration, or `none`. */
  rpo: string | null;
}

/**
 * The two questions of a quick analysis (DOMAIN.md §4), written as the full form would have it, so that the same rules derive the same result: one
 * category, tolerable at every point before the answer and intolerable from there on. An answer between the policy's points becomes a point of its own.
 *
 * @public
 */
export function quickBia(
  answers: QuickBiaAnswers,
  scale: ImpactScale,
): Pick<BiaContent, 'method' | 'points' | 'ratings' | 'categories' | 'rpo'> {
  const { intolerableAfter, rpo } = answers;
  const isBeyond = intolerableAfter === 'beyond';
  const points = [
    ...new Set([...scale.points, ...(isBeyond ? [] : [intolerableAfter])]),
  ].sort((a, b) => durationSeconds(a) - durationSeconds(b));
  const tolerable = scale.ratings[0].id;
  const intolerable = scale.ratings[scale.ratings.length - 1].id;
  const isOver = (point: string) =>
    !isBeyond && durationSeconds(point) >= durationSeconds(intolerableAfter);
  return {
    method: 'quick',
    points,
    ratings: scale.ratings,
    categories: [
      {
        id: QUICK_CATEGORY_ID,
        title: 'All in all',
        intolerableFrom: intolerable,
        impacts: Object.fromEntries(
          points.map(point => [point, isOver(point) ? intolerable : tolerable]),
        ),
      },
    ],
    rpo,
  };
}

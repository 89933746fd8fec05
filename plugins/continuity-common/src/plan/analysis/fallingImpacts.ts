import type { BiaContent } from './bia';

/** A rating that is lower than one at an earlier point. @public */
export interface FallingImpact {
  /** Position of the category in the content. */
  index: number;
  categoryId: string;
  title: string;
  point: string;
  rating: string;
  earlierPoint: string;
  earlierRating: string;
}

/**
 * Where impact falls over time, which it can't: what was lost stays lost (DOMAIN.md §4). Points that were not rated are skipped. Each falling rating is
 * compared with the worst one before it.
 *
 * @public
 */
export function fallingImpacts(
  content: Pick<BiaContent, 'points' | 'ratings' | 'categories'>,
): FallingImpact[] {
  const { points, ratings, categories } = content;
  const rankOf = new Map(ratings.map(({ id }, rank) => [id, rank]));
  const titleOf = (id: string) =>
    ratings.find(rating => rating.id === id)?.title ?? id;
  return categories.flatMap((category, index) => {
    const found: FallingImpact[] = [];
    let worst: { rank: number; point: string; rating: string } | undefined;
    for (const point of points) {
      if (!Object.hasOwn(category.impacts, point)) continue;
      const rating = category.impacts[point];
      const rank = rankOf.get(rating);
      if (rank === undefined) continue;
      if (worst && rank < worst.rank) {
        found.push({
          index,
          categoryId: category.id,
          title: category.title,
          point,
          rating: titleOf(rating),
          earlierPoint: worst.point,
          earlierRating: titleOf(worst.rating),
        });
      } else {
        worst = { rank, point, rating };
      }
    }
    return found;
  });
}

import { durationSeconds } from '../../terms/durationSeconds';
import type { BiaContent, BiaResult } from './bia';

function earliest(points: Array<string | null>): string | null {
  let found: string | null = null;
  for (const point of points) {
    if (point === null) continue;
    if (found === null || durationSeconds(point) < durationSeconds(found)) {
      found = point;
    }
  }
  return found;
}

/**
 * What a business impact analysis comes to (DOMAIN.md §4): a category's MTPD is the earliest point that is rated at or above what is intolerable,
 * else it is "beyond" the last point that was rated; the MTPD of all is the least of them.
 *
 * Points that were not rated are skipped, and so are categories without any rating. Where nothing is intolerable, `beyond` is the time that is known to be
 * endured in every category: the least of their last rated points.
 *
 * @public
 */
export function deriveBia(content: BiaContent): BiaResult {
  const rankOf = new Map(content.ratings.map(({ id }, rank) => [id, rank]));
  const categories = content.categories.map(category => {
    const threshold = rankOf.get(category.intolerableFrom) ?? Infinity;
    const rated = content.points.filter(point =>
      Object.hasOwn(category.impacts, point),
    );
    const mtpd =
      rated.find(
        point => (rankOf.get(category.impacts[point]) ?? -1) >= threshold,
      ) ?? null;
    return {
      id: category.id,
      mtpd,
      beyond: mtpd === null ? rated[rated.length - 1] ?? null : null,
    };
  });
  const mtpd = earliest(categories.map(category => category.mtpd));
  return {
    categories,
    mtpd,
    beyond:
      mtpd === null
        ? earliest(categories.map(category => category.beyond))
        : null,
    rpo: content.rpo,
  };
}

import type { ContinuityStatus } from '../assessment/status';

/** How many entities have each status; a status that is left out has none. @public */
export type StatusCounts = Partial<Record<ContinuityStatus, number>>;

/**
 * The share that is met (DOMAIN.md §8): `met / (met + at-risk + exposed + exempt + unassessed)`, from 0 to 1. Neither an exemption nor an unassessed
 * service improves it; what is not required or out of scope is left out. Null where nothing counts, since nothing is not "all".
 *
 * @public
 */
export function metShare(counts: StatusCounts): number | null {
  const met = counts.met ?? 0;
  const counted =
    met +
    (counts['at-risk'] ?? 0) +
    (counts.exposed ?? 0) +
    (counts.exempt ?? 0) +
    (counts.unassessed ?? 0);
  return counted === 0 ? null : met / counted;
}

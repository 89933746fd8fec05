import type { DefaultEntityFilters } from '@backstage/plugin-catalog-react';
import type { ContinuityStatusFilter } from './ContinuityStatusFilter';
import type { ContinuityTierFilter } from './ContinuityTierFilter';

/**
 * The catalog's filters and those of continuity, for `useEntityList<ContinuityEntityFilters>()`. In the page's address they are
 * `filters[continuityStatus]` and `filters[continuityTier]`.
 *
 * @public
 */
export type ContinuityEntityFilters = DefaultEntityFilters & {
  continuityStatus?: ContinuityStatusFilter;
  continuityTier?: ContinuityTierFilter;
};

import type { EntityFilter } from '@backstage/plugin-catalog-react';
import { TIER_LABEL } from './continuityLabels';

/**
 * Keeps entities of the catalog page whose effective tier is one of these (ids of the policy's tiers). The catalog's backend does the
 * filtering, so pages and counts are right.
 *
 * @public
 */
export class ContinuityTierFilter implements EntityFilter {
  constructor(readonly values: string[]) {}

  getCatalogFilters(): Record<string, string[]> {
    return { [`metadata.labels.${TIER_LABEL}`]: this.values };
  }

  toQueryValue(): string[] {
    return this.values;
  }
}

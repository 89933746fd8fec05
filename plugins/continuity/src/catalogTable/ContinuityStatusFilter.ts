import type { EntityFilter } from '@backstage/plugin-catalog-react';
import { STATUS_LABEL } from './continuityLabels';

/**
 * Keeps entities of the catalog page that have one of these continuity statuses. The catalog's backend does the filtering, so pages and
 * counts are right.
 *
 * @public
 */
export class ContinuityStatusFilter implements EntityFilter {
  constructor(readonly values: string[]) {}

  getCatalogFilters(): Record<string, string[]> {
    return { [`metadata.labels.${STATUS_LABEL}`]: this.values };
  }

  toQueryValue(): string[] {
    return this.values;
  }
}

import {
  exemptionStateAt,
  type EntityExemptions,
} from 'backstage-plugin-continuity-common';
import type {
  ExemptionStore,
  StoredExemption,
} from '../../exemption/ExemptionStore';
import type { Access } from '../../permissions/CallerAccess';
import { ExemptionSummaries } from './ExemptionSummaries';

/** Exemptions that the tab lists; all are counted. */
const MOST = 20;

const order = ['asked', 'approved', 'ended', 'refused', 'withdrawn'];

/** Reads what an entity's tab shows of exemptions. */
export class EntityExemptionsReader {
  readonly #store: ExemptionStore;
  readonly #summaries: ExemptionSummaries;
  readonly #clock: () => Date;

  static create(options: {
    exemptionStore: ExemptionStore;
    exemptionSummaries: ExemptionSummaries;
    clock: () => Date;
  }) {
    return new EntityExemptionsReader(options);
  }

  private constructor(options: {
    exemptionStore: ExemptionStore;
    exemptionSummaries: ExemptionSummaries;
    clock: () => Date;
  }) {
    this.#store = options.exemptionStore;
    this.#summaries = options.exemptionSummaries;
    this.#clock = options.clock;
  }

  async of(entityRef: string, access: Access): Promise<EntityExemptions> {
    const known = await this.#store.ofEntity(entityRef);
    const now = this.#clock().toISOString();
    const rank = (exemption: StoredExemption) => {
      const at = order.indexOf(exemptionStateAt(exemption, now));
      // what is over stands in the order of its time, whatever came of it
      return Math.min(at, 2);
    };
    const shown = [...known].sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
    return {
      items: await this.#summaries.of(shown, access),
      totalItems: known.length,
      limits: this.#summaries.limits(),
    };
  }
}

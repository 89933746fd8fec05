import type { FindingDetail } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { FindingCaller } from '../../../permissions/FindingAccess';
import { hideEntities } from '../../../permissions/hideEntities';
import { readNames } from '../../../permissions/readNames';
import type { RecordStore } from '../../../record/RecordStore';
import { findingRecordRef } from '../../../testing/finding/FindingWriter';
import { FindingSight } from './FindingSight';
import { FindingSummaries } from './FindingSummaries';

/** Steps of the history that a page shows. */
const LONGEST_HISTORY = 200;

interface Options {
  database: Knex;
  findingSight: FindingSight;
  findingSummaries: FindingSummaries;
  records: RecordStore;
}

/** Reads all that a finding's page shows, without what the caller may not see. */
export class FindingReader {
  readonly #options: Options;

  static create(options: Options) {
    return new FindingReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async detail(
    findingId: string,
    caller: FindingCaller,
  ): Promise<FindingDetail> {
    const { findingSight, findingSummaries, records } = this.#options;
    const { finding } = await findingSight.open(findingId, caller.access);
    const [summary] = await findingSummaries.of([finding], caller);
    const { items } = await records.list({
      entityRef: findingRecordRef(findingId),
      limit: LONGEST_HISTORY,
    });
    const detail: FindingDetail = {
      ...summary,
      description: finding.description,
      cause: finding.cause,
      resolution: finding.resolution,
      verification: finding.verification,
      acceptance: finding.acceptance,
      history: items.map(({ at, by, action, reason }) => ({
        at,
        by,
        action,
        reason: reason ?? null,
      })),
    };
    const hidden = await findingSight.hiddenIn(detail, caller.access);
    const shown = hideEntities(detail, hidden);
    return {
      ...shown,
      names: await readNames(this.#options.database, shown),
    };
  }
}

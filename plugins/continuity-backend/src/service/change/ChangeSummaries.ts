import type { ChangeSummary } from 'backstage-plugin-continuity-common';
import type { ChangeStore, StoredChange } from '../../change/ChangeStore';
import { PlanChangeRequests } from '../../change/PlanChangeRequests';
import type { Access } from '../../permissions/CallerAccess';
import { changeGlance } from '../../change/changeGlance';
import { ChangeSight } from './ChangeSight';

/** Touched entities that a list names; all are counted. */
const MOST_TOUCHED = 20;

interface Options {
  changeStore: ChangeStore;
  planChangeRequests: PlanChangeRequests;
  changeSight: ChangeSight;
  clock: () => Date;
}

/** Describes changes for lists, in a fixed number of statements. */
export class ChangeSummaries {
  readonly #options: Options;

  static create(options: Options) {
    return new ChangeSummaries(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** In the order of the changes. Entities that may not be named are counted. */
  async of(changes: StoredChange[], access: Access): Promise<ChangeSummary[]> {
    if (changes.length === 0) return [];
    const { changeStore, planChangeRequests, changeSight } = this.#options;
    const ids = changes.map(({ id }) => id);
    const hits = (await changeStore.entitiesOf(ids)).filter(
      ({ effect }) => effect === 'touched',
    );
    const { isShown } = await changeSight.among(
      new Set([
        ...hits.map(({ entityRef }) => entityRef),
        ...changes.map(({ requestedBy }) => requestedBy),
      ]),
      { access },
    );
    const now = this.#options.clock().toISOString();
    const requests = await planChangeRequests.countOpen(ids);
    return changes.map((change): ChangeSummary => {
      const touched = hits.filter(({ changeId }) => changeId === change.id);
      return {
        ...changeGlance(change, now),
        revision: change.revision,
        source: change.source,
        treatedAs: change.treatedAs,
        model: change.model,
        major: change.major,
        headline: change.headline,
        caused: change.caused,
        alreadyThere: change.alreadyThere,
        totalImpacted: change.totalImpacted,
        touched: touched
          .map(({ entityRef }) => entityRef)
          .filter(isShown)
          .slice(0, MOST_TOUCHED),
        totalTouched: touched.length,
        openRequests: requests.get(change.id) ?? 0,
        requestedBy: change.requestedBy,
      };
    });
  }
}

import type { Knex } from 'knex';
import { whereInList } from '../../database/whereInList';
import type { ContinuityChangeResource } from './continuityChangeResourceRef';
import { ContinuityEntityResources } from './ContinuityEntityResources';

/** Answers permission rules about changes, for one or many in a fixed number of queries. */
export class ContinuityChangeResources {
  readonly #database: Knex;
  readonly #entities: ContinuityEntityResources;

  static create(options: {
    database: Knex;
    entities: ContinuityEntityResources;
  }) {
    return new ContinuityChangeResources(options);
  }

  private constructor(options: {
    database: Knex;
    entities: ContinuityEntityResources;
  }) {
    this.#database = options.database;
    this.#entities = options.entities;
  }

  /** One resource for each id, undefined for what is no change. */
  async load(
    changeIds: string[],
  ): Promise<Array<ContinuityChangeResource | undefined>> {
    const requesters: Array<{ id: string; requested_by: string }> =
      await whereInList(
        this.#database('changes').select('id', 'requested_by'),
        'id',
        changeIds,
      );
    const touched: Array<{ change_id: string; entity_ref: string }> =
      await whereInList(
        this.#database('change_entities')
          .where('effect', 'touched')
          .select('change_id', 'entity_ref'),
        'change_id',
        changeIds,
      );
    const refs = [...new Set(touched.map(row => row.entity_ref))];
    const parties = await this.#entities.partiesOf(refs);
    const expandClaims = await this.#entities.claimExpander();
    const requesterOf = new Map(
      requesters.map(row => [row.id, row.requested_by]),
    );
    return changeIds.map(changeId => {
      const requester = requesterOf.get(changeId);
      return requester === undefined
        ? undefined
        : {
            changeId,
            requester,
            touchedParties: touched
              .filter(({ change_id }) => change_id === changeId)
              .map(({ entity_ref }) => parties.get(entity_ref) ?? []),
            expandClaims,
          };
    });
  }
}

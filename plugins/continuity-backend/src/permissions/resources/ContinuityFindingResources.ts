import type { Knex } from 'knex';
import { whereInList } from '../../database/whereInList';
import { ContinuityEntityResources } from './ContinuityEntityResources';
import type { ContinuityFindingResource } from './continuityFindingResourceRef';

/** Answers permission rules about findings, for one or many in a fixed number of queries. */
export class ContinuityFindingResources {
  readonly #database: Knex;
  readonly #entities: ContinuityEntityResources;

  static create(options: {
    database: Knex;
    entities: ContinuityEntityResources;
  }) {
    return new ContinuityFindingResources(options);
  }

  private constructor(options: {
    database: Knex;
    entities: ContinuityEntityResources;
  }) {
    this.#database = options.database;
    this.#entities = options.entities;
  }

  /** One resource for each id, undefined for what is no finding. */
  async load(
    findingIds: string[],
  ): Promise<Array<ContinuityFindingResource | undefined>> {
    const owners: Array<{ id: string; owner_ref: string }> = await whereInList(
      this.#database('findings').select('id', 'owner_ref'),
      'id',
      findingIds,
    );
    const named: Array<{ finding_id: string; entity_ref: string }> =
      await whereInList(
        this.#database('finding_entities').select('finding_id', 'entity_ref'),
        'finding_id',
        findingIds,
      );
    const refs = [...new Set(named.map(row => row.entity_ref))];
    const parties = await this.#entities.partiesOf(refs);
    const expandClaims = await this.#entities.claimExpander();
    const ownerOf = new Map(owners.map(row => [row.id, row.owner_ref]));
    const partiesOf = new Map<string, string[][]>();
    for (const { finding_id, entity_ref } of named) {
      const list = partiesOf.get(finding_id) ?? [];
      list.push(parties.get(entity_ref) ?? []);
      partiesOf.set(finding_id, list);
    }
    return findingIds.map(findingId => {
      const owner = ownerOf.get(findingId);
      return owner === undefined
        ? undefined
        : {
            findingId,
            owner,
            entityParties: partiesOf.get(findingId) ?? [],
            expandClaims,
          };
    });
  }
}

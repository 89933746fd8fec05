import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import {
  ContinuityEntityFilter,
  ContinuityEntityResource,
} from './continuityEntityResourceRef';
import { GroupAncestry } from '../GroupAncestry';
import { whereInList } from '../../database/whereInList';

interface RoleRow {
  ref: string;
  party: string;
}

/**
 * Answers permission rules from the mirror and the current assessments: for single entities, and for many in the database. Both ways
 * expand claims over the same groups.
 */
export class ContinuityEntityResources {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new ContinuityEntityResources(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /** One resource for each ref, undefined for what the mirror doesn't know. */
  async load(
    entityRefs: string[],
  ): Promise<Array<ContinuityEntityResource | undefined>> {
    const known = await whereInList(
      this.#database('mirror_entities').whereNull('archived_at'),
      'entity_ref',
      entityRefs,
    ).select('entity_ref');
    const existing = new Set(known.map(row => row.entity_ref));
    const ancestry = await this.#ancestry();
    const owners = groupByEntity(await this.#owners(entityRefs));
    const parties = groupByEntity(await this.#recoveryParties(entityRefs));
    return entityRefs.map(entityRef =>
      existing.has(entityRef)
        ? {
            entityRef,
            owners: owners.get(entityRef) ?? [],
            recoveryParties: parties.get(entityRef) ?? [],
            expandClaims: claims => ancestry.expand(claims),
          }
        : undefined,
    );
  }

  /** Who owns each of them or answers for its recovery; nobody for what the mirror doesn't know. */
  async partiesOf(entityRefs: string[]): Promise<Map<string, string[]>> {
    const loaded = await this.load(entityRefs);
    return new Map(
      entityRefs.map((ref, at) => {
        const known = loaded[at];
        return [ref, known ? [...known.owners, ...known.recoveryParties] : []];
      }),
    );
  }

  /** Expands claims by the groups above them, as the resources do. */
  async claimExpander(): Promise<(claims: string[]) => Set<string>> {
    const ancestry = await this.#ancestry();
    return claims => ancestry.expand(claims);
  }

  /** The refs among the given ones for which the criteria hold. */
  async matching(
    entityRefs: string[],
    criteria: PermissionCriteria<ContinuityEntityFilter>,
  ): Promise<Set<string>> {
    const ancestry = await this.#ancestry();
    const rows = await whereInList(
      this.#database('mirror_entities').whereNull('archived_at'),
      'entity_ref',
      entityRefs,
    )
      .where(builder =>
        this.#where(builder, criteria, { ancestry, entityRefs }),
      )
      .select('entity_ref');
    return new Set(rows.map(row => row.entity_ref));
  }

  #where(
    builder: Knex.QueryBuilder,
    criteria: PermissionCriteria<ContinuityEntityFilter>,
    context: { ancestry: GroupAncestry; entityRefs: string[] },
  ): void {
    if (isAndCriteria(criteria)) {
      for (const part of criteria.allOf) {
        builder.andWhere(inner => this.#where(inner, part, context));
      }
    } else if (isOrCriteria(criteria)) {
      for (const part of criteria.anyOf) {
        builder.orWhere(inner => this.#where(inner, part, context));
      }
    } else if (isNotCriteria(criteria)) {
      builder.whereNot(inner => this.#where(inner, criteria.not, context));
    } else {
      const roles =
        criteria.role === 'owner'
          ? this.#owners(context.entityRefs)
          : this.#recoveryParties(context.entityRefs);
      builder.whereIn(
        'entity_ref',
        whereInList(
          this.#database.from(roles.as('roles')),
          'party',
          context.ancestry.expand(criteria.claims),
        ).select('ref'),
      );
    }
  }

  #owners(entityRefs: string[]): Knex.QueryBuilder<any, RoleRow[]> {
    return whereInList(
      this.#database('mirror_relations').where('type', 'ownedBy'),
      'source_ref',
      entityRefs,
    ).select({ ref: 'source_ref', party: 'target_ref' });
  }

  /** The effective recovery owner and the alternates, as the current assessments hold them. */
  #recoveryParties(entityRefs: string[]): Knex.QueryBuilder<any, RoleRow[]> {
    const db = this.#database;
    const assessments =
      db.client.config.client === 'pg'
        ? `assessments as a cross join lateral jsonb_array_elements_text(
            coalesce(nullif(a.detail::jsonb #> '{profile,recoveryAlternates,value}', 'null'::jsonb), '[]'::jsonb)
            || coalesce(to_jsonb(a.recovery_owner), '[]'::jsonb)
          ) as p(party)`
        : `(select entity_ref, valid_to, each.value as party from assessments, json_each(json_insert(
            coalesce(json_extract(detail, '$.profile.recoveryAlternates.value'), '[]'), '$[#]', recovery_owner
          )) as each) as a`;
    return whereInList(
      db
        .from(db.raw(assessments))
        .whereNull('a.valid_to')
        .whereNotNull('party'),
      'a.entity_ref',
      entityRefs,
    ).select({ ref: 'a.entity_ref', party: 'party' });
  }

  async #ancestry(): Promise<GroupAncestry> {
    const relations = await this.#database('mirror_relations')
      .where('type', 'childOf')
      .select({ childRef: 'source_ref', parentRef: 'target_ref' });
    return GroupAncestry.of(relations);
  }
}

function groupByEntity(rows: RoleRow[]): Map<string, string[]> {
  const byEntity = new Map<string, string[]>();
  for (const { ref, party } of rows) {
    byEntity.set(ref, [...(byEntity.get(ref) ?? []), party]);
  }
  return byEntity;
}

import type { EntityFacts } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';

/** An entity as the mirror keeps it. */
export interface MirroredEntity {
  facts: EntityFacts;
  title: string;
  type: string | null;
  ownerRef: string | null;
  systemRef: string | null;
  domainRef: string | null;
  sourceLocation: string | null;
  inScope: boolean;
  hash: string;
  firstSeenAt: string;
  changedAt: string;
  archivedAt: string | null;
}

/** What the catalog last said about entities and their relations. */
export interface MirrorStore {
  /** Archived entities only with `includeArchived`. */
  get(
    entityRefs: string[],
    options?: { includeArchived?: boolean; trx?: Knex.Transaction },
  ): Promise<Map<string, MirroredEntity>>;

  /** Refs of the entities with `systemRef` as their system, not archived, sorted. */
  partsOf(systemRef: string): Promise<string[]>;

  /** Targets of relations of these types from any of the refs. */
  related(
    entityRefs: string[],
    types: string[],
  ): Promise<Array<{ sourceRef: string; type: string; targetRef: string }>>;

  /** The refs that a person acts as: themselves, their groups, and all groups above these (cycle-safe). */
  claimsOf(userRef: string, direct?: string[]): Promise<string[]>;

  /** All groups below the given ones, themselves included (cycle-safe): "owner incl. nested groups". */
  groupsBelow(groupRefs: string[]): Promise<string[]>;

  count(): Promise<number>;
}

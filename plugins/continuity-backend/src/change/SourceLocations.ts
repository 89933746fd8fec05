import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { Knex } from 'knex';
import { BATCH_SIZE } from '../database/inChunks';
import { isPostgres } from '../database/isPostgres';
import { whereInList } from '../database/whereInList';
import type { GraphLog } from '../dependency/GraphLog';
import type { RepositoryAddresses } from './RepositoryAddresses';

/** Where an entity's source is in its repository. */
export interface SourceLocation {
  entityRef: string;
  /** Below the repository's root; '' is the root. */
  folder: string;
  /** Name of the file that holds its document, without folders; null where nobody knows. */
  file: string | null;
}

interface Row {
  entity_ref: string;
  managed: string | null;
  source: string | null;
}

/**
 * Says which entities have their source in a repository. Held in memory of each replica and kept in step as the dependency graph is: a check reads
 * what changed since the last one, not the whole catalog.
 */
export class SourceLocations {
  readonly #database: Knex;
  readonly #log: GraphLog;
  readonly #addresses: RepositoryAddresses;
  readonly #byRepository = new Map<
    string,
    Map<string, Omit<SourceLocation, 'entityRef'>>
  >();
  readonly #repositoryOf = new Map<string, string>();
  #revision = -1;
  #underWay: Promise<void> | undefined;

  static create(options: {
    database: Knex;
    log: GraphLog;
    addresses: RepositoryAddresses;
  }): SourceLocations {
    return new SourceLocations(options);
  }

  private constructor(options: {
    database: Knex;
    log: GraphLog;
    addresses: RepositoryAddresses;
  }) {
    this.#database = options.database;
    this.#log = options.log;
    this.#addresses = options.addresses;
  }

  /** The entities with their source in a repository, in the order of refs; none for an unknown one. */
  async in(repository: string): Promise<SourceLocation[]> {
    const { revision } = await this.#log.read();
    while (this.#revision < revision) {
      this.#underWay ??= this.#catchUp().finally(() => {
        this.#underWay = undefined;
      });
      await this.#underWay;
    }
    const found = this.#byRepository.get(
      this.#addresses.repositoryOf(repository) ?? '',
    );
    return [...(found ?? [])]
      .map(([entityRef, place]) => ({ entityRef, ...place }))
      .sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1));
  }

  async #catchUp(): Promise<void> {
    const { revision } = await this.#log.read();
    if (this.#revision === -1) {
      await this.#readAll();
    } else {
      const changed = await this.#log.changedSince(this.#revision);
      const rows: Row[] = await whereInList(
        this.#living(),
        'entity_ref',
        changed,
      );
      for (const ref of changed) this.#forget(ref);
      for (const row of rows) this.#learn(row);
    }
    this.#revision = revision;
  }

  async #readAll(): Promise<void> {
    let after = '';
    for (;;) {
      const rows: Row[] = await this.#living()
        .where('entity_ref', '>', after)
        .orderBy('entity_ref')
        .limit(BATCH_SIZE);
      for (const row of rows) this.#learn(row);
      if (rows.length < BATCH_SIZE) return;
      after = rows[rows.length - 1].entity_ref;
      await yieldToOthers();
    }
  }

  #living() {
    const annotation = 'backstage.io/source-location';
    // the text is not taken apart here for two of its annotations
    const source = isPostgres(this.#database)
      ? this.#database.raw(
          `facts::json -> 'metadata' -> 'annotations' ->> ? as source`,
          [annotation],
        )
      : this.#database.raw(
          `json_extract(facts, '$.metadata.annotations."${annotation}"') as source`,
        );
    return this.#database('mirror_entities')
      .whereNull('archived_at')
      .whereNotIn('kind', ['user', 'group', 'location'])
      .select('entity_ref', { managed: 'source_location' }, source);
  }

  #forget(entityRef: string): void {
    const repository = this.#repositoryOf.get(entityRef);
    if (repository === undefined) return;
    this.#repositoryOf.delete(entityRef);
    const entities = this.#byRepository.get(repository)!;
    entities.delete(entityRef);
    if (entities.size === 0) this.#byRepository.delete(repository);
  }

  #learn({ entity_ref: ref, managed, source }: Row): void {
    const place =
      this.#folderOf(source, { mayBeFile: /\.[a-z]{2,4}$/i }) ??
      this.#folderOf(managed, { mayBeFile: /./ });
    if (!place) return;
    const { repository, folder } = place;
    this.#repositoryOf.set(ref, repository);
    const entities = this.#byRepository.get(repository) ?? new Map();
    entities.set(ref, { folder, file: this.#fileOf(managed) });
    this.#byRepository.set(repository, entities);
  }

  #fileOf(location: string | null): string | null {
    const place = location ? this.#addresses.placeOf(location) : undefined;
    if (!place || place.isFolder) return null;
    return place.path.slice(place.path.lastIndexOf('/') + 1);
  }

  /** A catalog file stands for the folder that it is in. */
  #folderOf(
    location: string | null,
    { mayBeFile }: { mayBeFile: RegExp },
  ): { repository: string; folder: string } | undefined {
    const place = location ? this.#addresses.placeOf(location) : undefined;
    if (!place) return undefined;
    const { repository, path, isFolder } = place;
    const isFile = !isFolder && mayBeFile.test(path);
    return {
      repository,
      folder: isFile ? path.slice(0, Math.max(0, path.lastIndexOf('/'))) : path,
    };
  }
}

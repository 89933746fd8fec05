import type { Knex } from 'knex';
import { whereInList } from '../../../database/whereInList';
import { Access } from '../../../permissions/CallerAccess';
import { collectEntityRefs } from '../../../permissions/entityRefsIn';
import { HiddenEntities } from '../../../permissions/HiddenEntities';
import type {
  FindingStore,
  StoredFinding,
} from '../../../testing/finding/FindingStore';
import { findingNotFound } from '../../../testing/finding/FindingWriter';

/** A finding that the caller may see, with the entities of it that they may not. */
export interface SeenFinding {
  finding: StoredFinding;
  hidden: Set<string>;
}

interface Options {
  database: Knex;
  findingStore: FindingStore;
  hiddenEntities: HiddenEntities;
}

/** Decides which findings somebody may see, and what of them must not be named. */
export class FindingSight {
  readonly #options: Options;

  static create(options: Options) {
    return new FindingSight(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @throws NotFoundError also where all that it is about is hidden from the caller. */
  async open(findingId: string, access: Access): Promise<SeenFinding> {
    const finding = await this.#options.findingStore.get(findingId);
    if (!finding) throw findingNotFound();
    const hidden = await this.hiddenAmong(finding.entities, access);
    if (finding.entities.every(ref => hidden.has(ref))) throw findingNotFound();
    return { finding, hidden };
  }

  /** The refs among the given ones that the caller may not see. */
  async hiddenAmong(
    refs: Iterable<string>,
    access: Access,
  ): Promise<Set<string>> {
    return this.#options.hiddenEntities.among(refs, access.read);
  }

  /** What of an answer must be hidden from the caller. */
  async hiddenIn(answer: unknown, access: Access): Promise<Set<string>> {
    return this.hiddenAmong(collectEntityRefs(answer), access);
  }

  /** Titles of the tests among the given ones that the caller may see. */
  async testTitles(
    testIds: string[],
    access: Access,
  ): Promise<Map<string, string>> {
    if (testIds.length === 0) return new Map();
    const rows: Array<{ id: string; title: string; entity_ref: string }> =
      await whereInList(
        this.#options
          .database('tests as t')
          .join('test_entities as e', 'e.test_id', 't.id')
          .select('t.id', 't.title', 'e.entity_ref'),
        't.id',
        testIds,
      );
    const hidden = await this.hiddenAmong(
      rows.map(row => row.entity_ref),
      access,
    );
    return new Map(
      rows
        .filter(row => !hidden.has(row.entity_ref))
        .map(row => [row.id, row.title]),
    );
  }
}

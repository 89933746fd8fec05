import type { MineItem } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { CallerAccess, EntityAction } from '../../permissions/CallerAccess';
import type { HiddenEntities } from '../../permissions/HiddenEntities';
import type { AskedForMine } from './MineGapReader';
import { mineItems, type AnalysisOfMine } from './mineItems';

interface Options {
  database: Knex;
  access: CallerAccess;
  hiddenEntities: HiddenEntities;
}

/** Reads which agreements and analyses wait for the caller as the second person, and which analyses they began. */
export class MineSecondReader {
  readonly #options: Options;

  static create(options: Options) {
    return new MineSecondReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async of({
    known,
  }: AskedForMine): Promise<{ decisions: MineItem[]; drafts: MineItem[] }> {
    // the second person is a person
    if (!known.isUser) return { decisions: [], drafts: [] };
    const { subject, read } = known;
    const [agreements, analyses, begun] = await Promise.all([
      this.#rows('agreements')
        .where('w.state', 'awaiting-second-person')
        .whereNot('w.recorded_by', subject)
        .select(this.#options.database.raw("'agreement' as sort")),
      this.#rows('analyses')
        .where('w.state', 'awaiting-second-person')
        .whereNot('w.recorded_by', subject)
        .select('w.sort'),
      this.#rows('analyses')
        .where({ 'w.state': 'draft', 'w.recorded_by': subject })
        .select('w.sort'),
    ]);
    const hidden = await this.#options.hiddenEntities.among(
      [...agreements, ...analyses, ...begun].map(row => row.entity_ref),
      read,
    );
    const seen = (rows: AnalysisOfMine[]) =>
      rows.filter(row => !hidden.has(row.entity_ref));
    const [decided, drafts] = await Promise.all([
      Promise.all([
        this.#allowed('agreement.approve', seen(agreements), known),
        this.#allowed('analysis.approve', seen(analyses), known),
      ]),
      this.#allowed('analysis.update', seen(begun), known),
    ]);
    return {
      decisions: decided.flat().map(mineItems.ofPending),
      drafts: drafts.map(mineItems.ofDraft),
    };
  }

  #rows(table: 'agreements' | 'analyses') {
    return this.#options
      .database(`${table} as w`)
      .join('mirror_entities as e', 'e.entity_ref', 'w.entity_ref')
      .whereNull('w.archived_at')
      .whereNull('e.archived_at')
      .select('w.id', 'w.entity_ref', 'e.title');
  }

  async #allowed(
    action: EntityAction,
    rows: AnalysisOfMine[],
    known: AskedForMine['known'],
  ): Promise<AnalysisOfMine[]> {
    const refs = rows.map(row => row.entity_ref);
    const allowed = await this.#options.access.allowedAmong(
      known,
      action,
      refs,
    );
    return rows.filter(row => allowed.has(row.entity_ref));
  }
}

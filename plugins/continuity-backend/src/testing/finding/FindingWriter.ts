import { randomUUID } from 'node:crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { FindingDraft } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { NewRecordEntry, RecordStore } from '../../record/RecordStore';
import type { StatusUpkeep } from '../../record/StatusUpkeep';
import type { FindingStore, StoredFinding } from './FindingStore';

/** What a change makes of a finding; null: nothing changed after all. */
export interface FindingChange {
  /** Without the new revision. */
  finding: StoredFinding;
  record: Pick<NewRecordEntry, 'action' | 'reason' | 'before' | 'after'>;
}

/** Where a finding comes from. */
export type FindingSource =
  | { kind: 'manual' }
  | { kind: 'test' | 'review'; testId: string };

interface Options {
  database: Knex;
  findingStore: FindingStore;
  records: RecordStore;
  engine: StatusUpkeep;
  clock: () => Date;
}

/** Writes findings: the finding, its history and what has to be assessed again, in one transaction. */
export class FindingWriter {
  readonly #options: Options;

  static create(options: Options) {
    return new FindingWriter(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** In a transaction of the caller's, which then marks the entities that are returned as dirty. */
  async add(
    trx: Knex.Transaction,
    drafts: FindingDraft[],
    how: { source: FindingSource; by: string; at: string },
  ): Promise<{ ids: string[]; dirty: string[] }> {
    const { source, by, at } = how;
    const findings = drafts.map(
      (draft): StoredFinding => ({
        id: randomUUID(),
        title: draft.title,
        severity: draft.severity,
        state: 'open',
        ownerRef: draft.owner,
        dueOn: draft.dueOn,
        description: draft.description,
        cause: draft.cause,
        ticket: draft.ticket,
        source: source.kind,
        testId: source.kind === 'manual' ? null : source.testId,
        entities: [...new Set(draft.entities)].sort(),
        resolution: null,
        verification: null,
        acceptance: null,
        closedAt: null,
        revision: 1,
        createdAt: at,
        createdBy: by,
        updatedAt: at,
        updatedBy: by,
      }),
    );
    if (findings.length === 0) return { ids: [], dirty: [] };
    await this.#options.findingStore.insert(trx, findings);
    await this.#options.records.append(
      trx,
      findings.map(finding =>
        findingRecord(finding.id, {
          by,
          at,
          action: 'created',
          before: null,
          after: decided(finding),
          revision: 1,
        }),
      ),
    );
    return {
      ids: findings.map(({ id }) => id),
      dirty: [...new Set(findings.flatMap(({ entities }) => entities))],
    };
  }

  /** One that somebody writes down for itself. */
  async begin(
    draft: FindingDraft,
    how: { source: FindingSource; by: string },
  ): Promise<string> {
    const { database, engine, clock } = this.#options;
    const at = clock().toISOString();
    await engine.settleDue(at);
    return database.transaction(async trx => {
      const { ids, dirty } = await this.add(trx, [draft], { ...how, at });
      await engine.markDirty(trx, dirty, at);
      return ids[0];
    });
  }

  async change(
    findingId: string,
    by: string,
    write: (context: {
      trx: Knex.Transaction;
      finding: StoredFinding;
      at: string;
    }) => Promise<FindingChange | null> | FindingChange | null,
  ): Promise<void> {
    const { database, findingStore, records, engine, clock } = this.#options;
    const at = clock().toISOString();
    await engine.settleDue(at);
    await database.transaction(async trx => {
      const finding = await findingStore.lock(trx, findingId);
      if (!finding) throw findingNotFound();
      const change = await write({ trx, finding, at });
      if (!change) return;
      const changed: StoredFinding = {
        ...change.finding,
        revision: finding.revision + 1,
        updatedAt: at,
        updatedBy: by,
      };
      if (!(await findingStore.save(trx, changed))) {
        throw new ConflictError(
          'Somebody else changed this finding at the same moment. Load it again.',
        );
      }
      await records.append(trx, [
        findingRecord(findingId, {
          by,
          at,
          ...change.record,
          revision: changed.revision,
        }),
      ]);
      await engine.markDirty(
        trx,
        [...new Set([...finding.entities, ...changed.entities])],
        at,
      );
    });
  }
}

/** The history of a finding hangs on this ref. */
export function findingRecordRef(findingId: string): string {
  return `finding:${findingId}`;
}

/** The same for one that is hidden from the caller. */
export function findingNotFound(): NotFoundError {
  return new NotFoundError('There is no such finding that you may see.');
}

/** What of a finding somebody decides, for history. */
export function decided(finding: StoredFinding) {
  const { title, severity, state, ownerRef, dueOn, entities } = finding;
  const { description, cause, ticket, testId } = finding;
  return {
    title,
    severity,
    state,
    owner: ownerRef,
    dueOn,
    entities,
    description,
    cause,
    ticket,
    testId,
  };
}

function findingRecord(
  findingId: string,
  entry: Omit<NewRecordEntry, 'entityRef' | 'type'>,
): NewRecordEntry {
  const { reason, ...rest } = entry;
  return {
    entityRef: findingRecordRef(findingId),
    type: 'finding',
    ...rest,
    ...(reason ? { reason } : {}),
  };
}

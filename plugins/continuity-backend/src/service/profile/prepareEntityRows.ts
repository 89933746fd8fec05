import { refused } from 'backstage-plugin-continuity-common';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import type { Access, EntityAction } from '../../permissions/CallerAccess';
import { prepareRow, type JudgedRow } from '../record/prepareRow';
import type { PreparedRow, ReadImport } from '../record/RowImporter';
import type { EntityBatch, Openable } from './EntityBatch';
import type { OpenedEntity } from './EntityContinuityService';
import { holdsContinuity } from './holdsContinuity';

interface Options<Row> {
  batch: EntityBatch;
  action: EntityAction;
  access: Access;
  /** The column that says a field. */
  columnOf: (path: string) => string;
  /** What a row is about beside its entity. */
  titleOf?: (row: Row) => string;
  /** Reads what all rows need at once, of those that may be changed. */
  judgeOf: (
    opened: Array<{ row: Row; opened: OpenedEntity }>,
  ) => Promise<
    (row: Row, opened: OpenedEntity) => JudgedRow | Promise<JudgedRow>
  >;
}

/** Judges rows that are about an entity each; an entity that the caller may not change, or that holds nothing of continuity, is refused at its column. */
export async function prepareEntityRows<Row extends { entityRef: string }>(
  rows: Array<ReadImport<Row>>,
  options: Options<Row>,
): Promise<PreparedRow[]> {
  const { batch, action, access, columnOf, titleOf, judgeOf } = options;
  const open = await batch.open(
    rows.map(({ row }) => row.entityRef),
    action,
    access,
  );
  const found = rows.map(({ row }) => ({
    row,
    openable: toChange(open(row.entityRef)),
  }));
  const judge = await judgeOf(
    found.flatMap(({ row, openable }) =>
      openable.ok ? [{ row, opened: openable.opened }] : [],
    ),
  );
  const prepared: PreparedRow[] = [];
  for (const { row, openable } of found) {
    const about = { entityRef: row.entityRef, title: titleOf?.(row) ?? '' };
    prepared.push(
      await prepareRow(about, columnOf, () => {
        if (openable.ok) return judge(row, openable.opened);
        const { refusal } = openable;
        throw new WrongFieldsError([{ path: 'entity_ref', ...refusal }]);
      }),
    );
  }
  return prepared;
}

function toChange(openable: Openable): Openable {
  if (!openable.ok || holdsContinuity(openable.opened.entity)) return openable;
  const { kind } = openable.opened.entity.facts;
  return { ok: false, refusal: refused('kind-without-continuity', { kind }) };
}

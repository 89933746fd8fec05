import { z } from 'zod';
import {
  planContentKeys,
  planContentsSchema,
  type PlanContentKey,
  type PlanContents,
} from '../../plan/planContents';
import { planKinds, planKindSchema, type PlanKind } from '../../plan/planKind';
import { normaliseRef } from '../../terms/normaliseRef';
import { parsePartyRef } from '../../terms/parsePartyRef';
import { refused } from '../../terms/refusal';
import { RowCells, shown, type ReadRow } from './importCell';

/** A plan by reference of a file. @public */
export interface PlanRow {
  kind: PlanKind;
  /** Without one whoever imports. */
  owner: string | null;
  contents: PlanContents;
}

const columnOf: Record<string, string> = {
  title: 'title',
  'reference.url': 'document_url',
  'reference.title': 'document_title',
  'reference.version': 'document_version',
  'reference.date': 'document_date',
};

const keyOf = (text: string) =>
  planContentKeys.find(key => key.toLowerCase() === text.toLowerCase());

/** The column that says a field of a plan. @public */
export function planColumnOf(path: string): string {
  if (path.startsWith('contents.')) return planColumnOf(path.slice(9));
  if (path.startsWith('scope')) return 'entities';
  if (path.startsWith('reference.contents')) return 'document_contents';
  return columnOf[path] ?? path;
}

/** Reads a row of plans that are documents elsewhere. @public */
export function readPlanRow(cells: Record<string, string>): ReadRow<PlanRow> {
  const row = new RowCells(cells);
  const kind = row.text('kind')?.trim() ?? 'service-recovery';
  const knownKind = planKindSchema.safeParse(kind);
  if (!knownKind.success) {
    row.refuse(
      'kind',
      refused('value-not-one-of', { accepted: planKinds.join(', ') }),
    );
  }
  const version = row.required(
    'document_version',
    'Write the version of the document, such as "2.1".',
  );
  const title = row.required('title', 'Write what the plan is called.');
  const contents = row.parse(
    planContentsSchema,
    {
      title,
      scope: readScope(row),
      reference: {
        url: readAddress(row),
        title: row.text('document_title'),
        version,
        date: readDay(row, 'document_date'),
        contents: readContents(row),
      },
    },
    planColumnOf,
  );
  const owner = readOwner(row);
  return row.answer(
    contents && knownKind.success
      ? { kind: knownKind.data, owner, contents }
      : undefined,
  );
}

function readScope(row: RowCells) {
  const parts = row.yesOrNo('with_parts') ?? false;
  const texts = row.list('entities');
  if (texts.length === 0) {
    const about =
      'Name what the plan brings back, such as "system:default/shop".';
    row.refuse('entities', refused('value-needed', { about }));
  }
  const refs = texts.map(text => {
    const ref = normaliseRef(text, { defaultNamespace: 'default' });
    if (!ref) {
      row.refuse('entities', refused('value-not-a-ref', { text: shown(text) }));
    }
    return ref ?? '';
  });
  return [...new Set(refs)].map(entityRef => ({
    entityRef,
    // only systems have parts
    parts: parts && entityRef.startsWith('system:'),
  }));
}

function readAddress(row: RowCells): string {
  const url = row
    .required('document_url', 'Write where the document is.')
    .trim();
  if (url && !z.url({ protocol: /^https?$/ }).safeParse(url).success) {
    row.refuse('document_url', refused('value-not-an-address'));
  }
  return url;
}

/** A day, named by its column where it is none. */
export function readDay(row: RowCells, column: string): string {
  const day = row.required(column, 'Write a day such as "2026-01-31".').trim();
  if (day && !z.iso.date().safeParse(day).success) {
    row.refuse(column, refused('value-not-a-day', { text: shown(day) }));
  }
  return day;
}

function readContents(row: RowCells): PlanContentKey[] {
  const texts = row.list('document_contents');
  if (texts.some(text => /^all$/i.test(text))) return [...planContentKeys];
  return texts.flatMap(text => {
    const key = keyOf(text);
    if (key) return [key];
    row.refuse(
      'document_contents',
      refused('plan-content-unknown', {
        text: shown(text),
        accepted: planContentKeys.join(', '),
      }),
    );
    return [];
  });
}

function readOwner(row: RowCells): string | null {
  const text = row.text('owner');
  if (text === undefined) return null;
  const parsed = parsePartyRef(text, { namespace: 'default' });
  if (parsed.ok) return parsed.ref;
  row.refuseValue('owner', parsed.message);
  return null;
}

import type { Knex } from 'knex';
import type { Visibility } from '../catalog/Visibility';
import { Condition } from './coverageFilters';

/** Sets are kept for a minute and asked for with every page, so their text is made once. */
const texts = new WeakMap<ReadonlySet<string>, string>();

/** What the caller may see, as SQL over a column of uids. A row without uid is hidden. */
export function visibleCondition(
  client: Knex.Client,
  column: string,
  visibility: Visibility,
): Condition {
  if (visibility.kind === 'all') return ['1 = 1', []];
  if (visibility.kind === 'none') return ['1 = 0', []];
  const isPg = client.config.client === 'pg';
  return [
    // "is true" keeps PostgreSQL from making a join of it, for which it expects 200 uids where there are 50,000: it hashes them once
    isPg
      ? `(${column} in (select unnest(string_to_array(?, ',')))) is true`
      : `${column} in (select value from json_each(?))`,
    [textOf(visibility.uids, isPg ? list => list.join(',') : JSON.stringify)],
  ];
}

function textOf(
  uids: ReadonlySet<string>,
  write: (list: string[]) => string,
): string {
  const known = texts.get(uids);
  if (known !== undefined) return known;
  const text = write([...uids]);
  texts.set(uids, text);
  return text;
}

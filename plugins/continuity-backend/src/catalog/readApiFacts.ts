import type { ApiFacts } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../database/whereInList';

interface Row {
  api: string;
  /** Null: the row says that the API is in the catalog. */
  provider: string | null;
}

/** What the mirror says of these APIs, by ref, in one query: the relations of both sides, since either may be refreshed before the other. */
export async function readApiFacts(
  knex: Knex,
  apis: ReadonlySet<string>,
): Promise<Map<string, ApiFacts>> {
  const found = new Map<string, ApiFacts>(
    [...apis].map(api => [api, { providers: [], inCatalog: false }]),
  );
  if (apis.size === 0) return found;
  const ofApis = (query: Knex.QueryBuilder, column: string) =>
    whereInList(query, column, apis);
  const rows: Row[] = await ofApis(
    knex('mirror_relations')
      .where('type', 'providesApi')
      .select({ api: 'target_ref', provider: 'source_ref' }),
    'target_ref',
  )
    // not all: mostly both sides say the same
    .union([
      ofApis(
        knex('mirror_relations')
          .where('type', 'apiProvidedBy')
          .select({ api: 'source_ref', provider: 'target_ref' }),
        'source_ref',
      ),
      ofApis(
        knex('mirror_entities')
          .whereNull('archived_at')
          .select('entity_ref', knex.raw('null')),
        'entity_ref',
      ),
    ]);
  for (const { api, provider } of rows) {
    const facts = found.get(api)!;
    if (provider === null) facts.inCatalog = true;
    else facts.providers.push(provider);
  }
  for (const { providers } of found.values()) providers.sort();
  return found;
}

import type { CoverageQuery } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { Visibility } from '../catalog/Visibility';
import { inList } from '../database/whereInList';

/** A condition in SQL. */
export type Condition = [sql: string, bindings: Knex.RawBinding[]];

/** The filters of a coverage query, with what had to be looked up for them. */
export interface ResolvedFilters
  extends Omit<
    CoverageQuery,
    'sort' | 'limit' | 'cursor' | 'owner' | 'mine' | 'asOf'
  > {
  /** The owners, and all groups below them. */
  owner?: string[];
  /** Those who own or recover it: the caller with their groups. */
  parties?: string[];
}

/** The filters as SQL over the rows of `assessments`, all of which must hold. */
export function coverageConditions(
  client: Knex.Client,
  filters: ResolvedFilters,
  visibility: Visibility,
): Condition[] {
  const { status, gap, late, tier, kind, type, owner, system, domain, search } =
    filters;
  const { parties, cause } = filters;
  const conditions: Condition[] = [];
  const oneOf = (column: string, values: string[] | undefined) => {
    if (values) conditions.push(inList(client, column, values));
  };

  if (status) oneOf('status', status);
  else conditions.push(['in_scope = true', []]);
  if (gap) conditions.push(anyOf('gap_codes', gap));
  if (cause) conditions.push(anyOf('causes', cause));
  if (parties) conditions.push(ownedBy(client, parties));
  if (late !== undefined) conditions.push([`late = ${late}`, []]);
  if (tier) conditions.push(anyTier(client, tier));
  if (kind) conditions.push(oneOfLower(client, 'kind', kind));
  if (type) conditions.push(oneOfLower(client, 'type', type));
  oneOf('owner_ref', owner);
  oneOf('system_ref', system);
  oneOf('domain_ref', domain);
  // whoever may not see all entities must not find one by the name of a hidden owner or system
  const searched =
    visibility.kind === 'all'
      ? 'search_text'
      : `(lower(title) || ' ' || entity_ref)`;
  for (const word of search?.toLowerCase().split(/\s+/).filter(Boolean) ?? []) {
    conditions.push([
      `${searched} like ? escape '\\'`,
      [`%${literally(word)}%`],
    ]);
  }
  return conditions;
}

/** Whether a column of words, `|word|word|`, holds any of them. */
function anyOf(column: string, words: string[]): Condition {
  if (words.length === 0) return ['1 = 0', []];
  return [
    `(${words.map(() => `${column} like ? escape '\\'`).join(' or ')})`,
    words.map(word => `%|${literally(word)}|%`),
  ];
}

function ownedBy(client: Knex.Client, parties: string[]): Condition {
  const [owns, owners] = inList(client, 'owner_ref', parties);
  const [recovers, recoverers] = inList(client, 'recovery_owner', parties);
  return [`(${owns} or ${recovers})`, [...owners, ...recoverers]];
}

/** A text in which "like" finds only itself. */
function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

function anyTier(client: Knex.Client, tiers: string[]): Condition {
  const [sql, bindings] = inList(
    client,
    'tier',
    tiers.filter(tier => tier !== 'none'),
  );
  return tiers.includes('none')
    ? [`(tier is null or ${sql})`, bindings]
    : [sql, bindings];
}

function oneOfLower(
  client: Knex.Client,
  column: string,
  values: string[],
): Condition {
  const [sql, bindings] = inList(
    client,
    column,
    values.map(value => value.toLowerCase()),
  );
  return [sql.replace('??', `lower(${column})`), bindings.slice(1)];
}

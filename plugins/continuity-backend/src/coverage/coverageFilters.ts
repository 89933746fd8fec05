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
  if (gap) conditions.push(anyOf(client, 'gap_codes', gap));
  if (cause) conditions.push(anyOf(client, 'causes', cause));
  if (parties) conditions.push(ownedBy(client, parties));
  if (late !== undefined) conditions.push([`late = ${late}`, []]);
  if (tier) conditions.push(anyTier(client, tier));
  if (kind) conditions.push(oneOfLower(client, 'kind', kind));
  if (type) conditions.push(oneOfLower(client, 'type', type));
  oneOf('owner_ref', owner);
  oneOf('system_ref', system);
  oneOf('domain_ref', domain);
  // whoever may not see all entities must not find one by the name of a hidden owner or system: what is searched begins with its own title and ref
  const searched =
    visibility.kind === 'all'
      ? 'search_text'
      : 'substr(search_text, 1, length(title) + 1 + length(entity_ref))';
  for (const word of search?.toLowerCase().split(/\s+/).filter(Boolean) ?? []) {
    conditions.push(contains(client, searched, word));
  }
  return conditions;
}

/** Whether the list is asked for less than all that is in scope. */
export function isFiltered(filters: ResolvedFilters): boolean {
  return Object.values(filters).some(value => value !== undefined);
}

/** Whether a text holds another. Cheaper than "like", which knows patterns. */
function contains(
  client: Knex.Client,
  expression: string,
  text: string,
): Condition {
  const position = client.config.client === 'pg' ? 'strpos' : 'instr';
  return [`${position}(${expression}, ?) > 0`, [text]];
}

/** Whether a column of words, `|word|word|`, holds any of them. */
function anyOf(
  client: Knex.Client,
  column: string,
  words: string[],
): Condition {
  if (words.length === 0) return ['1 = 0', []];
  const each = words.map(word => contains(client, column, `|${word}|`));
  return [
    `(${each.map(([sql]) => sql).join(' or ')})`,
    each.flatMap(([, bindings]) => bindings),
  ];
}

function ownedBy(client: Knex.Client, parties: string[]): Condition {
  const [owns, owners] = inList(client, 'owner_ref', parties);
  const [recovers, recoverers] = inList(client, 'recovery_owner', parties);
  return [`(${owns} or ${recovers})`, [...owners, ...recoverers]];
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

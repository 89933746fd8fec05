import type { FilterPredicate } from '@backstage/filter-predicates';

/** The fields of an entity that a scope looks at (`kind`, `spec.type`, `metadata.labels.region`), sorted, each once. */
export function scopeFields(scope: FilterPredicate): string[] {
  return [...new Set(fieldsOf(scope))].sort();
}

function fieldsOf(predicate: FilterPredicate): string[] {
  if (typeof predicate !== 'object' || predicate === null) return [];
  if ('$all' in predicate) return predicate.$all.flatMap(fieldsOf);
  if ('$any' in predicate) return predicate.$any.flatMap(fieldsOf);
  if ('$not' in predicate) return fieldsOf(predicate.$not);
  return Object.keys(predicate);
}

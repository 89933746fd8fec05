import type {
  FilterPredicate,
  FilterPredicateExpression,
  FilterPredicateValue,
} from '@backstage/filter-predicates';

/**
 * A scope in words, one line per kind of entity or condition, for people who read the policy: "Systems and Resources", "Components of type service or
 * website", "Left out: lifecycle is experimental or deprecated".
 *
 * @public
 */
export function describeScope(scope: FilterPredicate): string[] {
  const parts = isSection(scope) && '$all' in scope ? scope.$all : [scope];
  const wanted = parts.filter(part => !isExclusion(part));
  const unwanted = parts.flatMap(part =>
    isExclusion(part) ? [part.$not] : [],
  );
  const [first, ...others] = wanted;
  const lines =
    first === undefined
      ? ['Every entity']
      : alternativesOf(first).map(each => capitalised(phrase(each)));
  return [
    ...lines,
    ...others.map(each => `Of these only: ${phrase(each)}`),
    ...unwanted
      .flatMap(alternativesOf)
      .map(each => `Left out: ${phrase(each)}`),
  ];
}

type Exclusion = { $not: FilterPredicate };

function isSection(
  predicate: FilterPredicate,
): predicate is Exclude<FilterPredicate, string | number | boolean> {
  return typeof predicate === 'object' && predicate !== null;
}

function isExclusion(predicate: FilterPredicate): predicate is Exclusion {
  return isSection(predicate) && '$not' in predicate;
}

function alternativesOf(predicate: FilterPredicate): FilterPredicate[] {
  return isSection(predicate) && '$any' in predicate
    ? predicate.$any.flatMap(alternativesOf)
    : [predicate];
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}

function listed(words: string[], conjunction: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${
    words[words.length - 1]
  }`;
}

function phrase(predicate: FilterPredicate): string {
  if (!isSection(predicate)) return String(predicate);
  if ('$all' in predicate) {
    return predicate.$all.map(bracketed).join(' and ');
  }
  if ('$any' in predicate) {
    return predicate.$any.map(bracketed).join(' or ');
  }
  if ('$not' in predicate) return `not ${bracketed(predicate.$not)}`;
  return expressionPhrase(predicate as FilterPredicateExpression);
}

function bracketed(predicate: FilterPredicate): string {
  const text = phrase(predicate);
  return / (?:and|or) /.test(text) ? `(${text})` : text;
}

/** `{kind: Component, spec.type: service}` is "Components of type service". */
function expressionPhrase(expression: FilterPredicateExpression): string {
  const entries = Object.entries(expression) as Array<
    [string, FilterPredicateValue]
  >;
  const kinds = valuesOf(expression.kind);
  if (!kinds) {
    return entries.length === 0
      ? 'every entity'
      : entries.map(condition).join(' and ');
  }
  const rest = entries.filter(([field]) => field !== 'kind');
  const types = valuesOf(expression['spec.type']);
  const conditions = rest
    .filter(([field]) => !types || field !== 'spec.type')
    .map(condition);
  return [
    listed(kinds.map(plural), 'and'),
    ...(types ? [`of type ${listed(types, 'or')}`] : []),
    ...(conditions.length > 0 ? [`where ${conditions.join(' and ')}`] : []),
  ].join(' ');
}

function plural(kind: string): string {
  return /[^aeiou]y$/i.test(kind) ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}

/** The texts of which one must be met exactly; undefined for other conditions. */
function valuesOf(value: FilterPredicateValue | undefined) {
  if (value === undefined) return undefined;
  if (typeof value !== 'object') return [String(value)];
  return '$in' in value ? value.$in.map(String) : undefined;
}

function fieldName(field: string): string {
  const below = /^(metadata\.annotations|metadata\.labels|spec)\.(.+)$/.exec(
    field,
  );
  if (!below) return field.replace(/^metadata\./, '');
  const [, place, key] = below;
  if (place === 'spec') return key;
  return `${place === 'metadata.labels' ? 'label' : 'annotation'} ${key}`;
}

function condition([field, value]: [string, FilterPredicateValue]): string {
  const name = fieldName(field);
  const values = valuesOf(value);
  if (values) return `${name} is ${listed(values, 'or')}`;
  const operators = value as Exclude<
    FilterPredicateValue,
    string | number | boolean
  >;
  if ('$exists' in operators) {
    return operators.$exists ? `${name} is set` : `${name} is not set`;
  }
  if ('$hasPrefix' in operators) {
    return `${name} begins with ${operators.$hasPrefix}`;
  }
  return '$contains' in operators
    ? `${name} contains ${bracketed(operators.$contains)}`
    : `${name} is something else`;
}

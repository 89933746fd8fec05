import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import type { Translate } from '../translation/Translate';

/** A predicate as people read it: sentences, and lists of which all or any must hold. */
export type ScopeWords =
  | { kind: 'sentence'; text: string }
  | { kind: 'list'; title: string; items: ScopeWords[] };

const FIELD_NAMES = {
  kind: 'kind',
  'spec.type': 'type',
  'spec.lifecycle': 'lifecycle',
  'spec.owner': 'owner',
  'spec.system': 'system',
} as const;

type Predicate = { readonly [key: string]: unknown };

function isObject(value: unknown): value is Predicate {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldName(t: Translate, path: string): string {
  const known = FIELD_NAMES[path as keyof typeof FIELD_NAMES];
  return known ? t(`policy.field.${known}`) : path;
}

function listText(values: unknown): string {
  return (Array.isArray(values) ? values : [values]).map(String).join(', ');
}

/** One field of a predicate as a sentence; an operator that is not known here is shown as it is written. */
function fieldSentence(
  t: Translate,
  options: { path: string; matcher: unknown; negated: boolean },
): string {
  const { path, matcher, negated } = options;
  const field = fieldName(t, path);
  const inList = (values: unknown[]) => {
    const one = values.length === 1;
    const text = { field, value: listText(values), values: listText(values) };
    if (negated) return t(`policy.scope.${one ? 'isNot' : 'isNoneOf'}`, text);
    return t(`policy.scope.${one ? 'is' : 'isOneOf'}`, text);
  };
  if (!isObject(matcher)) return inList([matcher]);
  if (Array.isArray(matcher.$in)) return inList(matcher.$in);

  let sentence: string;
  if (typeof matcher.$exists === 'boolean') {
    const exists = matcher.$exists !== negated;
    return t(`policy.scope.${exists ? 'exists' : 'existsNot'}`, { field });
  } else if (typeof matcher.$hasPrefix === 'string') {
    const value = matcher.$hasPrefix;
    sentence = t('policy.scope.startsWith', { field, value });
  } else if (matcher.$contains !== undefined && !isObject(matcher.$contains)) {
    const value = String(matcher.$contains);
    sentence = t('policy.scope.contains', { field, value });
  } else {
    sentence = `${path}: ${JSON.stringify(matcher)}`;
  }
  return negated ? `${t('policy.scope.not')}: ${sentence}` : sentence;
}

function describe(t: Translate, predicate: unknown): ScopeWords {
  if (!isObject(predicate)) {
    return { kind: 'sentence', text: JSON.stringify(predicate) };
  }
  for (const [operator, title] of [
    ['$all', 'all'],
    ['$any', 'any'],
  ] as const) {
    const parts = predicate[operator];
    if (Array.isArray(parts)) {
      if (parts.length === 1) return describe(t, parts[0]);
      return {
        kind: 'list',
        title: t(`policy.scope.${title}`),
        items: parts.map(part => describe(t, part)),
      };
    }
  }
  const negated = isObject(predicate.$not);
  const fields = Object.entries(
    (negated ? predicate.$not : predicate) as Predicate,
  );
  const nested = fields.some(([path]) => path.startsWith('$'));
  if (nested && !negated) {
    return { kind: 'sentence', text: JSON.stringify(predicate) };
  }
  if (negated && (nested || fields.length > 1)) {
    return {
      kind: 'list',
      title: t('policy.scope.not'),
      items: [describe(t, predicate.$not)],
    };
  }
  return {
    kind: 'sentence',
    text: fields
      .map(([path, matcher]) => fieldSentence(t, { path, matcher, negated }))
      .join(` ${t('policy.scope.and')} `),
  };
}

/** The policy's scope in words; null where it leaves nothing out. */
export function scopeWords(
  t: Translate,
  scope: ContinuityPolicy['scope'],
): ScopeWords | null {
  if (isObject(scope) && Object.keys(scope).length === 0) return null;
  return describe(t, scope);
}

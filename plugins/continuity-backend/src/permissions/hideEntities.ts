import {
  hiddenEntityRef,
  hiddenEntityText,
} from 'backstage-plugin-continuity-common';
import {
  collectEntityRefs,
  entityRefsIn,
  replaceEntityRefs,
} from './entityRefsIn';

/**
 * The answer without the entities that its reader may not see: their refs are replaced wherever they stand, in values, sentences and
 * keys, so that a field added later is covered, too.
 */
export function hideEntities<T>(answer: T, hidden: ReadonlySet<string>): T {
  return hidden.size === 0 ? answer : (withoutHidden(answer, hidden) as T);
}

function withoutHidden(value: unknown, hidden: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return textWithoutHidden(value, hidden);
  if (Array.isArray(value)) {
    return value.map(item => withoutHidden(item, hidden));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(withoutRawText(value, hidden)).map(([key, inner]) => [
      textWithoutHidden(key, hidden),
      withoutHidden(inner, hidden),
    ]),
  );
}

function textWithoutHidden(text: string, hidden: ReadonlySet<string>): string {
  const isOnlyARef = entityRefsIn(text).length === 1 && !/\s/.test(text);
  return replaceEntityRefs(text, ref => {
    if (!hidden.has(ref)) return undefined;
    return isOnlyARef ? hiddenEntityRef : hiddenEntityText;
  });
}

/** Beside a value that is hidden stands what was written in the catalog, often a bare name that no pattern finds. */
function withoutRawText(value: object, hidden: ReadonlySet<string>): object {
  const { value: own, origin } = value as {
    value?: unknown;
    origin?: { raw?: unknown } | null;
  };
  if (typeof origin?.raw !== 'string') return value;
  const isHidden = [...collectEntityRefs(own)].some(ref => hidden.has(ref));
  return isHidden
    ? { ...value, origin: { ...origin, raw: hiddenEntityText } }
    : value;
}

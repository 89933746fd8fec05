import { normaliseRef } from '../terms/normaliseRef';

/** The annotations by which a catalog file classifies dependencies. @public */
export const classificationAnnotations = {
  soft: 'continuity/soft-dependencies',
  hard: 'continuity/hard-dependencies',
} as const;

/**
 * The refs in a classifying annotation, and the pieces that are none.
 *
 * @public
 */
export interface ParsedClassificationRefs {
  /** Normalised, in the order written, each once. */
  refs: string[];
  invalid: Array<{ text: string; message: string }>;
}

/**
 * Reads `continuity/soft-dependencies` or `continuity/hard-dependencies`: refs separated by commas. As in `spec.dependsOn`, the kind must be
 * written and the namespace defaults to that of the entity.
 *
 * @public
 */
export function parseClassificationRefs(
  text: string,
  options: { namespace: string },
): ParsedClassificationRefs {
  const refs = new Set<string>();
  const invalid: ParsedClassificationRefs['invalid'] = [];
  for (const piece of text.split(',')) {
    const tidy = piece.trim();
    if (tidy === '') continue;
    const ref = normaliseRef(tidy, { defaultNamespace: options.namespace });
    if (ref) {
      refs.add(ref);
    } else {
      const shown = tidy.length > 60 ? `${tidy.slice(0, 30)}…` : tidy;
      invalid.push({
        text: tidy,
        message: `"${shown}" is no entity reference. Write the kind and name, such as "component:payments-db".`,
      });
    }
  }
  return { refs: [...refs], invalid };
}

import type { DependencyFacts } from './dependencyFacts';
import {
  classificationAnnotations,
  parseClassificationRefs,
} from '../parseClassificationRefs';

/** What the annotations of an entity declare of its dependencies; what is no ref is left out (the profile reports it). */
export function declaredInCatalog(
  facts: DependencyFacts,
): Array<{ said: 'hard' | 'soft'; to: string }> {
  const annotations = facts.metadata?.annotations;
  if (!annotations) return [];
  const found: Array<{ said: 'hard' | 'soft'; to: string }> = [];
  for (const said of ['soft', 'hard'] as const) {
    const text = annotations[classificationAnnotations[said]];
    // Annotations come from files: a number is possible, whatever the type says
    if (typeof text !== 'string') continue;
    const ref = facts.entityRef.toLowerCase();
    const namespace = ref.slice(ref.indexOf(':') + 1, ref.indexOf('/'));
    for (const to of parseClassificationRefs(text, { namespace }).refs) {
      found.push({ said, to });
    }
  }
  return found;
}

import { policyKeys, type ProjectionPolicy } from './policyKeys';

/**
 * The `fields` to ask the catalog for, so that {@link projectEntity} finds all it keeps: what the rules use, and what the policy's scope and
 * mappings read. Sorted.
 *
 * @public
 */
export function catalogFieldsNeeded(policy: ProjectionPolicy): string[] {
  const { labels, specPaths } = policyKeys(policy);
  return [
    'kind',
    'metadata.uid',
    'metadata.name',
    'metadata.namespace',
    'metadata.title',
    'metadata.annotations',
    'metadata.tags',
    'relations',
    ...(labels.size > 0 ? ['metadata.labels'] : []),
    ...specPaths.map(path => `spec.${path}`),
  ].sort();
}

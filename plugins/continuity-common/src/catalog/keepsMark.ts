import { policyKeys, type ProjectionPolicy } from './policyKeys';

const OWN_PREFIX = 'continuity/';

/** Where an entity comes from, and where its file can be seen. */
const locationAnnotations: ReadonlySet<string> = new Set([
  'backstage.io/managed-by-location',
  'backstage.io/source-location',
  'backstage.io/view-url',
  'backstage.io/edit-url',
  'backstage.io/orphan',
]);

/**
 * Whether the facts of entities keep the labels or annotations of this key under a policy. Of what is not kept nobody can tell which entities have it.
 *
 * @public
 */
export function keepsMark(
  policy: ProjectionPolicy,
  { place, key }: { place: 'labels' | 'annotations'; key: string },
): boolean {
  const { labels, annotations } = policyKeys(policy);
  if (place === 'labels') return labels.has(key);
  return (
    key.startsWith(OWN_PREFIX) ||
    locationAnnotations.has(key) ||
    annotations.has(key)
  );
}

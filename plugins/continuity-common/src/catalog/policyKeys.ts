import type { ContinuityPolicy } from '../policy/policy';
import { scopeFields } from '../policy/scopeFields';

/** What a policy reads of an entity besides the fields that the rules use anyway. */
export interface PolicyKeys {
  annotations: ReadonlySet<string>;
  labels: ReadonlySet<string>;
  /** Paths below spec, a path before the paths below it. */
  specPaths: readonly string[];
}

/** The part of a policy that decides what is kept of an entity. @public */
export type ProjectionPolicy = Pick<
  ContinuityPolicy,
  'scope' | 'mappings' | 'dependencies'
>;

/** Paths below spec that the rules use, whatever the policy. */
const ruledSpecPaths = [
  'type',
  'lifecycle',
  'owner',
  'system',
  'domain',
  // The name of a user or group, for showing who recovers
  'profile.displayName',
];

const known = new WeakMap<ProjectionPolicy, PolicyKeys>();

/** Worked out once for each policy object, since it is asked for every entity. */
export function policyKeys(policy: ProjectionPolicy): PolicyKeys {
  let keys = known.get(policy);
  if (!keys) {
    keys = readKeys(policy);
    known.set(policy, keys);
  }
  return keys;
}

function readKeys(policy: ProjectionPolicy): PolicyKeys {
  const { scope, mappings, dependencies } = policy;
  const filterKeys = dependencies?.filterKeys ?? [];
  const fields = scopeFields(scope);
  const below = (prefix: string) =>
    fields
      .filter(field => field.startsWith(prefix))
      .map(field => field.slice(prefix.length));
  const mapped = (place: string) =>
    mappings.flatMap(({ from }) => {
      const key = (from as Record<string, string | undefined>)[place];
      return key === undefined ? [] : [key];
    });
  return {
    annotations: new Set([
      ...below('metadata.annotations.'),
      ...mapped('annotation'),
      ...filterKeys,
    ]),
    labels: new Set([
      ...below('metadata.labels.'),
      ...mapped('label'),
      ...filterKeys,
    ]),
    specPaths: [
      ...new Set([...ruledSpecPaths, ...below('spec.'), ...mapped('spec')]),
    ].sort(),
  };
}

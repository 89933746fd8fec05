import type { ContinuityPolicy, Mapping, Tier } from '../policy/policy';
import { profileFields, type ProfileField } from '../terms/profileField';

/** A mapping with what reading it for thousands of entities needs. */
export interface IndexedMapping {
  mapping: Mapping;
  /** Trimmed keys; undefined without a table. */
  table?: Map<string, string>;
  /** Whether other fields are read from the same place, so that a gap must say which one. */
  sharedKey: boolean;
}

/** What is looked up in a policy again and again. */
export interface PolicyIndex {
  tiers: Map<string, { tier: Tier; rank: number }>;
  /** Authoritative ones first, else in policy order; only fields that have mappings. */
  mappings: Partial<Record<ProfileField, IndexedMapping[]>>;
  inherits: Set<ProfileField>;
}

function placeOf({ from }: Mapping): string {
  if ('annotation' in from) return `annotation:${from.annotation}`;
  if ('label' in from) return `label:${from.label}`;
  return 'spec' in from ? `spec:${from.spec}` : 'tag';
}

function indexMappings(policy: ContinuityPolicy): PolicyIndex['mappings'] {
  const fieldsOf = new Map<string, Set<ProfileField>>();
  for (const mapping of policy.mappings) {
    const place = placeOf(mapping);
    const fields = fieldsOf.get(place) ?? new Set();
    fieldsOf.set(place, fields.add(mapping.field));
  }
  const byField: PolicyIndex['mappings'] = {};
  for (const field of profileFields) {
    const own = policy.mappings.filter(mapping => mapping.field === field);
    if (own.length === 0) continue;
    byField[field] = [
      ...own.filter(mapping => mapping.authoritative),
      ...own.filter(mapping => !mapping.authoritative),
    ].map(mapping => ({
      mapping,
      table:
        mapping.values &&
        new Map(
          Object.entries(mapping.values).map(([key, value]) => [
            key.trim(),
            value,
          ]),
        ),
      sharedKey: fieldsOf.get(placeOf(mapping))!.size > 1,
    }));
  }
  return byField;
}

const indexes = new WeakMap<ContinuityPolicy, PolicyIndex>();

/** The index of a policy, made once: policies are never changed in place, a new version is a new object. */
export function policyIndex(policy: ContinuityPolicy): PolicyIndex {
  const known = indexes.get(policy);
  if (known) return known;
  const index: PolicyIndex = {
    tiers: new Map(policy.tiers.map((tier, rank) => [tier.id, { tier, rank }])),
    mappings: indexMappings(policy),
    inherits: new Set(policy.inherit),
  };
  indexes.set(policy, index);
  return index;
}

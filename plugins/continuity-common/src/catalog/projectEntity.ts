import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { resultLabels } from '../terms/profileField';
import { normaliseRef } from '../terms/normaliseRef';
import { storable } from '../terms/storable';
import { mirroredRelationTypes, type EntityFacts } from './entityFacts';
import { keepSpec } from './keepSpec';
import { keepsMark } from './keepsMark';
import { policyKeys, type ProjectionPolicy } from './policyKeys';
import { shortened } from './shortened';

const results: ReadonlySet<string> = new Set(resultLabels);
const relationTypes: ReadonlySet<string> = new Set(mirroredRelationTypes);

/**
 * The part of a catalog entity that the rules use under a policy.
 *
 * Two entities that differ only in what does not count (descriptions, links, the order of relations and tags, annotations that nobody reads,
 * the labels that this software writes itself) give the same facts. Takes what real catalogs hold: no namespace, no relations, values that are no
 * texts, huge specs.
 *
 * @throws InputError when the entity has no kind or no name: then there is nothing that facts could be about.
 * @public
 */
export function projectEntity(
  entity: Entity,
  policy: ProjectionPolicy,
): EntityFacts {
  const metadata: Partial<Entity['metadata']> = entity?.metadata ?? {};
  const kind = textOf(entity?.kind);
  const name = textOf(metadata.name);
  if (!kind || !name) {
    throw new InputError(
      `An entity needs a kind and a metadata.name; found ${JSON.stringify(
        entity?.kind,
      )} and ${JSON.stringify(metadata.name)}`,
    );
  }
  const namespace = textOf(metadata.namespace) ?? DEFAULT_NAMESPACE;
  const title = textOf(metadata.title);
  const uid = textOf(metadata.uid);
  const keys = policyKeys(policy);
  return {
    entityRef: stringifyEntityRef({ kind, namespace, name }),
    ...(uid && { uid }),
    kind,
    metadata: {
      name,
      namespace,
      ...(title && { title: shortened(title) }),
      annotations: keepTexts(metadata.annotations, key =>
        keepsMark(policy, { place: 'annotations', key }),
      ),
      labels: keepTexts(
        metadata.labels,
        key => keepsMark(policy, { place: 'labels', key }) && !results.has(key),
      ),
      tags: keepTags(metadata.tags),
    },
    spec: keepSpec(entity.spec, keys.specPaths),
    relations: keepRelations(entity.relations),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== ''
    ? storable(value)
    : undefined;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Numbers and booleans are what YAML made of a text without quotes; anything else is no value. */
function keepTexts(
  from: unknown,
  isKept: (key: string) => boolean,
): Record<string, string> {
  const kept: Record<string, string> = {};
  if (typeof from !== 'object' || from === null) return kept;
  for (const [key, value] of Object.entries(from).sort(byKey)) {
    const isScalar = ['string', 'number', 'boolean'].includes(typeof value);
    if (isScalar && isKept(key)) kept[key] = shortened(String(value));
  }
  return kept;
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function keepTags(tags: unknown): string[] {
  const texts = listOf(tags)
    .filter(tag => typeof tag === 'string')
    .map(tag => shortened(tag));
  return [...new Set(texts)].sort();
}

function keepRelations(relations: unknown): EntityFacts['relations'] {
  const kept = new Map<string, EntityFacts['relations'][number]>();
  for (const relation of listOf(relations)) {
    const { type, targetRef } = (relation ?? {}) as Record<string, unknown>;
    if (typeof type !== 'string' || !relationTypes.has(type)) continue;
    const ref = normaliseRef(storable(targetRef));
    if (ref) kept.set(`${type} ${ref}`, { type, targetRef: ref });
  }
  return [...kept.entries()].sort(byKey).map(([, relation]) => relation);
}

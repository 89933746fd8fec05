import type { EntityFacts } from '../catalog/entityFacts';
import { catalogOwner } from '../profile/catalogOwner';
import type { EffectiveProfile } from '../profile/effectiveProfile';
import { parseClassificationRefs } from '../dependency/parseClassificationRefs';
import type { Bia } from './analysis/bia';

/**
 * What is remembered of an entity when a plan is approved for it, so that a material change is seen later (DOMAIN.md §4 "stale"). Kept as JSON.
 *
 * @public
 */
export interface WatchedFacts {
  /** Direct hard dependencies (those that nobody classified count), sorted. A consumed API stands for whoever provides it. */
  dependencies: string[];
  /** Owner in the catalog. */
  owner: string | null;
  recoveryOwner: string | null;
  rto: string | null;
  rpo: string | null;
  mtpd: string | null;
  /** Of the minimum service; null where it has none, absent in what was remembered before it was watched. */
  mbcoPercent?: number | null;
  /** Of the agreed business impact analysis; null where there is none. */
  bia: {
    mtpd: string | null;
    /** Nothing is intolerable, and `mtpd` is the last point; absent in what was remembered before it was watched. */
    isBeyond?: boolean;
    rpo: string | null;
  } | null;
}

const partKinds = ['component', 'resource', 'system'];

function kindOf(ref: string): string {
  return ref.slice(0, ref.indexOf(':'));
}

function saidInFile(entity: EntityFacts, said: 'soft' | 'hard'): Set<string> {
  const text = entity.metadata.annotations[`continuity/${said}-dependencies`];
  if (typeof text !== 'string') return new Set();
  const { namespace } = entity.metadata;
  return new Set(
    parseClassificationRefs(text, {
      namespace: namespace.toLocaleLowerCase('en-US'),
    }).refs,
  );
}

/**
 * The direct hard dependencies of an entity, by the relations that the catalog emits for it: what it depends on, the APIs that it consumes, and a
 * system's parts; without those that are declared soft. An annotation comes before what was said in the portal, and hard before soft.
 *
 * @param softInPortal - refs that somebody declared soft in the portal
 * @public
 */
export function hardDependenciesOf(
  entity: EntityFacts,
  softInPortal: Iterable<string> = [],
): string[] {
  const found = new Set<string>();
  const isSystem = kindOf(entity.entityRef) === 'system';
  for (const { type, targetRef } of entity.relations) {
    const isNeeded =
      type === 'dependsOn' ||
      type === 'consumesApi' ||
      (type === 'hasPart' && isSystem && partKinds.includes(kindOf(targetRef)));
    if (isNeeded && targetRef !== entity.entityRef) found.add(targetRef);
  }
  const soft = saidInFile(entity, 'soft');
  const hard = saidInFile(entity, 'hard');
  for (const ref of softInPortal) soft.add(ref);
  return [...found].filter(ref => !soft.has(ref) || hard.has(ref)).sort();
}

/** What is true of an entity now, of what plans watch. @public */
export function watchedFacts(options: {
  entity: EntityFacts;
  profile: EffectiveProfile;
  bia: Bia | null;
  softInPortal?: Iterable<string>;
}): WatchedFacts {
  const { entity, profile, bia, softInPortal } = options;
  return {
    dependencies: hardDependenciesOf(entity, softInPortal),
    owner: catalogOwner(entity) ?? null,
    recoveryOwner: profile.recoveryOwner.value,
    rto: profile.rto.value,
    rpo: profile.rpo.value,
    mtpd: profile.mtpd.value,
    mbcoPercent: profile.mbco.value?.percent ?? null,
    bia: bia && {
      mtpd: bia.result.mtpd ?? bia.result.beyond,
      isBeyond: bia.result.mtpd === null,
      rpo: bia.result.rpo,
    },
  };
}

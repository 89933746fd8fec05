import type { EntityFacts } from '../catalog/entityFacts';
import { declaredInCatalog } from '../dependency/graph/declaredInCatalog';
import { changePolicy } from '../policy/changePolicy';
import type { ContinuityPolicy } from '../policy/policy';
import { catalogOwner } from '../profile/catalogOwner';
import {
  describeProfileValue,
  profileFieldNames,
} from '../profile/describeProfileValue';
import type { EffectiveProfile } from '../profile/effectiveProfile';
import { resolveProfile } from '../profile/resolveProfile';
import type { MaterialAspect } from '../terms/changeTerms';
import type { MaterialChange } from './materialChange';

/** What is compared of an aspect: each text is a thing that the entity has. */
type Said = (entity: EntityFacts, profile: EffectiveProfile) => string[];

const targetFields = ['tier', 'rto', 'rpo', 'mtpd', 'wrt'] as const;

/** What it needs and provides. Who needs it is a change of those. */
const dependencyTypes = new Set(['dependsOn', 'consumesApi', 'providesApi']);

function specText(field: 'lifecycle' | 'type'): Said {
  return ({ spec }) => {
    const value = spec[field];
    return typeof value === 'string' ? [value] : [];
  };
}

const saidOf: Record<Exclude<MaterialAspect, 'addition' | 'removal'>, Said> = {
  dependencies: entity => {
    const said = new Map<string, Set<string>>();
    for (const { said: word, to } of declaredInCatalog(entity)) {
      said.set(to, (said.get(to) ?? new Set()).add(word));
    }
    return entity.relations
      .filter(({ type }) => dependencyTypes.has(type))
      .map(({ type, targetRef }) => {
        if (type === 'providesApi') return `provides ${targetRef}`;
        const words = [...(said.get(targetRef) ?? [])].sort().reverse();
        return words.length > 0
          ? `${targetRef} (${words.join(', ')})`
          : targetRef;
      });
  },
  owner: (entity, { recoveryOwner }) => {
    const owner = catalogOwner(entity);
    const isOther =
      recoveryOwner.value !== null && recoveryOwner.source !== 'entity-owner';
    return [
      ...(owner === undefined ? [] : [owner]),
      ...(isOther ? [`recovery owner ${recoveryOwner.value}`] : []),
    ];
  },
  lifecycle: specText('lifecycle'),
  type: specText('type'),
  system: entity =>
    entity.relations
      .filter(({ type }) => type === 'partOf')
      .map(({ targetRef }) => targetRef),
  targets: (_, profile) => [
    ...targetFields.flatMap(field => {
      const { value } = profile[field];
      return value === null
        ? []
        : [`${profileFieldNames[field]} ${describeProfileValue(field, value)}`];
    }),
    ...(profile.mbco.value
      ? [`${profileFieldNames.mbco} ${mbcoText(profile.mbco.value)}`]
      : []),
  ],
};

function mbcoText({ percent, text }: { percent?: number; text?: string }) {
  return [percent === undefined ? '' : `${percent} %`, text ?? '']
    .filter(Boolean)
    .join(': ');
}

/** The first word tells what is compared with what: "RTO 4 h" with "RTO 8 h". */
function subjectOf(aspect: MaterialAspect, text: string): string {
  if (aspect === 'targets') {
    const names = [...targetFields, 'mbco' as const].map(
      field => profileFieldNames[field],
    );
    return names.find(name => text.startsWith(`${name} `)) ?? text;
  }
  if (aspect === 'owner') {
    return text.startsWith('recovery owner ') ? 'recovery' : 'owner';
  }
  return aspect === 'dependencies' ? text.replace(/ \([^)]*\)$/, '') : aspect;
}

function compareAspect(
  aspect: MaterialAspect,
  before: string[],
  after: string[],
): Array<Pick<MaterialChange, 'before' | 'after'>> {
  const gone = before.filter(text => !after.includes(text));
  const come = after.filter(text => !before.includes(text));
  const subjects = [...gone, ...come].map(text => subjectOf(aspect, text));
  return [...new Set(subjects)].sort().flatMap(subject => {
    const ofSubject = (text: string) => subjectOf(aspect, text) === subject;
    const old = gone.filter(ofSubject);
    const now = come.filter(ofSubject);
    return Array.from(
      { length: Math.max(old.length, now.length) },
      (_, at) => ({
        before: old[at] ?? null,
        after: now[at] ?? null,
      }),
    );
  });
}

/**
 * What is material between an entity as it is and as it would be (DOMAIN.md §7), of the aspects that the policy names. Only what the document itself
 * says is compared, read with the policy's mappings; descriptions, tags, links and the order of lists make no difference.
 *
 * @param before - null: the catalog doesn't have it
 * @param after - null: it is removed
 * @public
 */
export function compareProposed(
  before: EntityFacts | null,
  after: EntityFacts | null,
  policy: ContinuityPolicy,
): MaterialChange[] {
  const { material } = changePolicy(policy);
  const entity = after ?? before;
  if (!entity) return [];
  const { entityRef } = entity;
  if (!before || !after) {
    const aspect = before ? 'removal' : 'addition';
    if (!material.includes(aspect)) return [];
    return [
      {
        entityRef,
        aspect,
        before: before ? entityRef : null,
        after: after ? entityRef : null,
      },
    ];
  }
  const profiles = [before, after].map(
    each => resolveProfile({ entity: each }, policy).profile,
  );
  return material.flatMap(aspect => {
    if (aspect === 'addition' || aspect === 'removal') return [];
    const said = saidOf[aspect];
    return compareAspect(
      aspect,
      said(before, profiles[0]),
      said(after, profiles[1]),
    ).map(change => ({ entityRef, aspect, ...change }));
  });
}

import type { EntityFacts } from '../catalog/entityFacts';
import type { EntityUnderChange, SystemUnderChange } from './changeFacts';
import type { Proposal } from './draftProposal';
import type { OwnRelation } from './statedRelations';

const same = (a: OwnRelation, b: OwnRelation) =>
  a.type === b.type && a.targetRef === b.targetRef;

/** An entity as it would be; undefined: removed. */
function entityAfter(
  entity: EntityFacts,
  proposal: Proposal,
): EntityFacts | undefined {
  const { entityRef } = entity;
  if (proposal.removed.has(entityRef)) return undefined;
  const proposed = proposal.entities.get(entityRef);
  if (proposed) return proposed;
  if (!proposal.concerned.includes(entityRef)) return entity;
  const ofIt = ({ sourceRef }: { sourceRef: string }) =>
    sourceRef === entityRef;
  const gone = proposal.removedRelations.filter(ofIt);
  const kept = entity.relations.filter(
    relation => !gone.some(other => same(other, relation)),
  );
  const added = proposal.addedRelations
    .filter(ofIt)
    .map(({ type, targetRef }) => ({ type, targetRef }))
    .filter(relation => !kept.some(other => same(other, relation)));
  return {
    ...entity,
    relations: [...kept, ...added].sort((a, b) =>
      `${a.type} ${a.targetRef}` < `${b.type} ${b.targetRef}` ? -1 : 1,
    ),
  };
}

/** The system whose values an entity takes over, as the mirror finds it: the first by ref. */
function systemRefOf(entity: EntityFacts): string | undefined {
  return entity.relations.find(
    ({ type, targetRef }) =>
      type === 'partOf' &&
      targetRef !== entity.entityRef &&
      targetRef.startsWith('system:'),
  )?.targetRef;
}

/** The APIs that it uses, as they would be; the same object where nothing of them changes. */
function apisAfter(
  apis: EntityUnderChange['apis'],
  { entities, removed, apis: changed }: Proposal,
): EntityUnderChange['apis'] {
  const hit = Object.keys(apis ?? {}).filter(ref => changed.includes(ref));
  if (!apis || hit.length === 0) return apis;
  const provides = (entity: EntityFacts | undefined, api: string) =>
    entity?.relations.some(
      ({ type, targetRef }) => type === 'providesApi' && targetRef === api,
    );
  const after = hit.map(api => {
    const kept = apis[api].providers.filter(
      ref => !removed.has(ref) && !entities.has(ref),
    );
    const proposed = [...entities.values()]
      .filter(entity => provides(entity, api))
      .map(({ entityRef }) => entityRef);
    const inCatalog =
      !removed.has(api) && (entities.has(api) || apis[api].inCatalog);
    return [
      api,
      { providers: [...kept, ...proposed].sort(), inCatalog },
    ] as const;
  });
  return { ...apis, ...Object.fromEntries(after) };
}

/**
 * The facts of an entity with a proposal laid over: its own document, relations that other documents give and take, and the system that it would be
 * part of, with that system's proposed document. Null where it is removed. The same object where nothing of it changes.
 *
 * @param options - `systemOf`: facts of a system as they are now, for those in `proposal.systems`; undefined where the catalog doesn't have it
 * @public
 */
export function withProposal(
  facts: EntityUnderChange,
  proposal: Proposal,
  options: { systemOf: (ref: string) => SystemUnderChange | undefined },
): EntityUnderChange | null {
  const entity = entityAfter(facts.entity, proposal);
  if (!entity) return null;
  const systemRef = systemRefOf(entity);
  const now = facts.system;
  const base =
    systemRef === undefined || systemRef === now?.entity.entityRef
      ? systemRef && now
      : options.systemOf(systemRef);
  const system = systemAfter(systemRef, base || undefined, proposal);
  const apis = apisAfter(facts.apis, proposal);
  if (entity === facts.entity && system === now && apis === facts.apis) {
    return facts;
  }
  const { system: _, ...own } = facts;
  return { ...own, entity, ...(system && { system }), ...(apis && { apis }) };
}

function systemAfter(
  ref: string | undefined,
  base: SystemUnderChange | undefined,
  proposal: Proposal,
): SystemUnderChange | undefined {
  if (ref === undefined || proposal.removed.has(ref)) return undefined;
  const proposed = proposal.entities.get(ref);
  if (!base) return proposed && { entity: proposed };
  const entity = entityAfter(base.entity, proposal);
  if (!entity || entity === base.entity) return base;
  return { ...base, entity };
}

/**
 * Facts of an entity that the catalog doesn't have yet, for `TouchedFacts.after`. What the portal keeps under its ref already (a profile, a plan that
 * names it) comes with `known`.
 *
 * @public
 */
export function newEntityFacts(
  entityRef: string,
  proposal: Proposal,
  options: {
    systemOf: (ref: string) => SystemUnderChange | undefined;
    known?: Omit<EntityUnderChange, 'entity' | 'system'>;
  },
): EntityUnderChange | null {
  const entity = proposal.entities.get(entityRef);
  if (!entity) return null;
  return withProposal({ ...options.known, entity }, proposal, options);
}

import type { DependencyFacts } from '../graph/dependencyFacts';

const inverseTypes: Record<string, string> = {
  dependsOn: 'dependencyOf',
  dependencyOf: 'dependsOn',
  consumesApi: 'apiConsumedBy',
  apiConsumedBy: 'consumesApi',
  providesApi: 'apiProvidedBy',
  apiProvidedBy: 'providesApi',
  partOf: 'hasPart',
  hasPart: 'partOf',
  ownedBy: 'ownerOf',
};

/** The type under which the catalog states a relation on its other side. */
export function inverseOf(type: string): string {
  return inverseTypes[type];
}

/** A full ref for a short one: `a` is a component, `system:s` a System, both in `default`. */
export function refOf(short: string): string {
  const [kind, name] = short.includes(':')
    ? short.split(':')
    : ['component', short];
  return `${kind}:${name.includes('/') ? name : `default/${name}`}`;
}

/** An entity of a test's catalog, as its file says it. */
export class EntityBuilder {
  readonly ref: string;
  readonly stated: Array<{ type: string; targetRef: string }> = [];
  readonly annotations: Record<string, string> = {};

  constructor(short: string) {
    this.ref = refOf(short);
  }

  relatedBy(type: string, ...targets: string[]): this {
    for (const target of targets) {
      this.stated.push({ type, targetRef: refOf(target) });
    }
    return this;
  }

  dependsOn = (...refs: string[]) => this.relatedBy('dependsOn', ...refs);
  dependencyOf = (...refs: string[]) => this.relatedBy('dependencyOf', ...refs);
  consumes = (...refs: string[]) => this.relatedBy('consumesApi', ...refs);
  provides = (...refs: string[]) => this.relatedBy('providesApi', ...refs);
  partOf = (...refs: string[]) => this.relatedBy('partOf', ...refs);

  soft(text: string): this {
    this.annotations['continuity/soft-dependencies'] = text;
    return this;
  }

  hard(text: string): this {
    this.annotations['continuity/hard-dependencies'] = text;
    return this;
  }
}

export function anEntity(short: string): EntityBuilder {
  return new EntityBuilder(short);
}

/** The rows of a catalog that has these entities: each relation is stated on both sides, where the other side exists. */
export function aCatalog(...entities: EntityBuilder[]): DependencyFacts[] {
  const rows = new Map(
    entities.map(({ ref, annotations }) => [
      ref,
      {
        entityRef: ref,
        metadata: { annotations },
        relations: [] as Array<{ type: string; targetRef: string }>,
      },
    ]),
  );
  for (const { ref, stated } of entities) {
    for (const { type, targetRef } of stated) {
      rows.get(ref)!.relations.push({ type, targetRef });
      rows
        .get(targetRef)
        ?.relations.push({ type: inverseOf(type), targetRef: ref });
    }
  }
  return [...rows.values()];
}

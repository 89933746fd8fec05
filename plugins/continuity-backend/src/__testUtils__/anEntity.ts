import { type Entity, parseEntityRef } from '@backstage/catalog-model';

const spelling: Record<string, string> = {
  api: 'API',
  component: 'Component',
  domain: 'Domain',
  group: 'Group',
  location: 'Location',
  resource: 'Resource',
  system: 'System',
  user: 'User',
};

/** Builds catalog entities for tests as the catalog emits them: with relations, not with what the YAML says. */
export class EntityBuilder {
  readonly #entity: Entity & {
    metadata: { annotations: Record<string, string> };
    spec: Record<string, unknown>;
    relations: Array<{ type: string; targetRef: string }>;
  };

  constructor(entityRef: string) {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    this.#entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: spelling[kind] ?? kind,
      metadata: { namespace, name, uid: `uid-${entityRef}`, annotations: {} },
      spec: {},
      relations: [],
    };
    this.from(`url:https://example.org/${name}/catalog-info.yaml`);
  }

  typed(type: string): this {
    this.#entity.spec.type = type;
    return this;
  }

  living(lifecycle: string): this {
    this.#entity.spec.lifecycle = lifecycle;
    return this;
  }

  titled(title: string): this {
    this.#entity.metadata.title = title;
    return this;
  }

  ownedBy(ref: string): this {
    return this.related('ownedBy', ref);
  }

  partOf(ref: string): this {
    return this.related('partOf', ref);
  }

  memberOf(ref: string): this {
    return this.related('memberOf', ref);
  }

  childOf(ref: string): this {
    return this.related('childOf', ref);
  }

  related(type: string, targetRef: string): this {
    this.#entity.relations.push({ type, targetRef });
    return this;
  }

  annotated(key: string, value: string): this {
    this.#entity.metadata.annotations[key] = value;
    return this;
  }

  withUid(uid: string): this {
    this.#entity.metadata.uid = uid;
    return this;
  }

  /** The location that the entity is read from. */
  from(location: string): this {
    return this.annotated('backstage.io/managed-by-location', location);
  }

  build(): Entity {
    return structuredClone(this.#entity) as Entity;
  }
}

export function anEntity(entityRef: string): EntityBuilder {
  return new EntityBuilder(entityRef);
}

/** A component that the default policy counts. */
export function aService(name: string): EntityBuilder {
  return anEntity(`component:default/${name}`).typed('service');
}

export function aSystem(name: string): EntityBuilder {
  return anEntity(`system:default/${name}`);
}

export function aUser(name: string): EntityBuilder {
  return anEntity(`user:default/${name}`);
}

export function aGroup(name: string): EntityBuilder {
  return anEntity(`group:default/${name}`);
}

import {
  aGroup,
  aService,
  aSystem,
  aUser,
  type EntityBuilder,
} from './anEntity';

/** A catalog with as many entities as wanted: systems of ten services, owned by groups of five. */
export function aLargeCatalog(size: number): EntityBuilder[] {
  const entities: EntityBuilder[] = [];
  for (let i = 0; entities.length < size; i++) {
    const group = `group:default/group-${i % 50}`;
    const system = `system-${Math.floor(i / 10)}`;
    if (i < 50) {
      entities.push(aGroup(`group-${i}`));
      for (let member = 0; member < 5; member++) {
        entities.push(aUser(`user-${i}-${member}`).memberOf(group));
      }
    }
    if (i % 10 === 0) {
      entities.push(
        aSystem(system)
          .ownedBy(group)
          .annotated('continuity/tier', `tier-${(i % 4) + 1}`),
      );
    }
    entities.push(
      aService(`service-${i}`)
        .ownedBy(group)
        .partOf(`system:default/${system}`),
    );
  }
  return entities.slice(0, size);
}

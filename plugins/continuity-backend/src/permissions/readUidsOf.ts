import type { MirrorStore } from '../catalog/MirrorStore';

/** The catalog's uids of entities, archived ones included; nothing for those that are not known. */
export async function readUidsOf(
  mirror: MirrorStore,
  entityRefs: string[],
): Promise<Map<string, string>> {
  const mirrored = await mirror.get(entityRefs, { includeArchived: true });
  return new Map(
    [...mirrored].flatMap(([ref, { facts }]) =>
      facts.uid ? [[ref, facts.uid.toLowerCase()]] : [],
    ),
  );
}

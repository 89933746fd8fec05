/** The catalog's refresh key of an entity's continuity labels. */
export function refreshKeyOf(entityRef: string): string {
  return `continuity:${entityRef}`;
}

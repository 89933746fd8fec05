/**
 * Stands where an entity ref would stand that the caller may not see. It has the form of a ref, so that whoever parses refs need not
 * know of it; all hidden entities share it, so it can't be used to tell them apart.
 *
 * @public
 */
export const hiddenEntityRef = 'hidden:default/hidden';

/**
 * Stands in sentences for an entity that the reader may not see.
 *
 * @public
 */
export const hiddenEntityText = 'a hidden entity';

/**
 * Whether an answer names an entity that the caller may not see.
 *
 * @public
 */
export function isHiddenEntity(entityRef: string): boolean {
  return entityRef === hiddenEntityRef;
}

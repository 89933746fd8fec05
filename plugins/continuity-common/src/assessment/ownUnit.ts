import type { Gap } from './gap';

/** Who carries an agreement or an analysis: the entity, or its system. */
export function ownUnit({ unit }: Gap['params']): string {
  return unit === 'system' ? 'its system' : 'it';
}

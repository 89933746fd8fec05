import { z } from 'zod';

/**
 * How an entity is hit: `touched` itself; `affected`: it hard-depends on what is touched; `system`: something that is part of it is hit;
 * `degraded`: reached through a soft dependency, and no further.
 *
 * @public
 */
export const impactEffectSchema = z.enum([
  'touched',
  'affected',
  'system',
  'degraded',
]);

/** @public */
export type ImpactEffect = z.infer<typeof impactEffectSchema>;

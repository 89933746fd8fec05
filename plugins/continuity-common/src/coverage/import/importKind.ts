import { z } from 'zod';

/** What can be imported from CSV: what companies already have. @public */
export const importKinds = [
  'profiles',
  'analyses',
  'plans',
  'tests',
  'exemptions',
] as const;

/** @public */
export const importKindSchema = z.enum(importKinds);

/** @public */
export type ImportKind = z.infer<typeof importKindSchema>;

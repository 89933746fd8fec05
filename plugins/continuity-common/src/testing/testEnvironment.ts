import { z } from 'zod';

/** From the most real to the least. @public */
export const testEnvironments = [
  'production',
  'production-like',
  'other',
] as const;

/** @public */
export const testEnvironmentSchema = z.enum(testEnvironments);

/** Where a test was held. @public */
export type TestEnvironment = z.infer<typeof testEnvironmentSchema>;

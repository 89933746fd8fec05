import { parseContinuityConfig } from './config/parseContinuityConfig';
import type { ContinuityPolicy } from './policy';

/**
 * The policy that the section `continuity:` of app-config gives; `undefined` gives the shipped default.
 *
 * @throws InputError with one message that lists every mistake of the section: its path, what was found, what is accepted.
 * @public
 */
export function parsePolicy(config: unknown): ContinuityPolicy {
  return parseContinuityConfig(config).policy;
}

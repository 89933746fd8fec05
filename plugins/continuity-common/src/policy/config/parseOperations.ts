import {
  parseContinuityConfig,
  type ContinuityOperations,
} from './parseContinuityConfig';

/**
 * What the section `continuity:` of app-config says beside the policy; `undefined` gives the defaults.
 *
 * @throws InputError as {@link parsePolicy} does.
 * @public
 */
export function parseOperations(config: unknown): ContinuityOperations {
  return parseContinuityConfig(config).operations;
}

import { parsePolicy } from './parsePolicy';

/**
 * The shipped policy, used where app-config says nothing (DOMAIN.md §2).
 *
 * @public
 */
export const defaultPolicy = parsePolicy(undefined);

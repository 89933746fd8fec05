import type { Condition } from './coverageFilters';

/**
 * The rows of `assessments` that hold at a moment (null: now), as conditions of which each row fits one.
 *
 * Those that still hold and those that have ended are asked for apart: each has its own indexes, in which it comes sorted.
 */
export function rowsAt(asOf: string | null): Condition[] {
  if (asOf === null) return [['valid_to is null', []]];
  return [
    ['valid_to is null and valid_from <= ?', [asOf]],
    ['valid_to is not null and valid_to > ? and valid_from <= ?', [asOf, asOf]],
  ];
}

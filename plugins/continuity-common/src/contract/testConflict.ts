import type { FindingDetail } from '../testing/finding/findingDetail';
import type { TestConflict } from '../testing/testRequests';

function conflictOf<T>(error: unknown, member: string): T | undefined {
  const { statusCode, body } = (error ?? {}) as {
    statusCode?: number;
    body?: Record<string, T | undefined>;
  };
  return statusCode === 409 ? body?.[member] : undefined;
}

/**
 * Reads the newer state out of the error of a stale edit of a test; undefined for any other error.
 *
 * @public
 */
export function readTestConflict(error: unknown): TestConflict | undefined {
  return conflictOf(error, 'testConflict');
}

/**
 * Reads the newer state out of the error of a stale edit of a finding; undefined for any other error.
 *
 * @public
 */
export function readFindingConflict(error: unknown): FindingDetail | undefined {
  return conflictOf(error, 'findingConflict');
}

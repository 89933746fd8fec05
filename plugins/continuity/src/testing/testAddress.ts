import type { TestDepth } from 'backstage-plugin-continuity-common';

/** Where a test's page is. */
export function testAddress(tests: string, testId: string): string {
  return `${tests}/${encodeURIComponent(testId)}`;
}

/** Where a test that is planned is changed. */
export function editTestAddress(tests: string, testId: string): string {
  return `${testAddress(tests, testId)}/edit`;
}

/** Where the findings are. */
export function findingsAddress(tests: string): string {
  return `${tests}/findings`;
}

/** What a form for a new test begins with. */
export interface NewTestStart {
  entities?: readonly string[];
  depth?: TestDepth;
  /** A day, `2026-06-30`. */
  day?: string;
  /** It was held already. */
  held?: boolean;
}

/** Where a test is planned, or one that was held is entered. */
export function newTestAddress(
  tests: string,
  start: NewTestStart = {},
): string {
  const { entities = [], depth, day, held } = start;
  const params = new URLSearchParams();
  for (const ref of entities) params.append('entities', ref);
  if (depth) params.set('depth', depth);
  if (day) params.set('day', day);
  if (held) params.set('held', '1');
  const query = params.toString();
  return `${tests}/new${query && `?${query}`}`;
}

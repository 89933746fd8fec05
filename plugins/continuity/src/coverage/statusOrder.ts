import type { ContinuityStatus } from 'backstage-plugin-continuity-common';

/** The statuses that count for the share of a tier, as the bars and filters show them. */
export const countedStatuses = [
  'met',
  'at-risk',
  'exposed',
  'unassessed',
] as const satisfies readonly ContinuityStatus[];

/** Shown apart: neither improves a share. */
export const statusesApart = [
  'exempt',
  'not-required',
] as const satisfies readonly ContinuityStatus[];

/** The statuses that can be filtered by, worst first. */
export const filterStatuses = [
  'exposed',
  'at-risk',
  'unassessed',
  'exempt',
  'not-required',
  'met',
  'out-of-scope',
] as const satisfies readonly ContinuityStatus[];

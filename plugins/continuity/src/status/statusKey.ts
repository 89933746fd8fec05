import type { ContinuityStatus } from 'backstage-plugin-continuity-common';

const KEYS = {
  met: 'met',
  'at-risk': 'atRisk',
  exposed: 'exposed',
  unassessed: 'unassessed',
  exempt: 'exempt',
  'not-required': 'notRequired',
  'out-of-scope': 'outOfScope',
} as const satisfies Record<ContinuityStatus, string>;

/** The key of a status in the plugin's messages. */
export function statusKey(status: ContinuityStatus) {
  return KEYS[status];
}

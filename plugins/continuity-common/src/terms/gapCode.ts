/** How bad a gap is: `critical` makes an entity exposed, `warning` at risk, `information` neither. @public */
export type Severity = 'critical' | 'warning' | 'information';

/**
 * Every gap code with its default severity (DOMAIN.md §8). The policy may change a severity.
 *
 * `owner-unresolved` is critical where the tier requires a plan, else information; see the rule.
 *
 * @public
 */
export const gapCodes = {
  'plan-missing': 'critical',
  'test-failed': 'critical',
  'owner-missing': 'critical',
  'owner-unresolved': 'critical',
  'test-long-overdue': 'critical',
  'metadata-invalid': 'warning',
  'metadata-conflict': 'warning',
  'target-missing': 'warning',
  'agreement-missing': 'warning',
  'looser-than-agreed': 'warning',
  'tier-below-bia': 'warning',
  'rto-beyond-mtpd': 'warning',
  'mtpd-looser-than-bia': 'warning',
  'bia-missing': 'warning',
  'bia-overdue': 'warning',
  'risk-missing': 'warning',
  'risk-overdue': 'warning',
  'plan-review-overdue': 'warning',
  'plan-stale': 'warning',
  'plan-overlap': 'warning',
  'plan-source-invalid': 'warning',
  'test-never': 'warning',
  'test-overdue': 'warning',
  'test-too-shallow': 'warning',
  'test-inconclusive': 'warning',
  'retest-needed': 'warning',
  'result-unreviewed': 'warning',
  'extra-test-failed': 'warning',
  'finding-overdue': 'warning',
  'slower-than-needed': 'warning',
  'recovery-beyond-rto': 'warning',
  'dependency-unprotected': 'warning',
  'change-review-overdue': 'warning',
  'emergency-copy-old': 'warning',
  'dependency-unresolved': 'information',
  'dependency-unclassified': 'information',
  'waits-for-slower-dependency': 'information',
  'test-missed': 'information',
  'source-unreadable': 'information',
  'alternate-unresolved': 'information',
  'due-soon': 'information',
} as const satisfies Record<string, Severity>;

/** @public */
export type GapCode = keyof typeof gapCodes;

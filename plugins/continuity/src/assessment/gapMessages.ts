import { dependencyGapMessages } from './dependencyGapMessages';
import { testGapMessages } from './testGapMessages';

/**
 * The server says gaps in English, so English needs no words of its own here. For other languages a gap comes with its params; they can
 * be used in the texts as well: `tier`, `field`, `owner`, `key`, `value`, `agreed`, `effective`, `agreedOn`, `due` and so on.
 */
const asSaid = { message: '{{message}}', action: '{{action}}' } as const;

export const gapMessages = {
  'plan-missing': asSaid,
  'plan-in-work': asSaid,
  'plan-without-step': asSaid,
  'plan-review-overdue': asSaid,
  'plan-due-soon': asSaid,
  'plan-stale': asSaid,
  'plan-overlap': asSaid,
  'plan-source-invalid': asSaid,
  'source-unreadable': asSaid,
  'emergency-copy-old': asSaid,
  'emergency-copy-never': asSaid,
  'owner-missing': asSaid,
  'owner-unresolved': asSaid,
  'alternate-unresolved': asSaid,
  'metadata-invalid': asSaid,
  'metadata-conflict': asSaid,
  'target-missing': asSaid,
  'rto-beyond-mtpd': asSaid,
  'agreement-missing': asSaid,
  'agreement-overdue': asSaid,
  'looser-than-agreed': asSaid,
  'rpo-looser-than-bia': asSaid,
  'bia-missing': asSaid,
  'bia-draft': asSaid,
  'bia-overdue': asSaid,
  'risk-missing': asSaid,
  'risk-draft': asSaid,
  'risk-overdue': asSaid,
  'mtpd-looser-than-bia': asSaid,
  'tier-below-bia': asSaid,
  'no-tier-fits-bia': asSaid,
  ...testGapMessages,
  ...dependencyGapMessages,
  'change-review-overdue': asSaid,
  'due-soon': asSaid,
  'bia-due-soon': asSaid,
  'risk-due-soon': asSaid,
} as const;

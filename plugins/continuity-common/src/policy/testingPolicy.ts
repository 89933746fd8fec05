import type { TextLanguage } from '../terms/textLanguage';
import type { ContinuityPolicy, TestDepth } from './policy';
import { defaultTestingConfig } from './config/defaultTestingConfig';

/** Days of the week, as test windows name them. @public */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** @public */
export type Weekday = (typeof weekdays)[number];

/**
 * What the policy says of tests (DOMAIN.md §5). Times of day and days are of the policy's zone.
 *
 * @public
 */
export interface TestingPolicy {
  /** Passes that nobody reviewed lapse this long after they were held. */
  reviewWithin: string;
  /** How long a retest may take once it is needed. */
  retestWithin: string;
  /** When tests in production may be held; empty = at any time. `to` may be `24:00`, and is on the next day where it is not after `from`. */
  windows: Array<{ days: Weekday[]; from: string; to: string }>;
  /** When nothing may be tested in production: days, the last one included. */
  freezes: Array<{ title: string; from: string; to: string }>;
  attachments: {
    /** Of one file. */
    maxBytes: number;
    mediaTypes: string[];
  };
  /** The depths for which a supplier's attestation may satisfy a requirement. */
  supplierEvidence: TestDepth[];
  /** For what machines may report results. */
  reporters: Array<{
    /** Subject of the service's token, `external:restore-job`. */
    subject: string;
    /** Full refs; a system stands for itself and its parts, `*` for everything. */
    entities: string[];
    depths: TestDepth[];
  }>;
  /** Within which time findings are due that name no day, by severity. */
  findings: { high: string; medium: string; low: string };
  /** How long before people are reminded of a test, of a review whose time runs out, and of a finding; and in which language. */
  reminders: {
    test: string;
    review: string;
    finding: string;
    language: TextLanguage;
  };
  calendarFeeds: {
    /** A feed ends after this time. */
    expireAfter: string;
    /** A feed gives nothing while its owner has not visited the portal for this long. */
    visitWithin: string;
  };
}

/** What a policy says of tests; one that was recorded before there were tests says the defaults. @public */
export function testingPolicy(policy: ContinuityPolicy): TestingPolicy {
  return policy.testing ?? defaultTestingConfig;
}

import type { TestingPolicy } from '../testingPolicy';

/** The section `continuity.testing` as it is shipped. @public */
export const defaultTestingConfig: TestingPolicy = {
  reviewWithin: 'P30D',
  retestWithin: 'P90D',
  windows: [],
  freezes: [],
  attachments: {
    maxBytes: 1_000_000,
    mediaTypes: [
      'application/json',
      'application/pdf',
      'image/jpeg',
      'image/png',
      'text/csv',
      'text/markdown',
      'text/plain',
    ],
  },
  supplierEvidence: [],
  reporters: [],
  findings: { high: 'P14D', medium: 'P30D', low: 'P90D' },
  reminders: { test: 'P7D', review: 'P7D', finding: 'P7D', language: 'en' },
  calendarFeeds: { expireAfter: 'P180D', visitWithin: 'P90D' },
};

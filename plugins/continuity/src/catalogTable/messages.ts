export const catalogTableMessages = {
  filter: {
    status: 'Continuity status',
    tier: 'Continuity tier',
  },
  column: {
    status: 'Continuity',
    tier: 'Tier',
    lastTest: 'Last test',
  },
  openTab: '{{status}}: continuity of {{name}}',
  lastTest: {
    passed: 'Passed',
    passedWithDeficiencies: 'Passed with deficiencies',
    failed: 'Failed',
    inconclusive: 'Inconclusive',
  },
} as const;

export const dependencyMessages = {
  title: 'Dependencies',
  counts: 'Needs {{needs}} · Needed by {{neededBy}}',
  neededByNothing: 'Nothing in the catalog depends on it.',
  neededBy: 'Needed by, among others',
  redacted_one: 'One more that you may not see is counted, not named.',
  redacted_other: '{{count}} more that you may not see are counted, not named.',
} as const;

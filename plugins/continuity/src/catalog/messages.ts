export const catalogMessages = {
  hidden: 'a hidden entity',
  lastKnown: {
    title: 'This is the state of {{when}}',
    text: 'The catalog can’t be read completely at the moment, so the last known state is shown.',
    textProblem:
      'The catalog can’t be read completely at the moment, so the last known state is shown. {{problem}}',
  },
  carryOver: {
    title: 'Do the continuity records of {{from}} belong to this?',
    sameSourceLocation:
      'It comes from the same file as {{from}}, which left the catalog {{when}}: probably a new name.',
    returnedLate:
      '{{from}} left the catalog long ago and is back since {{when}}.',
    returnedElsewhere:
      '{{from}} is back since {{when}}, from another file than before.',
    other: 'Noticed {{when}}.',
    accept: 'Carry over',
    decline: 'Don’t',
    acceptTitle: 'Carry the records over?',
    acceptText:
      'Profile, agreements and history of {{from}} then belong to this entity.',
    declineTitle: 'Leave the records behind?',
    declineText:
      'This entity starts without them. They stay in the archive as long as the policy says.',
    waits: 'A continuity manager decides.',
  },
  decision: {
    reason: 'Reason',
    reasonOptional: 'Reason (optional)',
    reasonNeeded: 'Say why: it is kept in the history.',
    cancel: 'Cancel',
    failed: 'Couldn’t save: {{message}}',
  },
} as const;

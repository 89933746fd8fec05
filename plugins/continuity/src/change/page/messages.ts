/** The words of the page of one change. */
export const pageMessages = {
  page: {
    back: 'All changes',
    loadFailed: 'The change could not be loaded',
    unknown: {
      title: 'There is no such change',
      text: 'It may never have been there, or you may not see anything that it touches.',
    },
    fact: {
      type: 'Type',
      window: 'Planned for',
      requestedBy: 'Requested by',
      recorded: 'Recorded',
      implemented: 'Implemented',
      source: 'From',
      review: 'Review',
      callback: 'Outcome sent back',
      question: 'Assessed with',
    },
    source: { portal: 'this portal', ci: 'CI' },
    major: 'major',
    model: 'follows the model {{model}}',
    open: 'Open in the change tool',
    ownChange:
      'You asked for this change yourself: another person has to approve it.',
    ownReview:
      'You asked for this change yourself: another person has to review it.',
    blocked:
      'The check blocks this change. Settle what it found, and have it assessed again before it is approved.',
    question: {
      entities_one: 'one entity',
      entities_other: '{{count}} entities',
      files_one: 'one file',
      files_other: '{{count}} files',
      documents_one: 'one proposed document',
      documents_other: '{{count}} proposed documents',
    },
    again: {
      'not-kept':
        'It was assessed with files or documents before those were kept, so it can’t be assessed again from here. Check them as they are now and record that under the same number, or let CI do so.',
      'too-large':
        'It was assessed with more files or documents than are kept, so it can’t be assessed again from here. Check them as they are now and record that under the same number, or let CI do so.',
      hidden:
        'It touches what you may not see. Somebody who may has to assess it again.',
    },
    withdrawn: 'This change was withdrawn. It left no trace on any plan.',
    reviewLate:
      'The review of this emergency change is overdue: it was due {{day}}.',
    reviewOwed: 'This emergency change owes a review by {{day}}.',
    requestsTitle: 'Asked of plans',
    requestsNone: 'This change asks nothing of any plan.',
    requestsBefore:
      'When it is approved, each plan that needs a look gets a request.',
    assessments: 'Assessments',
    assessment: 'Number {{number}}: {{verdict}}',
    assessmentBy: 'by {{who}}',
    caused_one: 'one finding caused',
    caused_other: '{{count}} findings caused',
    causedNothing: 'nothing caused',
    latest: 'Latest assessment',
  },
  callback: {
    waiting: 'waits to be sent',
    sent: 'sent',
    failed: 'failed',
    attempts_one: 'after one attempt',
    attempts_other: 'after {{count}} attempts',
    lastError: 'Last error: {{message}}',
  },
  historyAction: {
    recorded: 'recorded it',
    assessed: 'assessed it again',
    updated: 'edited it',
    approved: 'approved it',
    implemented: 'said that it was implemented',
    withdrawn: 'withdrew it',
    reviewed: 'reviewed it',
    other: 'did this: {{action}}',
  },
  action: {
    approve: 'Approve',
    implement: 'Implemented',
    withdraw: 'Withdraw',
    review: 'Review',
    assess: 'Assess again',
    update: 'Edit',
    history: 'History',
    failed: 'That didn’t work: {{message}}',
  },
  dialog: {
    approve: {
      title: 'Approve this change?',
      text: 'Each plan that needs a look gets a plan change request. The plans stay as they are until the change is implemented.',
    },
    implement: {
      title: 'Was this change implemented?',
      text: 'From now on the plans that it asks something of are stale until a version that names it is approved.',
      at: 'When it was done',
    },
    withdraw: {
      title: 'Withdraw this change?',
      text: 'Its open requests to plans go with it, and no plan becomes stale because of it.',
    },
    review: {
      title: 'Review this emergency change',
      text: 'Say what the look after the fact found. It is kept with the change.',
      outcome: 'What the review found',
      outcomeMissing: 'Say what the review found.',
      major: 'It was a major change: tests have to be held again',
    },
    update: {
      title: 'Edit this change',
      conflict:
        'Couldn’t save: somebody changed this meanwhile. Close this, look at what is there now, and edit again.',
    },
    note: 'Note',
    submit: {
      approve: 'Approve',
      implement: 'It was implemented',
      withdraw: 'Withdraw',
      review: 'Record the review',
      update: 'Save',
    },
  },
} as const;

import { cardMessages } from './card/messages';
import { dueMessages } from './due/messages';
import { feedMessages } from './feed/messages';
import { formMessages } from './form/messages';
import { filterMessages, scheduleMessages } from './schedule/messages';

/** The words of tests and exercises, used by all their pages. */
export const testingMessages = {
  title: 'Tests',
  card: cardMessages,
  due: dueMessages,
  feed: feedMessages,
  filter: filterMessages,
  form: formMessages,
  schedule: scheduleMessages,
  retry: 'Try again',
  loading: 'Loading',
  cancel: 'Cancel',
  close: 'Close',
  failed: 'That didn’t work: {{message}}',
  noAccess: {
    title: 'You may not read continuity data',
    text: 'It takes the permission {{permission}}. Ask whoever runs this portal.',
  },
  state: {
    planned: 'Planned',
    'in-progress': 'In progress',
    completed: 'Completed',
    cancelled: 'Cancelled',
    missed: 'Missed',
  },
  outcome: {
    passed: 'Passed',
    'passed-with-deficiencies': 'Passed with deficiencies',
    inconclusive: 'Inconclusive',
    failed: 'Failed',
  },
  environment: {
    production: 'Production',
    'production-like': 'Production-like',
    other: 'Other environment',
  },
  origin: {
    test: 'Test',
    invocation: 'Invoked in earnest',
    machine: 'Reported by a machine',
    supplier: 'Attested by the supplier',
  },
  waiting: {
    hold: 'To be held by you',
    record: 'To be recorded by you',
    review: 'To be reviewed by you',
  },
  requirementState: {
    failed: 'Failed',
    'retest-needed': 'Retest needed',
    'never-tested': 'Never tested',
    overdue: 'Overdue',
    'too-shallow': 'Not deep enough',
    inconclusive: 'Inconclusive',
    'due-soon': 'Due soon',
    proven: 'Proven',
    'not-required': 'Not required',
  },
  depthMeaning: {
    review: 'Somebody reads the plan and checks that it is right.',
    walkthrough: 'Those who act in the plan go through it step by step.',
    tabletop: 'A scenario is discussed at a table; nothing is touched.',
    simulation: 'The recovery is acted out without touching production.',
    parallel: 'A second copy is brought up beside the one that runs.',
    failover: 'The service is really moved, or taken down and recovered.',
    restore: 'Data is brought back from a backup copy and checked.',
  },
} as const;

import { checkMessages } from './check/messages';
import { saidMessages } from './check/saidMessages';
import { integrationMessages } from './integrations/messages';
import { listMessages } from './list/messages';
import { pageMessages } from './page/messages';

/** The words of changes and what they ask of plans. */
export const changeMessages = {
  title: 'Changes',
  sections: 'What to do with changes',
  section: {
    check: 'Check a change',
    list: 'Changes',
    requests: 'Plan change requests',
    reviews: 'Reviews due',
  },
  intro: {
    check:
      'Find out what a change does to the recovery of services before it is made: what it hits, which plans and tests speak of it, and what has to be done. Nothing is kept until you record it.',
    list: 'Changes that were recorded here, from CI, or from your change tool, with the verdict of their latest check.',
    requests:
      'What approved changes ask of plans. A request is done when a version that names the change is approved.',
    reviews:
      'Emergency changes are never held up. In return somebody looks at them afterwards.',
  },
  noAccess: {
    title: 'You may not read changes',
    text: 'It takes the permission {{permission}}. Ask whoever runs this portal.',
  },
  verdict: { pass: 'Pass', warn: 'Look first', block: 'Blocked' },
  verdictMeaning: {
    pass: 'Nothing that this change causes stands against it.',
    warn: 'It can go on, once somebody has looked at what it causes.',
    block: 'The policy wants something done before this change goes on.',
  },
  type: { standard: 'Standard', normal: 'Normal', emergency: 'Emergency' },
  typeMeaning: {
    standard: 'Follows a model that was approved beforehand.',
    normal: 'Assessed and approved one by one.',
    emergency: 'Made at once; reviewed afterwards.',
  },
  state: {
    planned: 'Planned',
    approved: 'Approved',
    implemented: 'Implemented',
    withdrawn: 'Withdrawn',
  },
  requestState: {
    open: 'Open',
    done: 'Done',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
  },
  touchAction: { modify: 'Changes', add: 'Adds', remove: 'Removes' },
  effect: {
    touched: 'Touched',
    affected: 'Affected',
    system: 'Its system',
    degraded: 'Degraded',
  },
  effectMeaning: {
    touched: 'The change itself is made here.',
    affected: 'It needs what is touched to be up.',
    system: 'Something that is part of it is hit.',
    degraded: 'It can go on for a while without what is hit.',
  },
  tab: {
    title: 'Recent changes',
    list: 'Changes that hit this service',
    all: 'All changes of this service',
    check: 'Check a change of this',
  },
  overlay: {
    entry: 'Change: {{title}}',
    show: 'Show the windows of changes',
    number_zero: 'No change has a window here',
    number_one: 'One change has a window here',
    number_other: '{{count}} changes have windows here',
  },
  planCard: {
    title: 'Asked for by changes',
    hint: 'Approve a version that names the change, and the request is done.',
  },
  ...checkMessages,
  ...listMessages,
  ...pageMessages,
  integrations: integrationMessages,
  said: saidMessages,
} as const;

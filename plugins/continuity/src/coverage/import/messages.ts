export const importMessages = {
  open: 'Import',
  back: 'Back to the coverage',
  title: 'Import what you have',
  intro:
    'From CSV, as spreadsheets save it. First you see what would become of each row; then all of them are imported, or none. Every record says from which line of which file it came.',
  kindLabel: 'What you bring',
  kindField: 'Sort of record',
  kind: {
    profiles: 'Profiles',
    analyses: 'Business impact analyses',
    plans: 'Plans kept elsewhere',
    tests: 'Tests that were held',
    exemptions: 'Exemptions',
  },
  about: {
    profiles:
      'Tier, targets and recovery owners. An empty cell leaves a value as it is, “inherit” takes the portal’s value away, and what holds already is left alone. A file that the coverage page exported can be changed and brought back.',
    analyses:
      'The two questions of a quick analysis: after how long it is intolerable, and how much data may be lost. One that asks for less than the analysis in force waits for a second person.',
    plans:
      'Documents that stay where they are. Complete ones wait for the approval of somebody else; the others are drafts.',
    tests:
      'Rows of the same title, depth and time become one test. Somebody else reviews it. Recovery times are computed from moments; without them a measuring test is inconclusive at best.',
    exemptions:
      'They are asked for in your name, and hold once somebody else has approved them.',
  },
  columns: 'Columns',
  column: 'Column',
  needed: 'Needed',
  neededYes: 'yes',
  meaning: 'What it says',
  template: 'Save a template',
  file: 'The file',
  choose: 'Choose a file',
  drop: 'or drop it here, or paste rows below',
  dropped: 'File: {{name}}',
  paste: 'Rows, with the names of the columns in the first line',
  pastedName: 'pasted rows',
  limit: 'At most {{rows}} rows and {{megabytes}} MB.',
  tooLarge: 'This file has more than {{megabytes}} MB. Import it in parts.',
  otherEncoding:
    'The file is not in UTF-8; it was read as Windows-1252. Look at umlauts and accents below.',
  unreadable: 'The file couldn’t be read: {{message}}',
  check: 'See what would change',
  checking: 'Looking at the rows…',
  checkFailed: 'The file could not be checked',
  noAccess: {
    title: 'You may not import these',
    text: 'It needs the permission {{permission}}. Ask whoever looks after this portal.',
  },
  problems: 'The file can’t be imported',
  ignored:
    'These columns say nothing to an import and are left out: {{columns}}.',
  result: 'What would change',
  rows_one: '{{shown}} row:',
  rows_other: '{{shown}} rows:',
  total: {
    create: '{{shown}} new',
    change: '{{shown}} change',
    same: '{{shown}} stay',
    refused: '{{shown}} refused',
  },
  show: 'Show',
  showAll: 'All rows',
  showChanges: 'What changes',
  showRefused: 'Refused',
  none: 'No row is like this.',
  line: 'Line',
  what: 'What',
  outcomeLabel: 'Becomes',
  details: 'Changes, or why not',
  outcome: {
    create: 'New',
    change: 'Changes',
    same: 'Stays',
    refused: 'Refused',
  },
  field: {
    state: 'state',
    held: 'held',
    rta: 'recovery time (RTA)',
    rpa: 'lost data (RPA)',
  },
  unset: 'not set',
  change: '{{field}}: {{before}} → {{after}}',
  set: '{{field}}: {{after}}',
  kept: '{{field}}: {{after}}, as it is now; from then on set in the portal',
  error: '{{column}}: {{message}}',
  note: {
    'second-person':
      'It asks for less than what is in force, so a second person has to confirm it.',
    'stays-draft': 'It is a draft.',
    'stays-draft-lacks': 'It stays a draft; the document lacks: {{detail}}.',
    'awaits-review': 'Somebody else has to look at it.',
    'older-than-known': 'It takes the place of a later one, of {{detail}}.',
    'outcome-lowered':
      'It is kept as “{{detail}}”: times and targets allow no better outcome.',
  },
  page: 'Rows {{from}}–{{to}} of {{total}}',
  previous: 'Earlier rows',
  next: 'Later rows',
  importAll: 'Import all',
  nothingToDo: 'There is nothing to change.',
  refusedFirst_one:
    'Correct the refused row in the file, or take it out; then look again.',
  refusedFirst_other:
    'Correct the refused rows in the file, or take them out; then look again.',
  confirmTitle: 'Import all rows?',
  confirmText_one:
    '{{shown}} row is written, marked as imported from {{file}}.',
  confirmText_other:
    '{{shown}} rows are written together, marked as imported from {{file}}.',
  cancel: 'Cancel',
  importing: 'Importing…',
  failed: 'Nothing was imported: {{message}}',
  stale:
    'Nothing was imported: something has changed since you looked. Below is what would become of the rows now.',
  done_one: '{{shown}} row imported.',
  done_other: '{{shown}} rows imported.',
  again: 'Import another file',
};

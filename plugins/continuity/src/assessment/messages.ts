import { gapMessages } from './gapMessages';

export const assessmentMessages = {
  loading: 'Loading continuity',
  summary: {
    attention_one: 'One thing needs attention',
    attention_other: '{{count}} things need attention',
    late_one: 'one is late',
    late_other: '{{count}} are late',
    met: 'Nothing needs attention',
    exempt: 'Nothing else needs attention; see what is exempted below',
    notRequired: 'Its tier requires nothing',
    agreed: 'agreed with {{with}} on {{date}}',
    underlying: 'without exemptions: {{status}}',
  },
  tier: '{{id}} {{title}}',
  gap: gapMessages,
  atItsSystem: ' at its system',
  gaps: {
    title: 'What to do ({{number}})',
    titleNone: 'What to do',
    none: 'Nothing. Every requirement that applies is met.',
    noneNotRequired: 'Nothing: its tier requires nothing.',
    due: 'due {{date}}',
    late: 'late since {{date}}',
    since: 'since {{date}}',
    exempted: 'exempted until {{date}}: {{reason}}',
    critical: 'Critical',
    warning: 'Warning',
    information: 'Information',
    showInformation_one: 'One note',
    showInformation_other: '{{count}} notes',
    edit: 'Edit',
    editField: 'Edit {{field}}',
    openFile: 'Open the catalog file',
    openPlan: 'Open the plan',
    openTest: 'Open the test',
    openFinding: 'Open the finding',
    recordAgreement: 'Record agreement',
  },
  unassessed: {
    title: 'How fast must {{name}} come back?',
    what: 'Continuity records how quickly a service must be recovered, who brings it back, and what proves that it works. It starts with a tier: the policy then says what is required.',
    neededBy_one:
      'One entity in the catalog depends on {{name}}: {{examples}}. It is not back before {{name}} is.',
    neededBy_other:
      '{{count}} entities in the catalog depend on {{name}}, for example {{examples}}. None of them is back before {{name}} is.',
    neededByHidden_one:
      'One entity in the catalog depends on {{name}}. It is not back before {{name}} is.',
    neededByHidden_other:
      '{{count}} entities in the catalog depend on {{name}}. None of them is back before {{name}} is.',
    neededByNothing:
      'Nothing in the catalog depends on {{name}}. Its users do, though: the tier says how long they can do without it.',
    parts_one: 'It has one part, which takes over what is set here.',
    parts_other: 'It has {{count}} parts, which take over what is set here.',
    setTier: 'Set tier…',
    mayNot: 'You may not set the tier. Ask {{owner}}.',
    mayNotNobody: 'You may not set the tier. Ask the continuity manager.',
  },
  outOfScope: {
    title: 'Continuity is not required here',
    text: 'The policy leaves entities like this one out: no status is decided and nothing is asked for.',
  },
  parts: {
    title: 'Parts ({{number}})',
    name: 'Name',
    status: 'Status',
    tier: 'Tier',
    rto: 'RTO',
    none: 'No part in the catalog.',
    more_one: 'One more is not shown.',
    more_other: '{{count}} more are not shown.',
    late: 'late',
    redacted_one: 'One part that you may not see is counted, not named.',
    redacted_other:
      '{{count}} parts that you may not see are counted, not named.',
  },
  card: {
    title: 'Continuity',
    more: 'All about continuity',
    owner: 'Recovery owner',
    next: 'Next',
    nothing: 'Nothing to do.',
    unassessed: 'No tier is set, so nobody can tell how fast it must be back.',
  },
  error: {
    title: 'Continuity couldn’t be loaded',
    retry: 'Try again',
    unknownTitle: 'Not known to continuity yet',
    unknown:
      'The catalog has {{name}}, but continuity has not read it yet. It reads the catalog every few minutes; entities that have just been registered appear then.',
    forbiddenTitle: 'You may not see this',
    forbidden:
      'You have no permission to read continuity data of {{name}}. Ask the continuity manager if you need it.',
  },
} as const;

import { agreementMessages } from './agreementMessages';
import { editMessages } from './editMessages';

export const profileMessages = {
  card: {
    title: 'Recovery',
    file: 'Open the catalog file',
    locked: 'Set in the catalog file',
  },
  field: {
    tier: 'Tier',
    rto: 'RTO',
    rpo: 'RPO',
    mtpd: 'MTPD',
    wrt: 'WRT',
    mbco: 'Minimum service',
    recoveryTime: 'Recovery time',
    recoveryOwner: 'Recovery owner',
    recoveryAlternates: 'Alternates',
    slack: 'Slack',
  },
  term: {
    tier: 'Criticality class of the policy. It decides what is required: plan, agreement, tests.',
    rto: 'Recovery time objective: how long after the start of a disruption the minimum service must be back.',
    rpo: 'Recovery point objective: the largest loss of data that is tolerated, as a time.',
    mtpd: 'Maximum tolerable period of disruption: after this long the harm to the business is not acceptable.',
    wrt: 'Work recovery time: checking data and clearing the backlog once systems are back.',
    mbco: 'The least that must work while the continuity plan is invoked.',
    recoveryTime:
      'Estimate of its own restore work, once everything it depends on is back.',
    recoveryOwner: 'The person or group answerable for bringing it back.',
    recoveryAlternates: 'Who steps in, in this order.',
    slack:
      'What is left of the tolerable period after service and work are back: MTPD minus RTO and WRT.',
  },
  value: {
    unset: 'not set',
    holdsNoData: 'holds no data',
    zeroRto: '0 (no interruption)',
    zeroRpo: '0 (no loss)',
    percent: '{{percent}} % of normal',
    percentAnd: '{{percent}} % of normal: {{text}}',
    slack: '{{time}} left',
    slackBeforeWork: '{{time}} left, before work recovery',
    beyond: '{{time}} beyond what is tolerable',
    none: 'none',
  },
  source: {
    caption: {
      bia: 'business impact analysis',
      biaOf: 'business impact analysis of the system {{system}}',
      catalog: 'catalog-info',
      portal: 'set here',
      mapped: 'from {{key}}',
      inherited: 'from the system {{system}}',
      tier: 'tier default',
      entityOwner: 'owner in the catalog',
    },
    explained: {
      bia: 'From the agreed business impact analysis.',
      catalog: 'Set by {{key}} in the catalog file; it is changed there.',
      portal: 'Saved here by {{by}} on {{date}}.',
      portalPlain: 'Saved here.',
      mapped: 'The policy reads this from {{key}}, which says “{{raw}}”.',
      inherited: 'Taken over from its system {{system}}, where it is set.',
      tier: 'The default of its tier in the policy.',
      entityOwner:
        'Nobody named a recovery owner, so its owner in the catalog answers for recovery.',
    },
  },
  party: {
    missing: 'not in the catalog',
    emptyGroup: 'group without members',
    wrongKind: 'neither a user nor a group',
  },
  bar: {
    rto: 'RTO {{time}}',
    rtoZero: 'RTO 0',
    work: '+WRT {{wrt}} = {{total}}',
    mtpd: 'MTPD {{time}}',
    latest: 'last test {{time}}',
    latestMissed: 'last test {{time}}: missed',
    expected: 'expected {{time}}',
    expectedAtLeast: 'expected at least {{time}}',
    empty:
      'No recovery time is set: nobody can tell how fast it must come back.',
    sentence: {
      rto: 'To be back in {{time}}',
      rtoZero: 'No interruption is tolerated',
      rtoUnset: 'RTO not set',
      work: 'work caught up after {{time}}',
      mtpd: 'tolerable: {{time}}',
      mtpdUnset: 'MTPD not set',
      beyond: '{{time}} beyond what is tolerable',
      testMissed:
        'Back in {{time}} in the last test, {{over}} over the target of {{target}}',
      testMet:
        'Back in {{time}} in the last test, within the target of {{target}}',
      testWithoutTarget: 'Back in {{time}} in the last test, RTO not set',
    },
  },
  edit: editMessages,
  agreement: agreementMessages,
} as const;

import type { Scenario } from './scenario';

const withRestore: Scenario['depths'] = [
  'walkthrough',
  'tabletop',
  'simulation',
  'restore',
];

/** Data and keys that are lost or can’t be trusted. */
export const dataScenarios: readonly Scenario[] = [
  {
    id: 'data-corruption',
    title: 'Corrupted data',
    situation:
      'Users report wrong amounts. It turns out that a job has been writing wrong values since yesterday evening. Replicas hold the same wrong values, and new good data arrives all the time.',
    depths: withRestore,
    aims: [
      'Show that a consistent state from before the corruption can be restored, and good data from after it kept.',
      'Measure how long finding the right point in time takes.',
    ],
    successCriteria: [
      'The point from which data is wrong is found and written down.',
      'A copy from before it is restored beside production and checked by somebody who knows the data.',
      'What was lost is listed and is within the RPO.',
    ],
    prompts: [
      'Who decides to stop writing, and what does that cost per hour?',
      'How do we find out since when data is wrong, and which records are concerned?',
      'How far back do backups go, and how long would a restore from the oldest one take?',
      'Which other systems have taken the wrong data over? Who tells their owners?',
      'How do we bring good data from after the corruption back in?',
      'Which reports or payments have already left the house on the wrong data?',
    ],
    injects: [
      {
        atMinute: 15,
        text: 'The job ran for two days longer than was thought. The nightly backups of both days hold wrong data.',
      },
      {
        atMinute: 30,
        text: 'Finance closes the month today at 17:00 and asks which figures can be trusted.',
      },
      {
        atMinute: 45,
        text: 'Restoring the point in time succeeds, but a foreign key in another database does not match any more.',
      },
    ],
  },
  {
    id: 'ransomware',
    title: 'Ransomware',
    situation:
      'At 05:30 file shares and two database servers are encrypted. A note demands payment within 72 hours. An administrator’s account was used that is also used for backups.',
    depths: withRestore,
    aims: [
      'Show that the service can be rebuilt from copies that the attacker could not reach.',
      'Show that recovery and investigation don’t get in each other’s way.',
    ],
    successCriteria: [
      'A copy that can’t be changed is found, and it is checked for malware before it is used.',
      'A clean environment stands that shares no account with the old one.',
      'The authorities and those whose data is concerned would be told within the legal time.',
    ],
    prompts: [
      'What is switched off at once, by whom, and who is asked before?',
      'Which copies are out of reach of every account that is used day by day? When was one last restored?',
      'How do we know that a backup was made before the attacker came in?',
      'How do we talk to each other if mail, chat and telephones are down or overheard?',
      'Who talks to the police, the insurer, the data protection authority and customers, and within which time?',
      'Where is the recovery plan if the wiki is encrypted?',
      'Who decides about the demand, and on what ground?',
    ],
    injects: [
      {
        atMinute: 10,
        text: 'The backup server’s console shows that last night’s job deleted all snapshots older than one day.',
      },
      {
        atMinute: 30,
        text: 'Investigators ask that no server be restarted until they have taken copies of memory.',
      },
      {
        atMinute: 50,
        text: 'A journalist has customer records in hand and asks for a statement within the hour.',
      },
      {
        atMinute: 70,
        text: 'The restored system calls an unknown address: the malware was in the backup, too.',
      },
    ],
  },
  {
    id: 'backup-useless',
    title: 'The backup does not restore',
    situation:
      'After a disk failure the database is to be restored. Last night’s backup says “completed”, and the restore stops at 61 % with a checksum error.',
    depths: ['walkthrough', 'tabletop', 'restore'],
    aims: [
      'Show that a full restore works, and how long it takes for the amount of data of today.',
      'Show that there is a second way.',
    ],
    successCriteria: [
      'A restore of the full amount of data is completed and checked within the RTO.',
      'The age of the data restored is within the RPO.',
      'Somebody who knows the data confirms that it is complete.',
    ],
    prompts: [
      'When was a backup last restored in full, by whom, and how long did it take?',
      'How much has the data grown since? What does that do to the time?',
      'Which copy is the next best: an older one, a replica, an export, another system that has most of it?',
      'What does “completed” mean in the backup’s report? Who checks it?',
      'Where do we restore to if the old machine is needed for investigation?',
      'What can be brought up first with part of the data?',
    ],
    injects: [
      {
        atMinute: 15,
        text: 'The backup of the night before stops at 61 %, too.',
      },
      {
        atMinute: 30,
        text: 'There is room for one restore at a time, and another team has begun one.',
      },
      {
        atMinute: 45,
        text: 'The restore is through. Attachments were never part of the backup.',
      },
    ],
  },
  {
    id: 'key-secrets-lost',
    title: 'Keys and secrets lost',
    situation:
      'The vault that holds keys and secrets does not start after maintenance. Services that run go on; whatever restarts finds no password. The certificate of the public address ends in nine hours.',
    depths: withRestore,
    aims: [
      'Show that the vault can be restored and unsealed by those who are on duty.',
      'Find which services can’t be recovered without the vault, and whether the vault can be recovered without them.',
    ],
    successCriteria: [
      'Enough holders of unsealing keys are reached within half of the RTO.',
      'The vault’s backup is restored, and a secret read from it is used.',
      'Data that is encrypted at rest can be read with a key that was kept apart.',
    ],
    prompts: [
      'Who holds unsealing keys, where are they, and how many are needed?',
      'Where is the backup of the vault, and what encrypts it?',
      'Which services restart by themselves tonight and would not come up again?',
      'What can be done by hand for the most critical services, and how is that made safe again afterwards?',
      'Which keys could be made anew, and which would take data with them for ever?',
      'If secrets have to be changed: in which order, and who depends on each?',
    ],
    injects: [
      {
        atMinute: 10,
        text: 'Two of the five holders of unsealing keys have left the company.',
      },
      {
        atMinute: 25,
        text: 'The cluster moves a critical service to another node. It does not come up.',
      },
      {
        atMinute: 45,
        text: 'The backup is encrypted with a key that is in the vault.',
      },
    ],
  },
  {
    id: 'failed-change',
    title: 'A change that went wrong',
    situation:
      'A release with a change of the database was rolled out at 22:00. At 22:20 one request in five fails. Rolling the release back does not help: the old version can’t read the new tables.',
    depths: ['walkthrough', 'tabletop', 'simulation', 'restore', 'parallel'],
    aims: [
      'Show that the way back exists for changes that can’t simply be rolled back.',
      'Show who decides between going back and going on, and by when.',
    ],
    successCriteria: [
      'The decision is taken within the RTO minus the time that going back needs.',
      'Going back is tried out with data like that of production.',
      'Data written by the new version is not lost without anybody knowing.',
    ],
    prompts: [
      'Up to which moment can we go back, and who watches the clock?',
      'What does going back lose, and how much of it since 22:00?',
      'Was a backup taken right before the change, and how long does its restore take?',
      'Which other services have already adapted to the new version?',
      'Is this still a change, or is the recovery plan invoked now? Who says so?',
      'What would have to be in every change so that this could not happen again?',
    ],
    injects: [
      {
        atMinute: 10,
        text: 'The author of the change proposes a fix that would take “ten minutes, perhaps twenty”.',
      },
      {
        atMinute: 25,
        text: 'The fix is out and makes it two requests in five.',
      },
      {
        atMinute: 40,
        text: 'It turns out that the nightly backup began at 22:05 and holds half of the change.',
      },
    ],
  },
];

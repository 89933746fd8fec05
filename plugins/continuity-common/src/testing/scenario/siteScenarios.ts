import type { Scenario } from './scenario';

const withFailover: Scenario['depths'] = [
  'walkthrough',
  'tabletop',
  'simulation',
  'parallel',
  'failover',
];

/** Places, networks and capacity that are lost. */
export const siteScenarios: readonly Scenario[] = [
  {
    id: 'region-loss',
    title: 'Loss of a region or data centre',
    situation:
      'At 09:40 the provider reports a loss of power in the region that runs production. Nothing in it answers. The provider gives no time of return.',
    depths: withFailover,
    aims: [
      'Show that the service reaches its minimum level from another site within its RTO.',
      'Show that somebody with the authority to fail over can be reached and decides in time.',
    ],
    successCriteria: [
      'The decision to fail over is taken within a quarter of the RTO.',
      'Minimum service is verified by a user’s transaction, not by a health check.',
      'No more data is missing than the RPO tolerates, and it is known which.',
    ],
    prompts: [
      'How do we learn of it, and how long after it happened? What if monitoring runs in the same region?',
      'Who may decide to fail over, and who if that person can’t be reached?',
      'From which moment on is failing over better than waiting? What makes the decision hard to take back?',
      'What has to be up first, and which of it runs in the same region: DNS, identity, secrets, container registry, pipelines?',
      'Is there enough capacity at the other site when everybody else fails over at the same time?',
      'Which data had not been replicated, and who is told that it is lost?',
      'What does the way back look like, and when would we take it?',
    ],
    injects: [
      {
        atMinute: 10,
        text: 'The provider’s status page still shows green. A large customer asks on social media whether you are down.',
      },
      {
        atMinute: 25,
        text: 'Signing in to the cloud console at the other site fails: the identity provider is in the lost region.',
      },
      {
        atMinute: 40,
        text: 'The other site refuses new machines of your usual type: the quota is used up.',
      },
      {
        atMinute: 60,
        text: 'The region comes back for five minutes and goes away again. Some users have written data there.',
      },
    ],
  },
  {
    id: 'network-split',
    title: 'Network cut in two',
    situation:
      'The connection between the two sites is gone. Both sites run, both believe that the other one is lost, and both accept writes.',
    depths: withFailover,
    aims: [
      'Show that only one site goes on writing, and that this is decided by a rule.',
      'Show how the two histories are brought together.',
    ],
    successCriteria: [
      'Within a quarter of the RTO one site is read-only, and it is known which.',
      'All writes of the losing side are listed and dealt with.',
      'Users are led to the site that goes on.',
    ],
    prompts: [
      'What decides by itself which side goes on, and what does it do with three parts, or two equal ones?',
      'How do we see that both sides write? Which alarm tells us?',
      'Who may switch a side off that looks healthy?',
      'Which data is written at both sides, and how do we bring it together?',
      'Which services need both sites although nobody meant them to?',
      'What happens in the minute in which the connection comes back?',
    ],
    injects: [
      {
        atMinute: 10,
        text: 'Administrators can only reach the side that should be switched off.',
      },
      {
        atMinute: 25,
        text: 'The connection comes back for two minutes; replication starts in both directions.',
      },
      {
        atMinute: 40,
        text: 'Both sides have given out the same invoice numbers.',
      },
    ],
  },
  {
    id: 'building-closed',
    title: 'The building can’t be used',
    situation:
      'A burst water main closes the office for at least three days. Nobody may enter. Desks, on-call laptops and paper copies of the plans are inside.',
    depths: ['walkthrough', 'tabletop', 'simulation'],
    aims: [
      'Show that recovery can be led and carried out from elsewhere.',
      'Find what is only in the building.',
    ],
    successCriteria: [
      'Everybody who is needed is reached and working elsewhere within the RTO.',
      'The plans in force are at hand without the office network.',
      'Nothing that is needed for the recovery is only in the building.',
    ],
    prompts: [
      'How do we reach everybody, and how do we know who is safe?',
      'From where does each team work, and is the remote access large enough for all at once?',
      'Where are the emergency copies of the plans, and how old are they?',
      'Which keys, tokens, phones and machines are only in the building?',
      'Which suppliers, customers and authorities come to this building, and who tells them?',
      'What if it takes three weeks?',
    ],
    injects: [
      {
        atMinute: 10,
        text: 'The remote access accepts 200 connections; 900 people try.',
      },
      {
        atMinute: 30,
        text: 'The telephone exchange is in the flooded cellar.',
      },
      {
        atMinute: 45,
        text: 'A small production server “that nobody needs” stands under a desk inside. Three teams call about it.',
      },
    ],
  },
  {
    id: 'capacity',
    title: 'More load than capacity',
    situation:
      'A news programme mentions the service. Within four minutes there are twelve times as many users as ever before. Answers take thirty seconds, then time out.',
    depths: ['walkthrough', 'tabletop', 'simulation', 'parallel'],
    aims: [
      'Show that the minimum service is kept by giving up the rest on purpose.',
      'Find the part that gives way first.',
    ],
    successCriteria: [
      'It is known which functions are switched off in which order, and how.',
      'The minimum service holds for the load that the business expects at its worst.',
      'Nothing that was switched off stays off unnoticed.',
    ],
    prompts: [
      'Which part fills up first: connections, threads, queues, licences, quotas of a supplier?',
      'What can be added within minutes, and what does that do to what lies behind it?',
      'What may be switched off for whom, and who decides that?',
      'How do we tell a rush from an attack, and does it matter?',
      'What do users see who have to wait?',
      'How do we come down again without a second wave by retries?',
    ],
    injects: [
      {
        atMinute: 10,
        text: 'More application servers are up. The database now refuses connections.',
      },
      {
        atMinute: 20,
        text: 'Clients in mobile phones repeat each failed call three times.',
      },
      {
        atMinute: 35,
        text: 'Finance asks who approved the tenfold cloud bill.',
      },
    ],
  },
];

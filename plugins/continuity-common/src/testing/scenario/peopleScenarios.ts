import type { Scenario } from './scenario';

const discussed: Scenario['depths'] = ['walkthrough', 'tabletop', 'simulation'];

/** People, suppliers and access that are lost. */
export const peopleScenarios: readonly Scenario[] = [
  {
    id: 'supplier-outage',
    title: 'Outage of a supplier',
    situation:
      'The payment provider is down worldwide. Its status page promises news in an hour. The contract guarantees 99.9 % a month.',
    depths: discussed,
    aims: [
      'Show that the service keeps its minimum level without the supplier, or that everybody knows that it does not.',
      'Show who may invoke the workaround and how long it can be endured.',
    ],
    successCriteria: [
      'The workaround is described, was tried, and its limit in time is known.',
      'It is known whom to call at the supplier, with which contract number, at any hour.',
      'What piled up meanwhile is worked off in a known time.',
    ],
    prompts: [
      'What still works without this supplier, and what must be switched off so that it does not fail in front of users?',
      'Is there a second supplier, and when was a switch last tried?',
      'How long can the workaround be endured before orders, money or trust are lost?',
      'What does the contract give us: an escalation, a recovery time, a right to see their test reports?',
      'What happens to requests that were under way, and how do we make sure that nothing is done twice?',
      'What if the supplier never comes back: how do we get our data out?',
    ],
    injects: [
      {
        atMinute: 15,
        text: 'The supplier’s hotline is engaged. Your account manager left the company in spring.',
      },
      {
        atMinute: 30,
        text: 'Your own cloud load balancer turns out to depend on the same supplier.',
      },
      {
        atMinute: 45,
        text: 'Service is back; 4,000 requests arrive twice.',
      },
    ],
  },
  {
    id: 'loss-of-people',
    title: 'Loss of people',
    situation:
      'On Monday both people who know the recovery of the service are ill, and the third is on a flight for eleven hours. At 08:15 the service goes down.',
    depths: ['walkthrough', 'tabletop', 'simulation', 'failover'],
    aims: [
      'Show that somebody who did not write the plan can follow it.',
      'Find what is known to one person only.',
    ],
    successCriteria: [
      'The recovery is carried out, or talked through step by step, by people who have not done it before.',
      'No step needs a password, a phone number or a trick that is not written down.',
      'The alternates in the plan can be reached and know that they are alternates.',
    ],
    prompts: [
      'Who is called second and third, and do they have the access they need today?',
      'Which steps of the plan can’t be understood without its author?',
      'Which accounts, tokens and keys belong to one person?',
      'Who takes decisions if the recovery owner can’t be reached, and is that written down?',
      'Could a supplier or another team help, and under which contract?',
      'How long can two people keep this up before they need relief?',
    ],
    injects: [
      {
        atMinute: 10,
        text: 'The on-call phone rings in a drawer: its battery is charged, and nobody is there.',
      },
      {
        atMinute: 25,
        text: 'Step 4 says “as usual”. Nobody in the room knows what is usual.',
      },
      {
        atMinute: 40,
        text: 'Access to production needs the approval of a manager who left last month.',
      },
    ],
  },
  {
    id: 'identity-outage',
    title: 'Nobody can sign in',
    situation:
      'The central identity provider refuses every sign-in. Sessions that are open end within the hour, those of administrators first.',
    depths: discussed,
    aims: [
      'Show that those who recover can get in without the identity provider.',
      'Show which services keep their minimum level with open sessions only.',
    ],
    successCriteria: [
      'Emergency accounts work, are watched, and are used by those who may.',
      'The recovery of the identity provider needs nothing that needs the identity provider.',
      'After the recovery the emergency accounts are changed and checked.',
    ],
    prompts: [
      'Where are the emergency accounts, who may open the envelope, and who is told?',
      'Do VPN, building doors, chat and the ticket system sign in at the same place?',
      'Which tools do those who recover need in the first ten minutes, and which of them are behind the sign-in?',
      'What may users do without signing in, and who allows that?',
      'How do machines authenticate to each other meanwhile?',
      'What if it is no outage but an attack on the identity provider?',
    ],
    injects: [
      {
        atMinute: 10,
        text: 'The password of the emergency account has expired.',
      },
      {
        atMinute: 20,
        text: 'The door of the server room opens by the same directory.',
      },
      {
        atMinute: 40,
        text: 'Sign-in works again, and everybody has the rights of somebody else.',
      },
    ],
  },
];

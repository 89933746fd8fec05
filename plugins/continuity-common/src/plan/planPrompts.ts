import type { PlanContentKey } from './planContents';
import type { PlanKind } from './planKind';

/** What to write, for any plan: asked as the person would be asked who has to recover by it at night. */
export const commonPrompts: Record<PlanContentKey, string> = {
  purpose:
    'What does this plan bring back, for whom, and what is it not for? Two or three sentences that let a reader decide whether this is the right plan.',
  scope:
    'Which entities does it cover? Name a system with its parts where the plan holds for all of them, whatever they are at the time.',
  strategy:
    'How does service come back: by switching to a standby, restoring, rebuilding, or working by hand? Why this way, and what does it need (people, places, machines, licences, access, money)?',
  invocationCriteria:
    'What must have happened for the plan to be invoked? Give a threshold and a time (“no payment for 15 minutes and no fix in sight”), and what is still an ordinary incident.',
  invokers:
    'Who may invoke it, and who when they can’t be reached? One of them has to answer at any hour.',
  contacts:
    'Which roles does the plan need, who fills them, who stands in? Internal people by user or group; suppliers and authorities as external contacts. Phones and private mails go into the private contacts, not here.',
  minimumService:
    'What must work while the plan is invoked, how well, and from when? For example “card payments only, 30 % of normal load, within one hour”.',
  recoveryRequirements:
    'What must be there before recovery can begin: backups and how old they may be, keys and accounts, network, hardware, data from others, decisions?',
  steps:
    'What is done, in which order, by whom, how long does it take? One step per handover. Say how one sees that a step worked, and what to do if it did not.',
  lossOfService:
    'What do users and staff do until service is back? Where is it announced, which work is done by hand, which is left?',
  returnToNormal:
    'How does the emergency end: going back to the normal place, checking and reconciling data, clearing the backlog? Who decides that it is over, and what is looked at afterwards?',
  basis:
    'On which business impact analysis and risk assessment does the plan rest, and of which day are they?',
};

/** What is asked differently, by kind. */
export const kindPrompts: Record<
  PlanKind,
  { title: string; summary: string } & Partial<Record<PlanContentKey, string>>
> = {
  'service-recovery': {
    title: 'Service recovery',
    summary:
      'Brings a service back to its minimum level within its RTO, with no more data lost than its RPO allows.',
    recoveryRequirements:
      'What must be up before this service can start (see its hard dependencies), which backup or replica is used, how old may it be at most (RPO), and where are keys, images and configuration?',
    steps:
      'From the first look to the verified minimum service: stop what does harm, bring up what it needs, restore data, start, check, let users in. Give each step who, how long, and how one sees that it worked.',
    returnToNormal:
      'How are data reconciled that were written meanwhile, how does traffic go back, how is the standby made ready again? Who says that normal service is reached?',
  },
  'emergency-response': {
    title: 'Emergency response',
    summary:
      'The first hour of an emergency on a site: people first, then stopping the damage, then calling the right plans.',
    scope:
      'Which sites and what on them? Entities are optional here: this plan recovers no service by itself.',
    invocationCriteria:
      'Which alarms and observations start it (fire, water, gas, intruder, power)? Nobody should have to ask before acting.',
    steps:
      'Warn, get people out, call emergency services, account for everybody, secure the site, tell the crisis team. Who does it at night and at weekends?',
    minimumService:
      'What must keep running in the building (emergency lighting, access control, fire suppression)?',
  },
  'damage-assessment': {
    title: 'Damage assessment',
    summary:
      'Finds out within hours what is damaged, what can be used, and how long it will take, so that the right plans are invoked.',
    strategy:
      'Who assesses what (building, power, network, machines, data), with which access and tools, and by when is there a first answer?',
    steps:
      'Who is allowed in when, what is looked at in which order, how is it recorded (pictures, serial numbers), to whom is it reported after one, four and 24 hours?',
  },
  salvage: {
    title: 'Salvage',
    summary:
      'Saves what can be saved of machines, media and papers, and keeps what the insurer and the police need.',
    strategy:
      'What is saved first, by which specialist firms under contract, and where is it taken?',
    contacts:
      'Restoration firms, insurer, landlord, data recovery, each with a contract number and how they are reached at any hour.',
  },
  'vital-records': {
    title: 'Vital records',
    summary:
      'Keeps the records without which the organisation can’t prove, bill or operate reachable, and brings them back.',
    scope:
      'Which records (contracts, ledgers, keys, personnel files), where is the original, where are the copies, and who may read them?',
    recoveryRequirements:
      'Which copies exist, how old may they be, how are they encrypted, and who holds the keys when the portal can’t be reached?',
  },
  'crisis-management-and-public-relations': {
    title: 'Crisis management and public relations',
    summary:
      'Gathers those who decide, gives them one picture of the situation, and speaks with one voice.',
    invocationCriteria:
      'What makes an incident a crisis (safety, law, reputation, several services beyond their RTO)? Who may call the team together?',
    steps:
      'Gather the team (place and call), share the situation, decide, note decisions with time, inform staff, customers, authorities and press, meet again at a fixed hour.',
    lossOfService:
      'Which statements are prepared, who may release them, and by which channels if mail and intranet are down? Which authorities must be told within which time?',
  },
  'accommodation-and-services': {
    title: 'Accommodation and services',
    summary:
      'Gives people a place to work and the building services that they and the machines need.',
    strategy:
      'Home, another site, rented places: for how many people, from when, for how long?',
    minimumService:
      'How many workplaces for which teams after 4 hours, a day, a week?',
  },
  'computer-systems-and-network': {
    title: 'Computer systems and network',
    summary:
      'Brings back the platforms and networks that services stand on, in an order that lets the most urgent services follow.',
    recoveryRequirements:
      'Power, cooling, images, configuration, backups, out-of-band access, licences, spare parts: where are they, and who gets them at night?',
    steps:
      'Core network and identity first, then storage and databases, then what the strictest RTO needs. How is it checked before services are let on?',
  },
  telecommunications: {
    title: 'Telecommunications',
    summary:
      'Keeps voice, data lines and the channels for the emergency itself working, or brings them back.',
    strategy:
      'Second carrier, mobile fallback, call diversion: which numbers and lines, switched by whom?',
    contacts:
      'Carriers with customer and line numbers, and the people who may order a diversion.',
  },
  security: {
    title: 'Security',
    summary:
      'Keeps people, sites and data protected while other plans are carried out, and after an attack.',
    steps:
      'Contain, keep evidence, withdraw and renew access, watch the recovery, release systems only when they are clean. Who may decide to cut connections?',
    recoveryRequirements:
      'Clean backups, emergency accounts, forensic tools and people, contact to authorities. How is it made sure that a restored system is not infected?',
  },
  personnel: {
    title: 'Personnel',
    summary:
      'Deals with the loss or absence of people: who stands in, who looks after those affected, who may be called.',
    scope:
      'Which services depend on few people? Name the entities whose recovery only they can do.',
    strategy:
      'Deputies, cross-training, contractors, paused work: which knowledge is held by only one person?',
  },
  'finance-and-administration': {
    title: 'Finance and administration',
    summary:
      'Pays people and suppliers, buys what a recovery needs, and keeps account of what it costs.',
    strategy:
      'Emergency budget, cards, signatures without the usual systems: who may spend how much?',
    steps:
      'Open the emergency account, note every expense, order for other plans, tell the insurer, pay wages on the day.',
  },
};

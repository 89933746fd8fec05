/** The kinds of plans and what each is for; the words of the templates. */
export const planKindMessages = {
  level: {
    service: 'Brings a service back',
    support: 'Supports the recovery of services',
    coordination: 'Coordinates the response',
  },
  kind: {
    'service-recovery': 'Service recovery',
    'emergency-response': 'Emergency response',
    'damage-assessment': 'Damage assessment',
    salvage: 'Salvage',
    'vital-records': 'Vital records',
    'crisis-management-and-public-relations':
      'Crisis management and public relations',
    'accommodation-and-services': 'Accommodation and services',
    'computer-systems-and-network': 'Computer systems and network',
    telecommunications: 'Telecommunications',
    security: 'Security',
    personnel: 'Personnel',
    'finance-and-administration': 'Finance and administration',
  },
  kindSummary: {
    'service-recovery':
      'Brings a service back to its minimum level within its RTO, with no more data lost than its RPO allows.',
    'emergency-response':
      'The first hour of an emergency on a site: people first, then stopping the damage, then calling the right plans.',
    'damage-assessment':
      'Finds out within hours what is damaged, what can be used, and how long it will take.',
    salvage:
      'Saves what can be saved of machines, media and papers, and keeps what the insurer and the police need.',
    'vital-records':
      'Keeps the records without which the organisation can’t prove, bill or operate reachable, and brings them back.',
    'crisis-management-and-public-relations':
      'Gathers those who decide, gives them one picture of the situation, and speaks with one voice.',
    'accommodation-and-services':
      'Gives people a place to work and the building services that they and the machines need.',
    'computer-systems-and-network':
      'Brings back the platforms and networks that services stand on.',
    telecommunications:
      'Keeps voice, data lines and the channels for the emergency itself working, or brings them back.',
    security:
      'Keeps people, sites and data protected while other plans are carried out, and after an attack.',
    personnel:
      'Deals with the loss or absence of people: who stands in, who looks after those affected.',
    'finance-and-administration':
      'Pays people and suppliers, buys what a recovery needs, and keeps account of what it costs.',
  },
} as const;

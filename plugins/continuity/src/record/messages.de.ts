import type { Translated } from '../translation/Translated';
import { integrityMessagesDe } from './integrityMessages.de';
import type { recordMessages } from './messages';
import { retentionMessagesDe } from './retentionMessages.de';

export const recordMessagesDe: Translated<typeof recordMessages> = {
  integrity: integrityMessagesDe,
  retention: retentionMessagesDe,
  open: 'Verlauf',
  title: 'Verlauf von {{name}}',
  close: 'Verlauf schließen',
  empty: 'Hier hat noch niemand etwas entschieden.',
  older: 'Ältere zeigen',
  loadingOlder: 'Lädt …',
  failed: 'Der Verlauf konnte nicht gelesen werden: {{message}}',
  retry: 'Noch einmal versuchen',
  shown: '{{shown}} von {{total}}',
  reason: 'Grund: {{reason}}',
  imported: 'Importiert aus {{file}}, Zeile {{line}}.',
  change: '{{field}}: {{before}} → {{after}}',
  set: '{{field}}: {{after}}',
  bySystem: 'Continuity selbst',
  action: {
    profile: {
      updated: 'hat das Profil geändert',
      seeded: 'hat das Profil ausgefüllt',
    },
    agreement: {
      recorded: 'hat eine Vereinbarung festgehalten',
      confirmed: 'hat eine Vereinbarung bestätigt',
      rejected: 'hat eine Vereinbarung abgelehnt',
      superseded: 'hat eine Vereinbarung abgelöst',
    },
    bia: {
      drafted: 'hat einen Entwurf der Business-Impact-Analyse gespeichert',
      recorded: 'hat eine Business-Impact-Analyse festgehalten',
      confirmed: 'hat eine Business-Impact-Analyse bestätigt',
      rejected: 'hat eine Business-Impact-Analyse abgelehnt',
      discarded: 'hat einen Entwurf der Business-Impact-Analyse weggelegt',
    },
    risk: {
      drafted: 'hat einen Entwurf der Risikobewertung gespeichert',
      recorded: 'hat eine Risikobewertung festgehalten',
      discarded: 'hat einen Entwurf der Risikobewertung weggelegt',
    },
    entity: {
      appeared: 'hat es zum ersten Mal im Katalog gesehen',
      archived: 'hat es archiviert: es ist nicht mehr im Katalog',
      returned: 'hat es wieder im Katalog gesehen',
    },
    carryOver: {
      asked: 'hat gefragt, ob frühere Aufzeichnungen dazugehören',
      carriedOver: 'hat frühere Aufzeichnungen übernommen',
      declined:
        'hat entschieden, dass frühere Aufzeichnungen nicht dazugehören',
    },
    exemption: {
      asked: 'hat eine Ausnahme beantragt',
      approved: 'hat eine Ausnahme genehmigt',
      refused: 'hat eine Ausnahme abgelehnt',
      withdrawn: 'hat eine Ausnahme zurückgezogen',
      ended: 'hat eine Ausnahme vorzeitig beendet',
      seeded: 'hat eine Ausnahme eingetragen',
    },
    other: '{{type}}: {{action}}',
  },
  field: {
    with: 'Mit',
    reference: 'Grundlage',
    agreedOn: 'Vereinbart am',
    note: 'Anmerkung',
    state: 'Zustand',
    fromRef: 'Von',
    toRef: 'Zu',
    beyond: 'Tolerierbar bis und über',
    method: 'Wie',
    threats: 'Bedrohungen',
    rated: 'Bewertet',
  },
  state: {
    inForce: 'gilt',
    awaitingSecondPerson: 'wartet auf eine zweite Person',
    superseded: 'abgelöst',
    rejected: 'abgelehnt',
  },
  yes: 'ja',
  no: 'nein',
};

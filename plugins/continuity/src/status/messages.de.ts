import type { Translated } from '../translation/Translated';
import type { statusMessages } from './messages';

export const statusMessagesDe: Translated<typeof statusMessages> = {
  met: 'Erfüllt',
  atRisk: 'Gefährdet',
  exposed: 'Ungeschützt',
  unassessed: 'Nicht eingestuft',
  exempt: 'Ausgenommen',
  exemptUntil: 'Ausgenommen bis {{date}}',
  notRequired: 'Nicht erforderlich',
  outOfScope: 'Außerhalb des Geltungsbereichs',
  detail: {
    due: '{{requirement}} fällig am {{date}}',
    late: '{{requirement}} überfällig seit {{date}}',
  },
  meaning: {
    met: 'Alle Anforderungen der Stufe sind erfüllt, mit gültigen Nachweisen.',
    atRisk: 'Etwas, das die Stufe verlangt, fehlt oder ist veraltet.',
    exposed:
      'Etwas, ohne das sich der Dienst nicht wie verlangt wiederherstellen lässt, fehlt oder ist durchgefallen.',
    unassessed:
      'Es gibt noch keine Stufe; niemand kann sagen, was verlangt ist.',
    exempt: 'Es gibt Lücken, die befristet ausgenommen sind.',
    notRequired: 'Die Stufe verlangt nichts.',
    outOfScope: 'Die Richtlinie nimmt solche Einträge aus.',
  },
  requirement: {
    tier: 'Stufe',
    rto: 'RTO',
    rpo: 'RPO',
    mtpd: 'MTPD',
    wrt: 'WRT',
    mbco: 'Mindestbetrieb',
    recoveryTime: 'Wiederherstellungsdauer',
    owner: 'Wiederanlauf-Verantwortung',
    alternates: 'Vertretungen',
    agreement: 'Vereinbarung',
    plan: 'Plan',
    bia: 'BIA',
    risk: 'Risikobewertung',
    test: 'Test ({{depth}})',
    metadata: 'Metadaten {{key}}',
  },
};

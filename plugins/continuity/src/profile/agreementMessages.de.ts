import type { Translated } from '../translation/Translated';
import type { agreementMessages } from './agreementMessages';

export const agreementMessagesDe: Translated<typeof agreementMessages> = {
  title: 'Vereinbarung mit dem Fachbereich',
  none: 'Noch ist nichts vereinbart.',
  noneRequired:
    'Noch ist nichts vereinbart. Die Stufe verlangt, dass der Fachbereich diesen Zielen zugestimmt hat.',
  notRequired: 'Die Stufe verlangt keine Vereinbarung.',
  with: 'Mit',
  reference: 'Grundlage',
  agreedOn: 'Vereinbart',
  values: 'Werte',
  recorded: 'Festgehalten',
  recordedBy: '{{by}}, {{date}}',
  confirmed: 'Bestätigt',
  note: 'Anmerkung',
  renewal: 'Erneuerung',
  due: 'fällig am {{date}}',
  late: 'überfällig seit {{date}}',
  from: 'Übernommen von {{system}}',
  record: 'Vereinbarung festhalten',
  pending: {
    title: 'Wartet auf eine zweite Person',
    text: '{{by}} hat eine Vereinbarung festgehalten, die lockerer ist als die geltende ({{fields}}). Sie gilt, sobald jemand anderes sie bestätigt.',
    confirm: 'Bestätigen',
    decline: 'Ablehnen',
    confirmTitle: 'Lockerere Vereinbarung bestätigen?',
    confirmText: 'Sie gilt sofort; die frühere bleibt im Verlauf.',
    declineTitle: 'Lockerere Vereinbarung ablehnen?',
    declineText: 'Die geltende Vereinbarung bleibt, wie sie ist.',
  },
  dialog: {
    title: 'Festhalten, was für {{name}} vereinbart wurde',
    intro:
      'Halten Sie fest, wozu der Fachbereich zugestimmt hat. Eine lockerere Vereinbarung als die vorige braucht eine zweite Person.',
    with: 'Vereinbart mit',
    withHint:
      'Eine Person oder Rolle im Fachbereich, zum Beispiel Leitung Vertrieb',
    reference: 'Grundlage (Dokument)',
    referenceHint: 'SLA, Vertrag oder Protokoll: Nummer oder Link',
    agreedOn: 'Tag der Vereinbarung',
    note: 'Anmerkung',
    values: 'Was vereinbart wurde',
    valuesHint:
      'Ausgefüllt mit dem, was jetzt gilt. Leer lassen, was nicht vereinbart wurde.',
    noTier: 'Nicht vereinbart',
    needed: 'Diese Angabe fehlt.',
    valuesNeeded: 'Mindestens ein Wert ist nötig.',
    dayInFuture: 'Der Tag liegt in der Zukunft.',
    save: 'Festhalten',
    failed: 'Nicht festgehalten: {{message}}',
  },
};

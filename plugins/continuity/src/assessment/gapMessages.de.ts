import type { Translated } from '../translation/Translated';
import type { gapMessages } from './gapMessages';

export const gapMessagesDe: Translated<typeof gapMessages> = {
  'plan-missing': {
    message:
      'Kein geltender Notfallplan deckt es ab, obwohl {{tier}} einen verlangt: Niemand weiß, wie es wiederhergestellt wird.',
    action: 'Einen Notfallplan schreiben und freigeben lassen.',
  },
  'owner-missing': {
    message:
      'Niemand ist benannt, der für die Wiederherstellung einsteht, und auch im Katalog steht kein Eigentümer.',
    action:
      'Hier jemanden für den Wiederanlauf benennen oder in der Katalogdatei einen Eigentümer.',
  },
  'owner-unresolved': {
    message:
      '{{owner}} steht für die Wiederherstellung ein, ist aber {{state}}: Niemand würde gerufen.',
    action:
      'Eine Person oder eine Gruppe mit Mitgliedern benennen, die es gibt.',
  },
  'alternate-unresolved': {
    message:
      'Diese Vertretungen gibt es nicht oder sie haben keine Mitglieder: {{alternates}}.',
    action: 'Personen oder Gruppen als Vertretung benennen, die es gibt.',
  },
  'metadata-invalid': {
    message:
      '{{key}} sagt „{{value}}“; das lässt sich nicht als {{field}} lesen und zählt wie nicht geschrieben.',
    action: 'Den Wert berichtigen. {{accepted}}',
  },
  'metadata-conflict': {
    message:
      '{{key}} („{{value}}“) und {{otherKey}} („{{otherValue}}“) widersprechen sich bei: {{field}}. Das erste zählt.',
    action: 'Die falsche Angabe entfernen oder {{field}} ausdrücklich setzen.',
  },
  'target-missing': {
    message: '{{field}} ist nicht gesetzt: Niemand hat das Ziel genannt.',
    action: '{{field}} setzen.',
  },
  'rto-beyond-mtpd': {
    message:
      'Die RTO von {{rto}} und die Aufarbeitung sind {{beyond}} länger als die {{mtpd}}, die tolerierbar sind.',
    action: 'Die RTO oder die WRT verkürzen oder die MTPD berichtigen.',
  },
  'agreement-missing': {
    message:
      '{{tier}} verlangt, dass die Ziele mit dem Fachbereich vereinbart sind; es ist keine Vereinbarung festgehalten.',
    action:
      'Die Ziele mit dem Fachbereich vereinbaren und festhalten{{where}}.',
  },
  'agreement-overdue': {
    message:
      'Die Vereinbarung vom {{agreedOn}} hätte bis {{due}} erneuert werden müssen.',
    action:
      'Die Vereinbarung mit dem Fachbereich erneuern und festhalten{{where}}.',
  },
  'looser-than-agreed': {
    message:
      '{{field}} ist {{effective}}, lockerer als {{agreed}}, wie am {{agreedOn}} vereinbart.',
    action:
      '{{field}} wie vereinbart setzen oder eine neue Vereinbarung festhalten, die eine zweite Person bestätigt.',
  },
  'bia-missing': {
    message:
      '{{tier}} verlangt eine Business-Impact-Analyse; es ist keine festgehalten.',
    action: 'Eine Business-Impact-Analyse machen{{where}}.',
  },
  'risk-missing': {
    message:
      '{{tier}} verlangt eine Risikobewertung; es ist keine festgehalten.',
    action: 'Die Risiken für die Kontinuität bewerten{{where}}.',
  },
  'test-never': {
    message:
      '{{tier}} verlangt regelmäßig einen Test ({{depth}}); es ist keiner verzeichnet.',
    action: 'Einen Test planen ({{depth}}).',
  },
  'due-soon': {
    message:
      'Die Vereinbarung vom {{agreedOn}} muss bis {{due}} erneuert werden.',
    action: 'Die Vereinbarung mit dem Fachbereich erneuern{{where}}.',
  },
};

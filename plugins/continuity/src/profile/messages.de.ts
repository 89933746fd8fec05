import type { Translated } from '../translation/Translated';
import { agreementMessagesDe } from './agreementMessages.de';
import { editMessagesDe } from './editMessages.de';
import type { profileMessages } from './messages';

export const profileMessagesDe: Translated<typeof profileMessages> = {
  card: {
    title: 'Wiederherstellung',
    file: 'Katalogdatei öffnen',
    locked: 'In der Katalogdatei gesetzt',
  },
  field: {
    tier: 'Stufe',
    rto: 'RTO',
    rpo: 'RPO',
    mtpd: 'MTPD',
    wrt: 'WRT',
    mbco: 'Mindestbetrieb',
    recoveryTime: 'Eigene Dauer',
    recoveryOwner: 'Verantwortlich',
    recoveryAlternates: 'Vertretungen',
    slack: 'Reserve',
  },
  term: {
    tier: 'Kritikalitätsklasse der Richtlinie. Sie entscheidet, was verlangt ist: Plan, Vereinbarung, Tests.',
    rto: 'Recovery Time Objective: wie lange nach Beginn einer Störung der Mindestbetrieb wieder laufen muss.',
    rpo: 'Recovery Point Objective: der größte hingenommene Datenverlust, als Zeitspanne.',
    mtpd: 'Maximal tolerierbare Ausfallzeit: danach ist der Schaden für das Geschäft nicht mehr hinnehmbar.',
    wrt: 'Work Recovery Time: Daten prüfen und Rückstände aufarbeiten, wenn die Systeme wieder laufen.',
    mbco: 'Was mindestens laufen muss, solange der Notfallplan gilt.',
    recoveryTime:
      'Schätzung der eigenen Wiederherstellungsarbeit, sobald alles läuft, was gebraucht wird.',
    recoveryOwner:
      'Die Person oder Gruppe, die für die Wiederherstellung einsteht.',
    recoveryAlternates: 'Wer einspringt, in dieser Reihenfolge.',
    slack:
      'Was von der tolerierbaren Ausfallzeit bleibt, wenn Dienst und Arbeit wiederhergestellt sind: MTPD minus RTO und WRT.',
  },
  value: {
    unset: 'nicht gesetzt',
    holdsNoData: 'enthält keine Daten',
    zeroRto: '0 (keine Unterbrechung)',
    zeroRpo: '0 (kein Verlust)',
    percent: '{{percent}} % des Normalbetriebs',
    percentAnd: '{{percent}} % des Normalbetriebs: {{text}}',
    slack: '{{time}} übrig',
    slackBeforeWork: '{{time}} übrig, vor der Aufarbeitung',
    beyond: '{{time}} über dem Tolerierbaren',
    none: 'keine',
  },
  source: {
    caption: {
      bia: 'Business-Impact-Analyse',
      biaOf: 'Business-Impact-Analyse des Systems {{system}}',
      catalog: 'catalog-info',
      portal: 'hier gesetzt',
      mapped: 'aus {{key}}',
      inherited: 'vom System {{system}}',
      tier: 'Vorgabe der Stufe',
      entityOwner: 'Eigentümer laut Katalog',
    },
    explained: {
      bia: 'Aus der vereinbarten Business-Impact-Analyse.',
      catalog:
        'Durch {{key}} in der Katalogdatei gesetzt; dort wird es geändert.',
      portal: 'Hier gespeichert von {{by}} am {{date}}.',
      portalPlain: 'Hier gespeichert.',
      mapped: 'Die Richtlinie liest dies aus {{key}}; dort steht „{{raw}}“.',
      inherited: 'Vom System {{system}} übernommen, wo es gesetzt ist.',
      tier: 'Die Vorgabe der Stufe in der Richtlinie.',
      entityOwner:
        'Niemand ist für den Wiederanlauf benannt; deshalb steht der Eigentümer laut Katalog dafür ein.',
    },
  },
  party: {
    missing: 'nicht im Katalog',
    emptyGroup: 'Gruppe ohne Mitglieder',
    wrongKind: 'weder Person noch Gruppe',
  },
  bar: {
    rto: 'RTO {{time}}',
    rtoZero: 'RTO 0',
    work: '+WRT {{wrt}} = {{total}}',
    mtpd: 'MTPD {{time}}',
    latest: 'letzter Test {{time}}',
    latestMissed: 'letzter Test {{time}}: verfehlt',
    expected: 'erwartet {{time}}',
    expectedAtLeast: 'erwartet mindestens {{time}}',
    empty:
      'Keine Wiederherstellungszeit gesetzt: niemand kann sagen, wie schnell der Dienst zurück sein muss.',
    sentence: {
      rto: 'Zurück in {{time}}',
      rtoZero: 'Keine Unterbrechung wird hingenommen',
      rtoUnset: 'RTO nicht gesetzt',
      work: 'aufgearbeitet nach {{time}}',
      mtpd: 'tolerierbar: {{time}}',
      mtpdUnset: 'MTPD nicht gesetzt',
      beyond: '{{time}} über dem Tolerierbaren',
      testMissed:
        'Im letzten Test zurück in {{time}}, {{over}} über dem Ziel von {{target}}',
      testMet:
        'Im letzten Test zurück in {{time}}, innerhalb des Ziels von {{target}}',
      testWithoutTarget:
        'Im letzten Test zurück in {{time}}, RTO nicht gesetzt',
    },
  },
  edit: editMessagesDe,
  agreement: agreementMessagesDe,
};

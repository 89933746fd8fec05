import type { Translated } from '../../translation/Translated';
import type { importMessages } from './messages';

export const importMessagesDe: Translated<typeof importMessages> = {
  open: 'Importieren',
  back: 'Zurück zur Abdeckung',
  title: 'Vorhandenes importieren',
  intro:
    'Aus CSV, wie Tabellenprogramme es speichern. Zuerst sehen Sie, was aus jeder Zeile würde; dann werden alle importiert oder keine. Jeder Eintrag sagt, aus welcher Zeile welcher Datei er stammt.',
  kindLabel: 'Was Sie mitbringen',
  kindField: 'Art der Einträge',
  kind: {
    profiles: 'Profile',
    analyses: 'Business-Impact-Analysen',
    plans: 'Anderswo geführte Pläne',
    tests: 'Durchgeführte Tests',
    exemptions: 'Ausnahmen',
  },
  about: {
    profiles:
      'Stufe, Ziele und Verantwortliche für die Wiederherstellung. Eine leere Zelle lässt einen Wert, wie er ist, „inherit“ nimmt den Wert des Portals weg, und was schon gilt, bleibt unberührt. Eine Datei, die die Abdeckungsseite exportiert hat, kann geändert und zurückgebracht werden.',
    analyses:
      'Die zwei Fragen einer Kurzanalyse: nach welcher Zeit es untragbar ist und wie viele Daten verloren gehen dürfen. Eine, die weniger verlangt als die geltende, wartet auf eine zweite Person.',
    plans:
      'Dokumente, die bleiben, wo sie sind. Vollständige warten auf die Genehmigung durch jemand anderen; die übrigen sind Entwürfe.',
    tests:
      'Zeilen mit gleichem Titel, gleicher Tiefe und Zeit werden ein Test. Jemand anderes prüft ihn. Wiederanlaufzeiten werden aus Zeitpunkten berechnet; ohne sie ist ein messender Test bestenfalls nicht aussagekräftig.',
    exemptions:
      'Sie werden in Ihrem Namen beantragt und gelten, sobald jemand anderes sie genehmigt hat.',
  },
  columns: 'Spalten',
  column: 'Spalte',
  needed: 'Nötig',
  neededYes: 'ja',
  meaning: 'Was sie sagt',
  template: 'Vorlage speichern',
  file: 'Die Datei',
  choose: 'Datei wählen',
  drop: 'oder hier ablegen, oder unten Zeilen einfügen',
  dropped: 'Datei: {{name}}',
  paste: 'Zeilen, mit den Namen der Spalten in der ersten',
  pastedName: 'eingefügte Zeilen',
  limit: 'Höchstens {{rows}} Zeilen und {{megabytes}} MB.',
  tooLarge:
    'Diese Datei hat mehr als {{megabytes}} MB. Importieren Sie sie in Teilen.',
  otherEncoding:
    'Die Datei ist nicht in UTF-8; sie wurde als Windows-1252 gelesen. Sehen Sie sich Umlaute und Akzente unten an.',
  unreadable: 'Die Datei konnte nicht gelesen werden: {{message}}',
  check: 'Zeigen, was sich ändern würde',
  checking: 'Die Zeilen werden angesehen…',
  checkFailed: 'Die Datei konnte nicht geprüft werden',
  noAccess: {
    title: 'Das dürfen Sie nicht importieren',
    text: 'Es braucht die Berechtigung {{permission}}. Fragen Sie, wer dieses Portal betreut.',
  },
  problems: 'Die Datei kann nicht importiert werden',
  ignored:
    'Diese Spalten sagen einem Import nichts und werden ausgelassen: {{columns}}.',
  result: 'Was sich ändern würde',
  rows_one: '{{shown}} Zeile:',
  rows_other: '{{shown}} Zeilen:',
  total: {
    create: '{{shown}} neu',
    change: '{{shown}} ändern etwas',
    same: '{{shown}} bleiben',
    refused: '{{shown}} abgelehnt',
  },
  show: 'Zeigen',
  showAll: 'Alle Zeilen',
  showChanges: 'Was sich ändert',
  showRefused: 'Abgelehnte',
  none: 'Keine Zeile ist so.',
  line: 'Zeile',
  what: 'Was',
  outcomeLabel: 'Wird',
  details: 'Änderungen, oder warum nicht',
  outcome: {
    create: 'Neu',
    change: 'Ändert',
    same: 'Bleibt',
    refused: 'Abgelehnt',
  },
  field: {
    state: 'Zustand',
    held: 'durchgeführt',
    rta: 'Wiederanlaufzeit (RTA)',
    rpa: 'verlorene Daten (RPA)',
  },
  unset: 'nicht gesetzt',
  change: '{{field}}: {{before}} → {{after}}',
  set: '{{field}}: {{after}}',
  kept: '{{field}}: {{after}}, wie jetzt; von da an im Portal gesetzt',
  error: '{{column}}: {{message}}',
  note: {
    'second-person':
      'Sie verlangt weniger als das Geltende, daher muss eine zweite Person zustimmen.',
    'stays-draft': 'Es ist ein Entwurf.',
    'stays-draft-lacks':
      'Es bleibt ein Entwurf; dem Dokument fehlt: {{detail}}.',
    'awaits-review': 'Jemand anderes muss es ansehen.',
    'older-than-known':
      'Sie tritt an die Stelle einer späteren vom {{detail}}.',
    'outcome-lowered':
      'Festgehalten wird „{{detail}}“: Zeiten und Ziele erlauben kein besseres Ergebnis.',
  },
  page: 'Zeilen {{from}}–{{to}} von {{total}}',
  previous: 'Frühere Zeilen',
  next: 'Spätere Zeilen',
  importAll: 'Alle importieren',
  nothingToDo: 'Es gibt nichts zu ändern.',
  refusedFirst_one:
    'Berichtigen Sie die abgelehnte Zeile in der Datei, oder nehmen Sie sie heraus; sehen Sie dann noch einmal nach.',
  refusedFirst_other:
    'Berichtigen Sie die abgelehnten Zeilen in der Datei, oder nehmen Sie sie heraus; sehen Sie dann noch einmal nach.',
  confirmTitle: 'Alle Zeilen importieren?',
  confirmText_one:
    '{{shown}} Zeile wird geschrieben, gekennzeichnet als importiert aus {{file}}.',
  confirmText_other:
    '{{shown}} Zeilen werden zusammen geschrieben, gekennzeichnet als importiert aus {{file}}.',
  cancel: 'Abbrechen',
  importing: 'Wird importiert…',
  failed: 'Nichts wurde importiert: {{message}}',
  stale:
    'Nichts wurde importiert: seit Sie nachgesehen haben, hat sich etwas geändert. Unten steht, was jetzt aus den Zeilen würde.',
  done_one: '{{shown}} Zeile importiert.',
  done_other: '{{shown}} Zeilen importiert.',
  again: 'Weitere Datei importieren',
};

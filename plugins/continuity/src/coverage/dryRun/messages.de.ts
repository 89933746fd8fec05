import type { Translated } from '../../translation/Translated';
import type { dryRunMessages } from './messages';

export const dryRunMessagesDe: Translated<typeof dryRunMessages> = {
  button: 'Änderung ausprobieren',
  title: 'Eine geänderte Richtlinie ausprobieren',
  intro:
    'Fügen Sie einen geänderten Abschnitt {{key}} ein oder laden Sie ihn hoch und sehen Sie, wessen Status sich ändern würde, bevor es jemanden trifft. Ausprobieren ändert nichts: keinen Status und keinen Verlauf.',
  defaults:
    'Was der Text weglässt, hat seinen eingebauten Wert, wie beim Start des Portals.',
  back: 'Zurück zur Richtlinie',
  text: 'Richtlinie als YAML oder JSON',
  upload: 'Datei hochladen',
  reset: 'Mit der geltenden Richtlinie beginnen',
  submit: 'Ausprobieren',
  submitting: 'Wird gelesen…',
  tooLarge: 'Diese Datei ist zu groß für eine Richtlinie.',
  unreadable: 'Die Datei konnte nicht gelesen werden: {{message}}',
  startFailed: 'Es konnte nicht ausprobiert werden: {{message}}',
  problems_one: 'Damit würde das Portal nicht starten: {{count}} Fehler',
  problems_other: 'Damit würde das Portal nicht starten: {{count}} Fehler',
  noAccess: {
    title: 'Sie dürfen keine Richtlinie ausprobieren',
    text: 'Es sagt etwas über alles aus, daher braucht es die Berechtigung {{permission}}. Fragen Sie, wer dieses Portal betreibt.',
  },
  loadFailed: 'Der letzte Versuch konnte nicht geladen werden',
  queued: 'Es wartet, bis es an der Reihe ist, meist einige Sekunden.',
  running: 'Wird ausgerechnet',
  progress:
    '{{done}} von {{total}} Einträgen nach beiden Richtlinien beurteilt',
  failed: 'Es konnte nicht ausgerechnet werden',
  tryAgain: 'Noch einmal versuchen',
  none: 'Noch nichts ausprobiert',
  noneText:
    'Hier steht, was eine Richtlinie ändert: wessen Status sich ändert, was dann fehlt, und wo.',
  result: {
    title: 'Was sich ändern würde',
    same: 'Das ist die geltende Richtlinie: nichts ändert sich.',
    nobody: 'Keiner von {{services}} Diensten ändert den Status.',
    sentence_one:
      '{{changed}} von {{services}} Diensten ändert den Status: {{how}}',
    sentence_other:
      '{{changed}} von {{services}} Diensten ändern den Status: {{how}}',
    worse: '{{shown}} schlechter',
    better: '{{shown}} besser',
    enters_one: '{{shown}} kommt in den Geltungsbereich',
    enters_other: '{{shown}} kommen in den Geltungsbereich',
    leaves_one: '{{shown}} verlässt ihn',
    leaves_other: '{{shown}} verlassen ihn',
    leavesScope_one: '{{shown}} verlässt den Geltungsbereich',
    leavesScope_other: '{{shown}} verlassen den Geltungsbereich',
    other: '{{shown}} anders',
    exposed_one: '{{shown}} wird ungeschützt',
    exposed_other: '{{shown}} werden ungeschützt',
    gaps_one:
      '{{shown}} weiterer behält seinen Status, mit anderen Lücken oder in einer anderen Stufe.',
    gaps_other:
      '{{shown}} weitere behalten ihren Status, mit anderen Lücken oder in einer anderen Stufe.',
    late: 'Überfällige Dienste: jetzt {{now}}, dann {{then}}.',
    examined:
      '{{entities}} Einträge {{made}} untersucht, mit dem Katalog, wie er {{read}} gelesen wurde.',
    examinedNever: '{{entities}} Einträge {{made}} untersucht.',
    sections:
      'Von der geltenden Richtlinie unterscheidet sie sich in {{sections}}.',
    notExamined: 'Nicht alles konnte untersucht werden',
    unread_one:
      '{{shown}} Eintrag: {{fields}} konnte nicht aus dem Katalog gelesen werden und zählt als fehlend. Was dort steht, ist nicht in diesem Ergebnis.',
    unread_other:
      '{{shown}} Einträge: {{fields}} konnte nicht aus dem Katalog gelesen werden und zählt als fehlend. Was dort steht, ist nicht in diesem Ergebnis.',
    unassessed_one:
      '{{shown}} Eintrag konnte nicht beurteilt werden und ist nicht dabei.',
    unassessed_other:
      '{{shown}} Einträge konnten nicht beurteilt werden und sind nicht dabei.',
    moment:
      'So stünde es gleich nach der Änderung; was später fällig wird, kommt später.',
  },
  matrix: {
    title: 'Status jetzt und dann',
    hint: 'Zeilen: der Status jetzt. Spalten: der Status nach dieser Richtlinie. Was bleibt, steht in der Diagonale.',
    now: 'Jetzt',
    then: 'Dann',
    tier: 'Stufe',
    allTiers: 'Alle Stufen',
    noTier: 'Ohne Stufe',
    cell_one: '{{shown}} Dienst: jetzt {{from}}, dann {{to}}',
    cell_other: '{{shown}} Dienste: jetzt {{from}}, dann {{to}}',
    total: 'Alle',
  },
  tiers: {
    title: 'Stufen',
    tier: 'Stufe',
    now: 'Dienste jetzt',
    then: 'Dienste dann',
    appears: 'neu',
    disappears: 'fällt weg',
    move_one: '{{from}} → {{to}}: {{shown}} Dienst',
    move_other: '{{from}} → {{to}}: {{shown}} Dienste',
    none: 'ohne Stufe',
  },
  gaps: {
    title: 'Lücken',
    hint: 'In wie vielen Diensten jede kritische Lücke oder Warnung gefunden wird.',
    gap: 'Lücke',
    now: 'Jetzt',
    then: 'Dann',
    late: 'Dann überfällig',
    none: 'Keine Lücke wird häufiger oder seltener.',
    more: 'Alle zeigen',
  },
  list: {
    title: 'Dienste',
    show: 'Zeigen',
    all: 'Alle Änderungen ({{shown}})',
    change: {
      worse: 'Schlechter ({{shown}})',
      enters: 'Kommen in den Geltungsbereich ({{shown}})',
      other: 'Anders ({{shown}})',
      gaps: 'Andere Lücken ({{shown}})',
      better: 'Besser ({{shown}})',
      leaves: 'Verlassen den Geltungsbereich ({{shown}})',
    },
    service: 'Dienst',
    now: 'Jetzt',
    then: 'Dann',
    gained: 'Lücken, die kommen',
    lost: 'Lücken, die gehen',
    due: 'fällig {{date}}',
    late: 'überfällig',
    to: 'nach',
    empty: 'Davon ändert sich nichts.',
    hidden_one: '{{shown}} weiterer, den Sie nicht sehen dürfen.',
    hidden_other: '{{shown}} weitere, die Sie nicht sehen dürfen.',
    failed: 'Die Liste konnte nicht geladen werden',
    retry: 'Noch einmal versuchen',
  },
};

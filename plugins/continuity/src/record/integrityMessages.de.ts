import type { Translated } from '../translation/Translated';
import type { integrityMessages } from './integrityMessages';

export const integrityMessagesDe: Translated<typeof integrityMessages> = {
  title: 'Aufzeichnungen',
  intro:
    'Was jemand entschieden hat, ist verkettet: Wird eine Aufzeichnung in der Datenbank geändert, entfernt oder verschoben, fällt es auf.',
  none: 'Noch ist nichts versiegelt. Das geschieht von selbst, jede Minute.',
  sealed_one: '{{shown}} Aufzeichnung versiegelt, zuletzt {{at}}',
  sealed_other: '{{shown}} Aufzeichnungen versiegelt, zuletzt {{at}}',
  unsealed_one: '{{shown}} noch nicht versiegelt',
  unsealed_other: '{{shown}} noch nicht versiegelt',
  allSealed: 'alles ist versiegelt',
  lastCheck: 'Als Ganzes geprüft {{at}}: {{result}}',
  held: 'die Kette hält',
  broke: 'die Kette ist gebrochen',
  head: 'Hash des letzten Siegels',
  headHint:
    'Position und Hash außerhalb der Datenbank festhalten: Damit lässt sich später prüfen, dass nichts davor neu gemacht wurde.',
  verify: 'Jetzt prüfen',
  verifying: 'Wird geprüft…',
  progress: 'bisher {{shown}} geprüft',
  holds_one:
    'Die Kette hält: {{shown}} Aufzeichnung ist, wie sie geschrieben wurde.',
  holds_other:
    'Die Kette hält: Alle {{shown}} Aufzeichnungen sind, wie sie geschrieben wurden.',
  nothing: 'Es ist noch nichts versiegelt, das sich prüfen ließe.',
  broken: 'Die Historie wurde an der Software vorbei geändert',
  brokenAt: 'Zuerst an Position {{position}}: {{what}}',
  about: 'Es ist eine Aufzeichnung zu {{about}} vom {{at}}.',
  breaks_one: '{{shown}} Glied der Kette ist gebrochen.',
  breaks_other: '{{shown}} Glieder der Kette sind gebrochen.',
  whatToDo:
    'Die Datenbank mit einer früheren Sicherung vergleichen und klären, wer Zugriff auf sie hatte.',
  failed: 'Die Prüfung ist gescheitert: {{message}}',
  loadFailed:
    'Wie weit die Aufzeichnungen versiegelt sind, ließ sich nicht lesen: {{message}}',
  retry: 'Noch einmal versuchen',
  what: {
    'record-changed': 'Der Text der Aufzeichnung wurde geändert.',
    'record-missing': 'Die Aufzeichnung wurde entfernt.',
    'record-misfiled':
      'Die Aufzeichnung steht unter etwas, wovon sie nicht handelt.',
    'record-moved': 'Die Aufzeichnung wurde im Protokoll verschoben.',
    'seal-changed': 'Ihr Siegel wurde geändert.',
    'seal-missing': 'Ihr Siegel wurde entfernt.',
    'out-of-order': 'Sie folgt nicht auf die davor.',
  },
};

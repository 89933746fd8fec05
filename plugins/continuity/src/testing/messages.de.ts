import type { Translated } from '../translation/Translated';
import { cardMessagesDe } from './card/messages.de';
import { dueMessagesDe } from './due/messages.de';
import { feedMessagesDe } from './feed/messages.de';
import { formMessagesDe } from './form/messages.de';
import { filterMessagesDe, scheduleMessagesDe } from './schedule/messages.de';
import type { testingMessages } from './messages';

export const testingMessagesDe: Translated<typeof testingMessages> = {
  title: 'Tests',
  card: cardMessagesDe,
  due: dueMessagesDe,
  feed: feedMessagesDe,
  filter: filterMessagesDe,
  form: formMessagesDe,
  schedule: scheduleMessagesDe,
  retry: 'Erneut versuchen',
  loading: 'Wird geladen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  failed: 'Das hat nicht geklappt: {{message}}',
  noAccess: {
    title: 'Sie dürfen Kontinuitätsdaten nicht lesen',
    text: 'Dafür braucht es die Berechtigung {{permission}}. Fragen Sie, wer dieses Portal betreibt.',
  },
  state: {
    planned: 'Geplant',
    'in-progress': 'Läuft',
    completed: 'Abgeschlossen',
    cancelled: 'Abgesagt',
    missed: 'Versäumt',
  },
  outcome: {
    passed: 'Bestanden',
    'passed-with-deficiencies': 'Mit Mängeln bestanden',
    inconclusive: 'Ohne Aussage',
    failed: 'Nicht bestanden',
  },
  environment: {
    production: 'Produktion',
    'production-like': 'Produktionsähnlich',
    other: 'Andere Umgebung',
  },
  origin: {
    test: 'Test',
    invocation: 'Im Ernstfall aktiviert',
    machine: 'Von einer Maschine gemeldet',
    supplier: 'Vom Lieferanten bescheinigt',
  },
  waiting: {
    hold: 'Von Ihnen durchzuführen',
    record: 'Von Ihnen zu erfassen',
    review: 'Von Ihnen zu prüfen',
  },
  requirementState: {
    failed: 'Nicht bestanden',
    'retest-needed': 'Neuer Test nötig',
    'never-tested': 'Nie getestet',
    overdue: 'Überfällig',
    'too-shallow': 'Nicht tief genug',
    inconclusive: 'Ohne Aussage',
    'due-soon': 'Bald fällig',
    proven: 'Nachgewiesen',
    'not-required': 'Nicht verlangt',
  },
  depthMeaning: {
    review: 'Jemand liest den Plan und prüft, ob er stimmt.',
    walkthrough: 'Die Handelnden gehen den Plan Schritt für Schritt durch.',
    tabletop: 'Ein Szenario wird am Tisch besprochen; nichts wird angefasst.',
    simulation:
      'Die Wiederherstellung wird durchgespielt, ohne die Produktion anzufassen.',
    parallel: 'Eine zweite Kopie wird neben der laufenden hochgefahren.',
    failover:
      'Der Dienst wird wirklich umgezogen oder abgeschaltet und wiederhergestellt.',
    restore: 'Daten werden aus einer Sicherungskopie zurückgeholt und geprüft.',
  },
};

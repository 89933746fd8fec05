import type { Translated } from '../../translation/Translated';
import type { pageMessages } from './messages';

/** The words of the page of one change in German. */
export const pageMessagesDe: Translated<typeof pageMessages> = {
  page: {
    back: 'Alle Änderungen',
    loadFailed: 'Die Änderung konnte nicht geladen werden',
    unknown: {
      title: 'Diese Änderung gibt es nicht',
      text: 'Vielleicht gab es sie nie, oder Sie dürfen nichts von dem sehen, was sie berührt.',
    },
    fact: {
      type: 'Art',
      window: 'Geplant für',
      requestedBy: 'Verlangt von',
      recorded: 'Erfasst',
      implemented: 'Umgesetzt',
      source: 'Aus',
      review: 'Nachprüfung',
      callback: 'Ergebnis zurückgesendet',
      question: 'Geprüft mit',
    },
    source: { portal: 'diesem Portal', ci: 'der CI' },
    major: 'groß',
    model: 'folgt dem Muster {{model}}',
    open: 'Im Änderungswerkzeug öffnen',
    ownChange:
      'Sie haben diese Änderung selbst verlangt: Eine andere Person muss sie genehmigen.',
    ownReview:
      'Sie haben diese Änderung selbst verlangt: Eine andere Person muss sie nachprüfen.',
    blocked:
      'Die Prüfung sperrt diese Änderung. Klären Sie, was sie gefunden hat, und lassen Sie sie vor der Genehmigung erneut prüfen.',
    question: {
      entities_one: 'einem Eintrag',
      entities_other: '{{count}} Einträgen',
      files_one: 'einer Datei',
      files_other: '{{count}} Dateien',
      documents_one: 'einem vorgeschlagenen Dokument',
      documents_other: '{{count}} vorgeschlagenen Dokumenten',
    },
    again: {
      'not-kept':
        'Sie wurde mit Dateien oder Dokumenten geprüft, bevor diese aufgehoben wurden, und kann darum von hier aus nicht erneut geprüft werden. Prüfen Sie diese in ihrem jetzigen Stand und halten Sie das unter derselben Nummer fest, oder lassen Sie es die CI tun.',
      'too-large':
        'Sie wurde mit mehr Dateien oder Dokumenten geprüft, als aufgehoben werden, und kann darum von hier aus nicht erneut geprüft werden. Prüfen Sie diese in ihrem jetzigen Stand und halten Sie das unter derselben Nummer fest, oder lassen Sie es die CI tun.',
      hidden:
        'Sie berührt etwas, das Sie nicht sehen dürfen. Jemand, der das darf, muss sie erneut prüfen.',
    },
    withdrawn:
      'Diese Änderung wurde zurückgezogen. Sie hat an keinem Plan eine Spur hinterlassen.',
    reviewLate:
      'Die Nachprüfung dieser Notfalländerung ist überfällig: Sie war am {{day}} fällig.',
    reviewOwed: 'Diese Notfalländerung muss bis {{day}} nachgeprüft werden.',
    requestsTitle: 'Von Plänen verlangt',
    requestsNone: 'Diese Änderung verlangt von keinem Plan etwas.',
    requestsBefore:
      'Wird sie genehmigt, bekommt jeder Plan, der angesehen werden muss, einen Antrag.',
    assessments: 'Prüfungen',
    assessment: 'Nummer {{number}}: {{verdict}}',
    assessmentBy: 'von {{who}}',
    caused_one: 'ein Befund verursacht',
    caused_other: '{{count}} Befunde verursacht',
    causedNothing: 'nichts verursacht',
    latest: 'Letzte Prüfung',
  },
  callback: {
    waiting: 'wartet auf das Senden',
    sent: 'gesendet',
    failed: 'fehlgeschlagen',
    attempts_one: 'nach einem Versuch',
    attempts_other: 'nach {{count}} Versuchen',
    lastError: 'Letzter Fehler: {{message}}',
  },
  historyAction: {
    recorded: 'hat sie erfasst',
    assessed: 'hat sie erneut geprüft',
    updated: 'hat sie bearbeitet',
    approved: 'hat sie genehmigt',
    implemented: 'hat gesagt, dass sie umgesetzt ist',
    withdrawn: 'hat sie zurückgezogen',
    reviewed: 'hat sie nachgeprüft',
    other: 'hat dies getan: {{action}}',
  },
  action: {
    approve: 'Genehmigen',
    implement: 'Umgesetzt',
    withdraw: 'Zurückziehen',
    review: 'Nachprüfen',
    assess: 'Erneut prüfen',
    update: 'Bearbeiten',
    history: 'Verlauf',
    failed: 'Das ging nicht: {{message}}',
  },
  dialog: {
    approve: {
      title: 'Diese Änderung genehmigen?',
      text: 'Jeder Plan, der angesehen werden muss, bekommt einen Änderungsantrag. Die Pläne bleiben, wie sie sind, bis die Änderung umgesetzt ist.',
    },
    implement: {
      title: 'Wurde diese Änderung umgesetzt?',
      text: 'Von da an sind die Pläne, von denen sie etwas verlangt, veraltet, bis eine Fassung genehmigt ist, die sie nennt.',
      at: 'Wann es getan wurde',
    },
    withdraw: {
      title: 'Diese Änderung zurückziehen?',
      text: 'Ihre offenen Anträge an Pläne gehen mit ihr, und kein Plan wird ihretwegen veraltet.',
    },
    review: {
      title: 'Diese Notfalländerung nachprüfen',
      text: 'Sagen Sie, was sich beim Nachprüfen ergab. Es bleibt bei der Änderung.',
      outcome: 'Was sich ergab',
      outcomeMissing: 'Sagen Sie, was sich ergab.',
      major: 'Es war eine große Änderung: Tests müssen neu gehalten werden',
    },
    update: {
      title: 'Diese Änderung bearbeiten',
      conflict:
        'Konnte nicht speichern: Jemand hat das inzwischen geändert. Schließen Sie dies, sehen Sie an, was jetzt da ist, und bearbeiten Sie es noch einmal.',
    },
    note: 'Notiz',
    submit: {
      approve: 'Genehmigen',
      implement: 'Sie ist umgesetzt',
      withdraw: 'Zurückziehen',
      review: 'Nachprüfung festhalten',
      update: 'Speichern',
    },
  },
};

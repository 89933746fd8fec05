import type { Translated } from '../../translation/Translated';
import type { planEditorMessages } from './planEditorMessages';

export const planEditorMessagesDe: Translated<typeof planEditorMessages> = {
  editor: {
    title: '{{title}}, Fassung {{version}}',
    done: 'Bearbeiten beenden',
    alsoHere: '{{who}} hat diesen Entwurf ebenfalls geöffnet. Zuletzt gesehen',
    stuck:
      'Ihre letzten Worte sind nicht gespeichert. Sie bleiben in diesem Browser und werden angeboten, wenn Sie wiederkommen.',
    leaveAnyway: 'Verlassen',
    copy: 'In diesem Browser liegt Text, der nie gespeichert wurde, von',
    takeCopy: 'Übernehmen',
    dropCopy: 'Verwerfen',
    changeHint:
      'Eine RFC-Nummer oder ein Link, wenn eine Änderung diese Fassung verlangt.',
    notApplicable: 'Nicht zutreffend',
    notApplicableWhy: 'Warum es nicht zutrifft',
    notApplicableNeeded: 'Sagen Sie, warum; dann zählt es.',
    invokersFirst:
      'Tragen Sie zuerst Rollen und Kontakte ein, dann wählen Sie daraus.',
    preview: 'Vorschau',
    previewOf: 'Vorschau: {{label}}',
    writeOn: 'Weiterschreiben',
    writeOf: 'Weiterschreiben: {{label}}',
  },
  saving: {
    unchanged: 'Speichert sich selbst, während Sie schreiben',
    unsaved: 'Noch nicht gespeichert…',
    saving: 'Wird gespeichert…',
    saved: 'Gespeichert {{time}}',
    failed: 'Nicht gespeichert: {{message}}',
    conflict: 'Nicht gespeichert: jemand hat das inzwischen geändert.',
  },
  conflict: {
    title: 'Nicht gespeichert: {{who}} hat diesen Entwurf geändert',
    takenOver: 'Dort geändert und übernommen: {{parts}}.',
    clashes: 'Von Ihnen beiden geändert:',
    mine: 'Ihres',
    theirs: '{{who}}',
    keepMine: 'Meines behalten',
    takeTheirs: 'Von {{who}} übernehmen',
    goOn: 'Damit weiterarbeiten und speichern',
    closed:
      'Nicht gespeichert: {{who}} hat diesen Entwurf inzwischen eingereicht, genehmigt oder verworfen. Ihr Text ist noch hier.',
    saveMine: 'Meinen Text als Datei sichern',
  },
  complete: 'Es fehlt nichts. Der Plan kann eingereicht werden.',
  incomplete_one: 'Vor dem Einreichen: {{count}} Punkt',
  incomplete_other: 'Vor dem Einreichen: {{count}} Punkte',
  missing: {
    changeReference:
      'nennen Sie die Änderung, die diese Version verlangt: eine RFC-Nummer, ein Link oder wenige Worte wie „jährliche Prüfung“.',
    purpose: 'Sagen Sie, wozu der Plan dient.',
    scope: 'Nennen Sie, was der Plan zurückbringt.',
    strategy:
      'Wählen Sie, wie der Dienst aufrechterhalten oder zurückgebracht wird.',
    invocationCriteria: 'Sagen Sie, wann der Plan ausgelöst wird.',
    invokers: 'Wählen Sie, wer ihn auslösen darf.',
    contacts: 'Nennen Sie, wer was tut.',
    minimumService: 'Sagen Sie, was laufen muss, und wie gut.',
    recoveryRequirements:
      'Sagen Sie, was vorhanden sein muss, bevor der Dienst zurückkommen kann.',
    steps: 'Schreiben Sie der Reihe nach auf, was getan wird.',
    lossOfService:
      'Sagen Sie, was Nutzer und Beschäftigte in der Zwischenzeit tun.',
    returnToNormal: 'Sagen Sie, wie der Notfall endet und wer das entscheidet.',
    basis:
      'Nennen Sie die Business-Impact-Analyse oder die Risikobewertung mit ihrem Tag.',
    orNotApplicable:
      'Oder kennzeichnen Sie es als nicht zutreffend und sagen Sie, warum.',
  },
  wrong: {
    stepIds: 'Mehrere Schritte haben dieselbe Kennung: {{name}}.',
    cycle: 'Diese Schritte warten aufeinander: {{name}}.',
    unknownStep:
      'Der Schritt {{name}} wartet auf einen Schritt, den es nicht gibt.',
    unknownWho:
      'Den Schritt {{name}} macht jemand, der nicht unter den Kontakten ist.',
    untitled: 'Der Schritt {{name}} braucht einen Titel.',
    nobody: 'Niemand ist genannt, der den Schritt {{name}} macht.',
    contactIds: 'Mehrere Kontakte haben dieselbe Kennung: {{name}}.',
    selfAlternate: '{{name}} kann sich nicht selbst vertreten.',
    unknownAlternate:
      '{{name}} vertritt jemanden, der nicht unter den Kontakten ist.',
    unknownInvoker:
      '{{name}} darf den Plan auslösen und ist nicht unter den Kontakten.',
    scopeTwice: '{{name}} steht zweimal im Geltungsbereich.',
  },
};

import type { Translated } from '../translation/Translated';
import type { refusalMessages } from './refusalMessages';

export const refusalMessagesDe: Translated<typeof refusalMessages> = {
  refusal: {
    'own-version':
      'Sie haben diese Fassung selbst bearbeitet. Eine andere Person muss sie genehmigen.',
    'deputy-of-writer':
      'Die Person, die Sie vertreten, hat diese Fassung bearbeitet. Genehmigen Sie sie für sich selbst oder für jemanden, der sie nicht geschrieben hat.',
    'own-confirmation':
      'Wer die geltende Fassung geschrieben hat, kann sie nicht bestätigen. Eine andere Person muss sagen, dass sie noch stimmt.',
    'confirmed-twice':
      'Diese Art von Änderung wurde schon zweimal nacheinander bestätigt. Schreiben Sie die nächste Fassung des Plans.',
    'reason-gone':
      'Das ist kein Grund mehr, aus dem der Plan veraltet ist. Laden Sie die Seite neu.',
    'in-review':
      'Diese Fassung wird geprüft und lässt sich nicht ändern. Lassen Sie sie zuerst mit einer Begründung zurückgeben.',
    approved:
      'Diese Fassung ist genehmigt und bleibt für immer, wie sie ist. Eine Änderung macht die nächste Fassung.',
    archived: 'Dieser Plan ist archiviert und lässt sich nicht mehr ändern.',
    'nothing-open':
      'Von diesem Plan ist keine Fassung offen. Laden Sie die Seite neu.',
    'not-in-force':
      'Von diesem Plan gilt keine Fassung. Laden Sie die Seite neu.',
    'changed-meanwhile':
      'Dieser Plan wurde geändert, nachdem Sie ihn geöffnet haben. Laden Sie die Seite neu und lesen Sie, was neu ist.',
    'only-draft':
      'Dieser Plan hat keine andere Fassung. Archivieren Sie den Plan, statt seinen einzigen Entwurf zu verwerfen.',
    'not-named':
      'Der Plan nennt weder Sie noch eine Ihrer Gruppen; niemand wartet darauf, dass Sie ihn lesen.',
    'hidden-entities':
      'Dieser Plan nennt Entitäten, die Sie im Katalog nicht sehen dürfen. Nur wer alles davon sieht, kann ihn schreiben oder genehmigen.',
    'not-allowed':
      'Das dürfen Sie mit diesem Plan nicht. Meist dürfen es seine verantwortliche Person und die Eigentümer dessen, wofür er gilt.',
    'not-found': 'Diesen Plan gibt es nicht, oder Sie dürfen ihn nicht sehen.',
    'own-change':
      'Wer eine Änderung verlangt hat, genehmigt sie nicht. Fragen Sie jemand anderen.',
    'own-change-review':
      'Wer eine Änderung verlangt hat, prüft sie nicht nach. Fragen Sie jemand anderen.',
    'change-blocked':
      'Die Prüfung sperrt diese Änderung. Klären Sie, was sie gefunden hat, und prüfen Sie sie vor der Genehmigung erneut.',
    'request-closed': 'Dieser Planänderungsantrag ist schon geschlossen.',
    'own-analysis':
      'Sie haben diese Analyse selbst erfasst. Sie lockert eine Pflicht; darum muss eine andere Person darüber entscheiden.',
    'analysis-decided':
      'Diese Analyse wartet auf keine Entscheidung mehr. Laden Sie die Seite neu, um zu sehen, was gilt.',
  },
};

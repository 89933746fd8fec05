import type { Translated } from '../translation/Translated';
import type { catalogMessages } from './messages';

export const catalogMessagesDe: Translated<typeof catalogMessages> = {
  hidden: 'ein verborgener Eintrag',
  lastKnown: {
    title: 'Dies ist der Stand von {{when}}',
    text: 'Der Katalog lässt sich zurzeit nicht vollständig lesen; gezeigt wird der letzte bekannte Stand.',
    textProblem:
      'Der Katalog lässt sich zurzeit nicht vollständig lesen; gezeigt wird der letzte bekannte Stand. {{problem}}',
  },
  carryOver: {
    title: 'Gehören die Aufzeichnungen von {{from}} hierher?',
    sameSourceLocation:
      'Der Eintrag stammt aus derselben Datei wie {{from}}, das {{when}} aus dem Katalog verschwand: vermutlich ein neuer Name.',
    returnedLate:
      '{{from}} war lange nicht im Katalog und ist {{when}} zurückgekehrt.',
    returnedElsewhere:
      '{{from}} ist {{when}} zurückgekehrt, aus einer anderen Datei als zuvor.',
    other: 'Bemerkt {{when}}.',
    accept: 'Übernehmen',
    decline: 'Nicht übernehmen',
    acceptTitle: 'Aufzeichnungen übernehmen?',
    acceptText:
      'Profil, Vereinbarungen und Verlauf von {{from}} gehören dann zu diesem Eintrag.',
    declineTitle: 'Aufzeichnungen zurücklassen?',
    declineText:
      'Dieser Eintrag beginnt ohne sie. Sie bleiben im Archiv, solange die Richtlinie es vorsieht.',
    waits: 'Darüber entscheidet, wer für Kontinuität zuständig ist.',
  },
  decision: {
    reason: 'Grund',
    reasonOptional: 'Grund (freiwillig)',
    reasonNeeded: 'Bitte einen Grund angeben: er steht im Verlauf.',
    cancel: 'Abbrechen',
    failed: 'Nicht gespeichert: {{message}}',
  },
};

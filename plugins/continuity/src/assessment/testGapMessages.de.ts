import type { Translated } from '../translation/Translated';
import type { testGapMessages } from './testGapMessages';

const plan = 'Einen Test planen ({{depth}}).';

export const testGapMessagesDe: Translated<typeof testGapMessages> = {
  'test-never': {
    message:
      '{{tier}} verlangt {{every}} einen Test ({{depth}}); es ist keiner verzeichnet.',
    action: plan,
  },
  'test-never-counted': {
    message:
      '{{tier}} verlangt {{every}} einen Test ({{depth}}); es ist keiner verzeichnet, der zählt. „{{test}}“ vom {{heldOn}} ist gescheitert oder betraf nur einen Teil oder eine Umgebung, die nicht zählt.',
    action: plan,
  },
  'test-long-overdue': {
    message:
      '{{tier}} verlangt {{every}} einen Test ({{depth}}); lange nach der Fälligkeit am {{dueOn}} hat keiner stattgefunden, der zählt. Der letzte verzeichnete ist „{{test}}“ vom {{heldOn}}.',
    action: plan,
  },
  'test-long-never': {
    message:
      '{{tier}} verlangt {{every}} einen Test ({{depth}}); lange nachdem der erste fällig war, ist keiner verzeichnet.',
    action: plan,
  },
  'test-overdue': {
    message:
      '{{tier}} verlangt {{every}} einen Test ({{depth}}). Der letzte, der zählt, ist „{{test}}“ vom {{heldOn}}; der nächste war am {{dueOn}} fällig.',
    action: plan,
  },
  'test-too-shallow': {
    message:
      '{{tier}} verlangt {{every}} einen Test ({{depth}}); es sind nur weniger tiefe verzeichnet, zuletzt vom {{heldOn}} ({{testedDepth}}).',
    action: plan,
  },
  'test-inconclusive': {
    message:
      '{{tier}} verlangt {{every}} einen Test ({{depth}}); „{{test}}“ vom {{heldOn}} blieb ohne Aussage: Er zeigt weder, dass es wiederhergestellt werden kann, noch das Gegenteil.',
    action:
      'Den Test ({{depth}}) so wiederholen, dass alle Zeiten bekannt und die Ziele gesetzt sind.',
  },
  'test-failed': {
    message:
      'Der Test „{{test}}“ ({{depth}}) vom {{heldOn}} wurde nicht bestanden{{missed}}. Seither wurde keiner bestanden.',
    action: 'Beheben, woran es lag, und einen Test ({{depth}}) bestehen.',
  },
  'extra-test-failed': {
    message:
      '„{{test}}“ vom {{heldOn}}, ein nicht verlangter Test ({{depth}}), wurde nicht bestanden{{missed}}. Seither wurde keiner bestanden.',
    action:
      'Beheben, woran es lag, und einen Test ({{depth}}) oder einen tieferen bestehen, nicht weniger wirklichkeitsnah als der gescheiterte.',
  },
  'retest-needed': {
    message:
      'Der Test „{{test}}“ ({{depth}}) vom {{heldOn}} wurde bestanden, zeigt aber nichts mehr: {{reason}}.',
    action: 'Den Test ({{depth}}) wiederholen.',
  },
  'result-unreviewed': {
    message:
      'Niemand hat „{{test}}“ vom {{heldOn}} bis {{dueOn}} geprüft: Bis dahin galt der Test als bestanden.',
    action:
      'Das Ergebnis von jemandem prüfen lassen, der den Test weder geleitet noch erfasst hat.',
  },
  'test-missed': {
    message: '„{{test}}“, geplant für {{plannedOn}}, hat nicht stattgefunden.',
    action: 'Den Test durchführen, verschieben oder absagen.',
  },
  'test-due-soon': {
    message:
      '{{tier}} verlangt {{every}} einen Test ({{depth}}). „{{test}}“ vom {{heldOn}} zählt bis {{dueOn}}.',
    action: plan,
  },
  'finding-overdue': {
    message:
      'Die Feststellung „{{finding}}“ hätte bis {{dueOn}} behoben sein sollen.',
    action:
      'Sie beheben, oder von jemandem annehmen lassen, dass nichts geschieht.',
  },
};

import type { Translated } from '../translation/Translated';
import type { exemptionMessages } from './messages';

export const exemptionMessagesDe: Translated<typeof exemptionMessages> = {
  title: 'Ausnahmen',
  number_one: '{{shown}} Ausnahme',
  number_other: '{{shown}} Ausnahmen',
  inForceNumber: '{{shown}} in Kraft',
  waitingNumber_one: 'eine wartet auf Ihre Entscheidung',
  waitingNumber_other: '{{shown}} warten auf Ihre Entscheidung',
  limits_one:
    'Nach der Richtlinie gilt eine Ausnahme höchstens {{longest}} und wird höchstens einmal verlängert.',
  limits_other:
    'Nach der Richtlinie gilt eine Ausnahme höchstens {{longest}} und wird höchstens {{count}}-mal verlängert.',
  limitsNone:
    'Nach der Richtlinie gilt eine Ausnahme höchstens {{longest}} und wird nicht verlängert.',
  what: 'Eine ausgenommene Lücke bleibt sichtbar und gekennzeichnet und verbessert keinen Anteil. Eine Ausnahme endet von selbst.',
  from: {
    all: 'allem außer der Stufe',
    test: 'allen Tests',
    oneTest: 'Test: {{depth}}',
    dependencies: 'Abhängigkeiten',
    emergencyCopy: 'Notfallkopie',
    finding: 'einer Feststellung',
    change: 'einer Änderung',
  },
  state: {
    asked: 'Beantragt',
    approved: 'Genehmigt',
    inForce: 'In Kraft',
    refused: 'Abgelehnt',
    ended: 'Beendet',
    withdrawn: 'Zurückgezogen',
  },
  period: {
    until: 'bis {{end}}',
    fromUntil: 'von {{start}} bis {{end}}',
    ended: 'zu Ende {{end}}',
    lapsed: 'vor dem Ende {{end}} hat niemand entschieden',
  },
  renewal: 'Verlängerung {{number}} von {{most}}',
  asked: 'Beantragt von {{by}}',
  approved: 'Genehmigt von {{by}}',
  refused: 'Abgelehnt von {{by}}',
  withdrawn: 'Zurückgezogen von {{by}}',
  ended: 'Vorzeitig beendet von {{by}}',
  ownDecision: 'Sie haben sie beantragt, also entscheidet eine andere Person.',
  field: {
    entity: 'Entität',
    requirement: 'Ausgenommen von',
    state: 'Zustand',
    end: 'Ende',
    reason: 'Begründung',
    history: 'Was geschehen ist',
  },
  sort: {
    label: 'Reihenfolge',
    state: 'Wartende zuerst',
    end: 'Was zuerst endet',
    latest: 'Zuletzt beantragt',
  },
  filter: {
    legend: 'Ausnahmen filtern',
    requester: 'Beantragt von',
    approver: 'Entschieden von',
    endingBefore: 'Endet bis',
    mine: 'Nur meine',
    waitingForMe: 'Wartet auf mich',
    entity: 'Entität: {{name}}',
    clear: 'Alle löschen',
  },
  action: {
    approve: 'Genehmigen',
    refuse: 'Ablehnen',
    withdraw: 'Zurückziehen',
    end: 'Jetzt beenden',
    renew: 'Verlängern',
    menu: 'Mehr zu „{{name}}“',
    ask: 'Ausnahme beantragen…',
  },
  move: {
    approve: {
      title: 'Ausnahme genehmigen?',
      text: '{{name}} ist {{period}} ausgenommen von: {{requirement}}. Die Lücke bleibt sichtbar und zählt so lange nicht. Es wird festgehalten, dass Sie entschieden haben.',
    },
    refuse: {
      title: 'Ausnahme ablehnen?',
      text: 'Die Lücke von {{name}} zählt weiter. Sagen Sie, was stattdessen zu tun ist.',
    },
    withdraw: {
      title: 'Ausnahme zurückziehen?',
      text: 'Niemand muss mehr über sie entscheiden.',
    },
    end: {
      title: 'Ausnahme jetzt beenden?',
      text: '{{name}} ist nicht mehr ausgenommen von: {{requirement}}. Was fehlt, zählt ab jetzt.',
    },
  },
  ask: {
    title: 'Ausnahme beantragen',
    renewTitle: 'Ausnahme verlängern',
    text: 'Eine andere Person entscheidet. Bis dahin ändert sich nichts, und nach dem Ende zählt die Lücke von selbst wieder.',
    requirement: 'Ausgenommen von',
    until: 'Bis zum Ende von',
    untilHint: 'spätestens {{latest}}, in der Zeitzone {{zone}}',
    untilNeeded: 'Sagen Sie, bis wann.',
    untilPast: 'Das ist vorbei.',
    untilLate: 'Die Richtlinie erlaubt spätestens {{latest}}.',
    reason:
      'Warum es vorerst nicht erfüllt werden kann und was dafür getan wird',
    reasonNeeded: 'Sagen Sie, warum.',
    submit: 'Beantragen',
    wrong: 'Etwas fehlt oder stimmt nicht; siehe die Felder.',
    renewal: 'Das wird Verlängerung {{number}} von {{most}}.',
    waits: 'Eine Ausnahme ist beantragt und wartet auf eine andere Person.',
  },
  card: {
    title: 'Ausnahmen',
    all: 'Alle Ausnahmen davon',
    list: 'Ausnahmen',
    older_one: 'Eine frühere ist vorbei',
    older_other: '{{count}} frühere sind vorbei',
  },
  empty: {
    title: 'Keine Ausnahmen',
    text: 'Wo eine Anforderung für eine Weile nicht erfüllt werden kann, lässt sich an der Lücke im Reiter der Entität eine Ausnahme beantragen. Eine andere Person entscheidet.',
    filtered: 'Keine solche Ausnahme',
    filteredText: 'Keine Ausnahme passt zu diesen Filtern.',
  },
  unknown: {
    title: 'Diese Ausnahme gibt es nicht',
    text: 'Vielleicht gehört sie zu einer Entität, die Sie nicht sehen dürfen oder die den Katalog verlassen hat.',
  },
  refusal: {
    waits:
      'Diese Ausnahme ist schon beantragt, und noch niemand hat entschieden.',
    renewals:
      'Die Richtlinie erlaubt keine weitere Verlängerung. Erfüllen Sie, was verlangt ist, oder lassen Sie die Richtlinie ändern.',
    own: 'Sie haben diese Ausnahme selbst beantragt. Eine andere Person muss über sie entscheiden.',
    decided: 'Über diese Ausnahme ist entschieden. Laden Sie die Seite neu.',
    notAllowed:
      'Das dürfen Sie nicht. Üblicherweise beantragt, wer die Entität wiederherstellt oder besitzt, und die Continuity-Manager entscheiden.',
    gone: 'Es gibt keine solche Ausnahme, die Sie sehen dürfen.',
  },
  back: 'Alle Ausnahmen',
  loadFailed: 'Die Ausnahmen konnten nicht geladen werden',
  noAccess: {
    title: 'Sie dürfen Ausnahmen nicht sehen',
    text: 'Dafür ist die Berechtigung {{permission}} nötig. Wenden Sie sich an den Continuity-Manager, wenn Sie sie brauchen.',
  },
};

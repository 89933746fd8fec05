import { dependencyGapMessagesDe } from './dependencyGapMessages.de';
import { testGapMessagesDe } from './testGapMessages.de';
import type { Translated } from '../translation/Translated';
import type { gapMessages } from './gapMessages';

export const gapMessagesDe: Translated<typeof gapMessages> = {
  'plan-missing': {
    message:
      'Kein geltender Notfallplan deckt es ab, obwohl {{tier}} einen verlangt: Niemand weiß, wie es wiederhergestellt wird.',
    action: 'Einen Notfallplan schreiben und freigeben lassen.',
  },
  'plan-in-work': {
    message:
      'Kein geltender Notfallplan deckt es ab, obwohl {{tier}} einen verlangt; einer ist in Arbeit.',
    action:
      'Den begonnenen Plan fertig schreiben und genehmigen lassen: Ein Entwurf zählt nicht.',
  },
  'plan-without-step': {
    message:
      'Der Plan „{{plan}}“ nennt es, hat aber keinen Wiederherstellungsschritt dafür, obwohl {{tier}} das verlangt: Niemand weiß, wie es wiederhergestellt wird.',
    action:
      'In der nächsten Fassung des Plans einen Schritt dafür oder für sein System ergänzen.',
  },
  'plan-review-overdue': {
    message:
      'Der Plan „{{plan}}“ hätte bis {{due}} überprüft werden müssen, wie {{tier}} es verlangt. Er gilt weiter; niemand hat seither gesagt, dass er noch stimmt.',
    action:
      'Den Plan durchsehen und bestätigen oder seine nächste Fassung schreiben.',
  },
  'plan-due-soon': {
    message: 'Der Plan „{{plan}}“ muss bis {{due}} überprüft werden.',
    action:
      'Den Plan durchsehen und bestätigen oder seine nächste Fassung schreiben.',
  },
  'plan-stale': {
    message:
      'Seit der Genehmigung des Plans „{{plan}}“ hat sich etwas geändert, worauf er beruht; seine Seite sagt, was. Vielleicht hilft er nicht mehr so, wie er geschrieben ist.',
    action:
      'Auf der Seite des Plans bestätigen, dass er noch stimmt, wo das möglich ist, oder seine nächste Fassung schreiben.',
  },
  'plan-overlap': {
    message:
      'Mehrere Pläne derselben Art gelten dafür, darunter „{{plan}}“ und „{{otherPlan}}“, und keiner ist als maßgeblich benannt.',
    action:
      'Einen als maßgeblich benennen oder es aus dem Geltungsbereich der anderen nehmen.',
  },
  'plan-source-invalid': {
    message:
      'Die Plandatei {{location}} ist nicht brauchbar: {{reason}} Die letzte gute Fassung gilt weiter.',
    action: 'Die Datei berichtigen; sie wird bald wieder gelesen.',
  },
  'source-unreadable': {
    message:
      'Die Plandatei {{location}} ist nicht lesbar: {{reason}} Die letzte gute Fassung gilt weiter.',
    action:
      'Prüfen, ob die Annotation continuity/plan stimmt und das Portal die Datei lesen darf.',
  },
  'emergency-copy-old': {
    message:
      'Die letzte Notfallkopie der Pläne ist vom {{copied}} und damit zu alt: Ist das Portal nicht erreichbar, ist der Plan nicht so lesbar, wie er jetzt ist.',
    action:
      'Aus der Liste der Pläne eine Notfallkopie machen lassen und sie dort aufbewahren, wo sie ohne das Portal lesbar ist.',
  },
  'emergency-copy-never': {
    message:
      'Von den Plänen gibt es keine Notfallkopie: Ist das Portal nicht erreichbar, ist der Plan nicht lesbar.',
    action:
      'Aus der Liste der Pläne eine Notfallkopie machen lassen und sie dort aufbewahren, wo sie ohne das Portal lesbar ist.',
  },
  'change-review-overdue': {
    message:
      'Die Notfalländerung „{{change}}“ hat es berührt und war bis {{due}} nachträglich zu prüfen: Niemand hat nachgesehen, ob der Plan noch gilt.',
    action: 'Die Änderung prüfen und festhalten, was die Prüfung ergab.',
  },
  'owner-missing': {
    message:
      'Niemand ist benannt, der für die Wiederherstellung einsteht, und auch im Katalog steht kein Eigentümer.',
    action:
      'Hier jemanden für den Wiederanlauf benennen oder in der Katalogdatei einen Eigentümer.',
  },
  'owner-unresolved': {
    message:
      '{{owner}} steht für die Wiederherstellung ein, ist aber {{state}}: Niemand würde gerufen.',
    action:
      'Eine Person oder eine Gruppe mit Mitgliedern benennen, die es gibt.',
  },
  'alternate-unresolved': {
    message:
      'Diese Vertretungen gibt es nicht oder sie haben keine Mitglieder: {{alternates}}.',
    action: 'Personen oder Gruppen als Vertretung benennen, die es gibt.',
  },
  'metadata-invalid': {
    message:
      '{{key}} sagt „{{value}}“; das lässt sich nicht als {{field}} lesen und zählt wie nicht geschrieben.',
    action: 'Den Wert berichtigen. {{accepted}}',
  },
  'metadata-conflict': {
    message:
      '{{key}} („{{value}}“) und {{otherKey}} („{{otherValue}}“) widersprechen sich bei: {{field}}. Das erste zählt.',
    action: 'Die falsche Angabe entfernen oder {{field}} ausdrücklich setzen.',
  },
  'target-missing': {
    message: '{{field}} ist nicht gesetzt: Niemand hat das Ziel genannt.',
    action: '{{field}} setzen.',
  },
  'rto-beyond-mtpd': {
    message:
      'Die RTO von {{rto}} und die Aufarbeitung sind {{beyond}} länger als die {{mtpd}}, die tolerierbar sind.',
    action: 'Die RTO oder die WRT verkürzen oder die MTPD berichtigen.',
  },
  'agreement-missing': {
    message:
      '{{tier}} verlangt, dass die Ziele mit dem Fachbereich vereinbart sind; es ist keine Vereinbarung festgehalten.',
    action:
      'Die Ziele mit dem Fachbereich vereinbaren und festhalten{{where}}.',
  },
  'agreement-overdue': {
    message:
      'Die Vereinbarung vom {{agreedOn}} hätte bis {{due}} erneuert werden müssen.',
    action:
      'Die Vereinbarung mit dem Fachbereich erneuern und festhalten{{where}}.',
  },
  'looser-than-agreed': {
    message:
      '{{field}} ist {{effective}}, lockerer als {{agreed}}, wie am {{agreedOn}} vereinbart.',
    action:
      '{{field}} wie vereinbart setzen oder eine neue Vereinbarung festhalten, die eine zweite Person bestätigt.',
  },
  'bia-missing': {
    message:
      '{{tier}} verlangt eine Business-Impact-Analyse; es ist keine festgehalten.',
    action: 'Eine Business-Impact-Analyse machen{{where}}.',
  },
  'rpo-looser-than-bia': {
    message:
      '{{field}} ist {{effective}}, lockerer als {{agreed}}, wie es die Business-Impact-Analyse vom {{agreedOn}} verlangt.',
    action:
      '{{field}} setzen, wie die Analyse es verlangt, oder eine neue vereinbaren, die eine zweite Person bestätigt.',
  },
  'bia-draft': {
    message:
      '{{tier}} verlangt eine Business-Impact-Analyse; es gibt einen Entwurf, dem noch niemand zugestimmt hat.',
    action:
      'Den Entwurf mit dem Fachbereich vereinbaren und festhalten{{where}}.',
  },
  'bia-overdue': {
    message:
      'Die Business-Impact-Analyse vom {{assessedOn}} hätte bis {{due}} erneuert werden müssen.',
    action:
      'Die Auswirkungen mit dem Fachbereich neu betrachten und festhalten{{where}}.',
  },
  'risk-missing': {
    message:
      '{{tier}} verlangt eine Risikobewertung; es ist keine festgehalten.',
    action: 'Die Risiken für die Kontinuität einschätzen{{where}}.',
  },
  'risk-draft': {
    message:
      '{{tier}} verlangt eine Risikobewertung; es gibt einen Entwurf, dem noch niemand zugestimmt hat.',
    action: 'Den Entwurf vereinbaren und festhalten{{where}}.',
  },
  'risk-overdue': {
    message:
      'Die Risikobewertung vom {{assessedOn}} hätte bis {{due}} erneuert werden müssen.',
    action: 'Die Risiken neu einschätzen und festhalten{{where}}.',
  },
  'mtpd-looser-than-bia': {
    message:
      'Anderswo steht eine MTPD von {{value}}, lockerer als die {{bia}} der Business-Impact-Analyse vom {{assessedOn}}, die zählt.',
    action:
      'Diesen Wert entfernen oder höchstens so lang setzen, wie die Analyse sagt.',
  },
  'tier-below-bia': {
    message:
      'Die Business-Impact-Analyse vom {{assessedOn}} verlangt {{recommended}}; gesetzt ist {{tier}}, und das verlangt weniger.',
    action:
      '{{recommended}} setzen oder eine neue Business-Impact-Analyse vereinbaren, die eine zweite Person bestätigt.',
  },
  'no-tier-fits-bia': {
    message:
      'Zur Business-Impact-Analyse vom {{assessedOn}} passt keine Stufe, und auch die Ziele von {{tier}} halten sie nicht ein.',
    action:
      'Eine eigene RTO und RPO setzen, die die Analyse einhalten, oder mit dem Fachbereich eine neue vereinbaren.',
  },
  ...testGapMessagesDe,
  ...dependencyGapMessagesDe,
  'due-soon': {
    message:
      'Die Vereinbarung vom {{agreedOn}} muss bis {{due}} erneuert werden.',
    action: 'Die Vereinbarung mit dem Fachbereich erneuern{{where}}.',
  },
  'bia-due-soon': {
    message:
      'Die Business-Impact-Analyse vom {{assessedOn}} muss bis {{due}} erneuert werden.',
    action:
      'Die Auswirkungen mit dem Fachbereich neu betrachten und festhalten{{where}}.',
  },
  'risk-due-soon': {
    message:
      'Die Risikobewertung vom {{assessedOn}} muss bis {{due}} erneuert werden.',
    action: 'Die Risiken neu einschätzen und festhalten{{where}}.',
  },
};

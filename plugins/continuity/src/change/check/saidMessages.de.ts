import type { Translated } from '../../translation/Translated';
import type { saidMessages } from './saidMessages';

const reviewPlan =
  'Den Plan überprüfen lassen. Ist die Änderung genehmigt, wird sein Verantwortlicher um eine Fassung gebeten, die sie nennt.';
const askBusiness =
  'Zuerst mit dem Fachbereich vereinbaren und die Vereinbarung festhalten.';
const changeSteps =
  'Die Wiederherstellungsschritte des Plans zusammen mit dieser Änderung ändern lassen.';

/** What a check finds, in German. */
export const saidMessagesDe: Translated<typeof saidMessages> = {
  headline: {
    standard:
      'Geht als Standardänderung durch; getroffene Entitäten: {{impacted}}, verursachte Befunde: {{caused}}.',
    emergency:
      'Geht als Notfall weiter; getroffene Entitäten: {{impacted}}, verursachte Befunde: {{caused}}. Eine Nachprüfung ist fällig.',
    block:
      'Muss warten; vorher zu klärende Befunde: {{blocking}}, getroffene Entitäten: {{impacted}}.',
    warn: 'Kann weitergehen, mit Warnungen: {{warning}}, getroffene Entitäten: {{impacted}}.',
    pass: 'Nichts spricht dagegen; getroffene Entitäten: {{impacted}}, Befunde zur Kenntnis: {{caused}}.',
  },
  nothing: 'nichts',
  withoutLimit: 'ohne Grenze',
  lacks: {
    tier: 'eine Stufe',
    rto: 'eine RTO',
    rpo: 'eine RPO',
    owner: 'ein erreichbarer Wiederherstellungsverantwortlicher',
    plan: 'ein Notfallplan',
    bia: 'eine Business-Impact-Analyse',
    risk: 'eine Risikobewertung',
    agreement: 'eine Vereinbarung mit dem Fachbereich',
  },
  rule: {
    'plan-review-needed': {
      title: 'Ein Plan muss überprüft werden',
      why: 'Die Änderung verändert {{aspect}} von {{entity}} ({{before}} → {{after}}), und der Plan „{{plan}}“ (Fassung {{version}}) deckt es ab: Seine Schritte bringen es vielleicht nicht mehr zurück.',
      what: reviewPlan,
    },
    'plan-review-added': {
      title: 'Ein Plan muss überprüft werden',
      why: 'Die Änderung fügt {{entity}} hinzu, und der Plan „{{plan}}“ (Fassung {{version}}) deckt es ab: Seine Schritte bringen es vielleicht nicht zurück.',
      what: reviewPlan,
    },
    'plan-review-removed': {
      title: 'Ein Plan muss überprüft werden',
      why: 'Die Änderung entfernt {{entity}}, und der Plan „{{plan}}“ (Fassung {{version}}) deckt es ab.',
      what: reviewPlan,
    },
    'plan-review-watched': {
      title: 'Ein Plan muss überprüft werden',
      why: 'Mit der Änderung wird an {{entity}} anders, worauf der Plan „{{plan}}“ (Fassung {{version}}) beruht: {{before}} → {{after}}.',
      what: reviewPlan,
    },
    'plan-review-provider': {
      title: 'Ein Plan muss überprüft werden',
      why: 'Mit der Änderung wird die API {{subject}}, die {{entity}} nutzt, von {{after}} bereitgestellt, bisher von {{before}}; darauf beruht der Plan „{{plan}}“ (Fassung {{version}}).',
      what: reviewPlan,
    },
    'plan-review-api-left': {
      title: 'Ein Plan muss überprüft werden',
      why: 'Mit der Änderung ist die API {{subject}}, die {{entity}} nutzt, nicht mehr im Katalog; darauf beruht der Plan „{{plan}}“ (Fassung {{version}}).',
      what: reviewPlan,
    },
    'plan-review-api-came': {
      title: 'Ein Plan muss überprüft werden',
      why: 'Mit der Änderung kommt die API {{subject}}, die {{entity}} nutzt, in den Katalog; darauf beruht der Plan „{{plan}}“ (Fassung {{version}}).',
      what: reviewPlan,
    },
    'plan-review-major': {
      title: 'Ein Plan muss überprüft werden',
      why: 'Die Änderung an {{entity}} ist als groß gemeldet, und der Plan „{{plan}}“ (Fassung {{version}}) deckt es ab: Seine Schritte bringen es vielleicht nicht mehr zurück.',
      what: reviewPlan,
    },
    'plan-review-unknown': {
      title: 'Ein Plan sollte angesehen werden',
      why: 'Die Änderung berührt {{entity}}, und der Plan „{{plan}}“ (Fassung {{version}}) deckt es ab; was sich darin ändert, ist nicht bekannt.',
      what: 'Ansehen, ob seine Wiederherstellungsschritte noch stimmen; wenn ja, ist nichts zu tun.',
    },
    'retest-needed': {
      title: 'Tests müssen wiederholt werden',
      why: 'Die Änderung an {{entity}} ist als groß gemeldet: Frühere Tests beweisen nichts mehr. {{tier}} verlangt: {{depths}}.',
      what: 'Die Tests für die Zeit nach der Umsetzung neu planen.',
    },
    'new-entity-without-continuity': {
      title: 'Ein neuer Dienst ohne Vorsorge',
      why: '{{entity}} ist neu und gehört zu {{tier}}. Es fehlt: {{lacks}}.',
      what: 'Ergänzen, was fehlt, bevor es in Betrieb geht: {{lacks}}.',
    },
    'new-entity-without-document': {
      title: 'Ein neuer Dienst ohne Vorsorge',
      why: 'Die Änderung fügt {{entity}} hinzu, und kein Dokument sagt, was es ist: Niemand kann sagen, was es verlangt.',
      what: 'Das catalog-info-Dokument mitschicken.',
    },
    'new-entity-without-tier': {
      title: 'Ein neuer Dienst ohne Vorsorge',
      why: '{{entity}} ist neu und hat keine Stufe: Niemand weiß, wie schnell es wieder da sein muss.',
      what: 'Ihm eine Stufe geben, bevor es in Betrieb geht.',
    },
    'removes-recovery-dependency': {
      title: 'Etwas, worauf die Wiederherstellung zählt, fällt weg',
      why: '{{entity}} braucht {{removed}}, um wiederhergestellt zu werden, und die Änderung entfernt es.',
      what: 'Sagen, was {{entity}} statt {{removed}} verwenden soll, und die catalog-info mit ändern.',
    },
    'removes-step': {
      title: 'Etwas, worauf die Wiederherstellung zählt, fällt weg',
      why: 'Die Änderung entfernt {{removed}}, und ein Wiederherstellungsschritt des Plans „{{plan}}“ nennt es.',
      what: changeSteps,
    },
    'removes-edge': {
      title: 'Etwas, worauf die Wiederherstellung zählt, fällt weg',
      why: 'Mit der Änderung braucht {{entity}} {{removed}} nicht mehr, und ein Wiederherstellungsschritt des Plans „{{plan}}“ nennt es.',
      what: changeSteps,
    },
    'introduces-target-conflict': {
      title: 'Eine Abhängigkeit ist langsamer als nötig',
      why: 'Mit der Änderung darf {{entity}} {{seconds}} brauchen, und {{neededBy}} braucht es in {{neededSeconds}}.',
      what: 'Ein strengeres RTO für {{entity}} vereinbaren, ein lockereres für {{neededBy}} oder einen Weg, ohne es auszukommen.',
    },
    'introduces-rpo-conflict': {
      title: 'Eine Abhängigkeit darf mehr Daten verlieren als nötig',
      why: 'Mit der Änderung darf {{entity}} Daten von {{seconds}} verlieren, und {{neededBy}} verträgt nur {{neededSeconds}}.',
      what: 'Ein strengeres RPO für {{entity}} vereinbaren, ein lockereres für {{neededBy}} oder einen Weg, ohne es auszukommen.',
    },
    'weakens-requirement': {
      title: 'Eine Anforderung wird schwächer',
      why: 'Die Änderung verlangt von {{entity}} weniger: {{field}} ({{before}} → {{after}}).',
      what: askBusiness,
    },
    'weakens-scope': {
      title: 'Eine Anforderung wird schwächer',
      why: 'Mit der Änderung gehört {{entity}} nicht mehr zum Umfang, und nichts wird mehr von ihm verlangt.',
      what: askBusiness,
    },
    'weakens-edge': {
      title: 'Eine Anforderung wird schwächer',
      why: 'Mit der Änderung heißt es, dass {{entity}} ohne {{needed}} auskommt (Dauer: {{afterSeconds}}).',
      what: 'Von denen, die es nutzen, bestätigen lassen, dass es einen Ausweg gibt, und ihn testen.',
    },
    'overlaps-planned-test': {
      title: 'Sie fällt in die Zeit eines Tests',
      why: 'Der Test „{{test}}“ von {{entity}} ist ab {{from}} geplant, im Fenster der Änderung: Sein Ergebnis würde nichts sagen, und beide stehen einander im Weg.',
      what: 'Die Änderung oder den Test verschieben.',
    },
    'plan-invoked': {
      title: 'Ein Plan ist gerade ausgerufen',
      why: '{{entity}} wird gerade im Ernst wiederhergestellt („{{test}}“).',
      what: 'Warten, bis die Wiederherstellung vorbei ist, oder fragen, wer sie leitet.',
    },
    'plan-missing': {
      title: 'Kein Plan',
      why: '{{entity}} ist getroffen, seine Stufe verlangt einen Notfallplan, und keiner gilt.',
      what: 'Einen Notfallplan dafür schreiben, was auch aus der Änderung wird.',
    },
    'plan-stale': {
      title: 'Ein Plan ist schon veraltet',
      why: 'Der Plan „{{plan}}“, der {{entity}} abdeckt, wurde nicht nachgeführt, seit sich etwas Wesentliches geändert hat.',
      what: 'Sich mit Vorsicht auf den Plan verlassen und ihn nachführen lassen.',
    },
    'plan-review-overdue': {
      title: 'Die Überprüfung eines Plans ist überfällig',
      why: 'Der Plan „{{plan}}“, der {{entity}} abdeckt, wurde nicht rechtzeitig überprüft.',
      what: 'Den Plan überprüfen lassen.',
    },
    'test-overdue': {
      title: 'Ein Test ist überfällig',
      why: '{{entity}} ist getroffen, und niemand hat rechtzeitig bewiesen, dass es wiederhergestellt werden kann.',
      what: 'Den Test planen, den seine Stufe verlangt.',
    },
    'test-failed': {
      title: 'Der letzte Test ist fehlgeschlagen',
      why: '{{entity}} ist getroffen, und seine Wiederherstellung ist im letzten Test fehlgeschlagen.',
      what: 'Einen Rückweg für die Änderung bereithalten, der keine Wiederherstellung braucht.',
    },
    'owner-unresolved': {
      title: 'Niemand stellt es wieder her',
      why: '{{entity}} ist getroffen, und sein Wiederherstellungsverantwortlicher ist nicht erreichbar.',
      what: 'Jemanden benennen, der es wiederherstellt, bevor die Änderung beginnt.',
    },
  },
};

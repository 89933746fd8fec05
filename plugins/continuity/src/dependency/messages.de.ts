import type { Translated } from '../translation/Translated';
import { lossMessagesDe } from './loss/lossMessages.de';
import type { dependencyMessages } from './messages';
import { overviewMessagesDe } from './lists/overviewMessages.de';

export const dependencyMessagesDe: Translated<typeof dependencyMessages> = {
  title: 'Abhängigkeiten',
  neededByNothing: 'Nichts im Katalog hängt davon ab.',
  neededByExamples: 'Gebraucht unter anderem von',
  needsNothing: 'Es hängt von nichts im Katalog ab.',
  redacted_one:
    'Ein weiterer Eintrag, den Sie nicht sehen dürfen, ist gezählt, nicht genannt.',
  redacted_other:
    '{{count}} weitere Einträge, die Sie nicht sehen dürfen, sind gezählt, nicht genannt.',
  direction: {
    label: 'Richtung',
    needs: 'Braucht {{number}}',
    neededBy: 'Gebraucht von {{number}}',
  },
  loading: 'Die Abhängigkeiten werden gelesen …',
  error: {
    title: 'Die Abhängigkeiten konnten nicht geladen werden',
    forbidden: 'Sie dürfen die Abhängigkeiten dieser Entität nicht sehen.',
    unknown: 'Der Katalog kennt diese Entität nicht mehr.',
    unavailable:
      'Der Graph der Abhängigkeiten ist noch nicht bereit. Er entsteht, sobald der Katalog zum ersten Mal gelesen ist.',
    retry: 'Noch einmal versuchen',
  },
  summary: {
    needs:
      '{{direct}} unmittelbar, {{total}} mit allem, was diese wiederum brauchen.',
    neededBy:
      '{{direct}} unmittelbar, {{total}} mit allem, was diese wiederum braucht.',
    neededFasterBy_one: 'Etwas, das davon abhängt, hat ein strengeres Ziel.',
    neededFasterBy_other:
      '{{count}}, die davon abhängen, haben ein strengeres Ziel.',
    waitsFor_one: 'Etwas, das es braucht, darf länger dauern als es selbst.',
    waitsFor_other:
      '{{count}} Dinge, die es braucht, dürfen länger dauern als es selbst.',
    unclassified_one: 'Eine ist nicht eingestuft und zählt als hart.',
    unclassified_other: '{{count}} sind nicht eingestuft und zählen als hart.',
    unresolved_one: 'Eine steht nicht im Katalog.',
    unresolved_other: '{{count}} stehen nicht im Katalog.',
    cycle_one: 'Eine steht in einem Kreis.',
    cycle_other: '{{count}} stehen in Kreisen.',
    itself: 'Es soll von sich selbst abhängen; das bleibt außer Acht.',
    idle: 'Die Katalogdatei stuft etwas ein, wovon es nicht abhängt: {{refs}}.',
    beyond_one: 'Eine weiter entfernte ist weggelassen.',
    beyond_other: '{{count}} weiter entfernte sind weggelassen.',
  },
  list: {
    conflicts: 'Ziele, die nicht passen',
    direct: 'Unmittelbar',
    further: 'Weitere',
    andFurther_one: 'und eine weitere',
    andFurther_other: 'und {{shown}} weitere',
    unfold_one: 'Eine weitere zeigen',
    unfold_other: '{{shown}} weitere zeigen',
    fewer: 'Nur unmittelbare',
    more: 'Mehr zeigen (noch {{left}})',
    loadingMore: 'Wird geladen …',
  },
  row: {
    rto: 'RTO {{time}}',
    needed: 'gebraucht in {{time}}',
    tooSlow: 'darf {{time}} brauchen, gebraucht in {{demanded}}',
    tooSlowRpo:
      'darf {{time}} an Daten verlieren, hinnehmbar sind höchstens {{demanded}}',
    faster: 'braucht es in {{demanded}}, es darf {{time}} brauchen',
    fasterRpo:
      'nimmt {{demanded}} Datenverlust hin, es darf {{time}} verlieren',
    path: 'Pfad',
    pathOf: 'Pfad zu {{name}}',
    soft: 'weich',
    softFor: 'weich für {{time}}',
    softMeaning:
      'Es geht mit einem Notbehelf auch ohne; die Wiederherstellung hält es nicht auf.',
    unclassified: 'nicht eingestuft',
    unclassifiedMeaning:
      'Niemand hat gesagt, ob es auch ohne geht; daher zählt sie als hart.',
    unresolved: 'nicht im Katalog',
    unresolvedMeaning:
      'Eine Abhängigkeit nennt es, und der Katalog hat es nicht.',
    cycle: 'in einem Kreis',
    cycleMeaning:
      'Es steht in einem Kreis von Entitäten, die einander brauchen. Sie kommen gemeinsam wieder.',
    viaApi: 'über {{name}}',
    classify: 'Hart oder weich?',
    classifyOf:
      'Sagen, ob die Abhängigkeit von {{from}} zu {{to}} hart oder weich ist',
    locked: 'In der Katalogdatei eingestuft',
  },
  pathLabel: 'Pfad',
  expected: {
    title: 'Erwartete Wiederherstellung',
    within:
      'Voraussichtlich nach {{time}} wieder da, innerhalb der RTO von {{rto}}.',
    beyond:
      'Voraussichtlich nach {{time}} wieder da, {{over}} über der RTO von {{rto}}.',
    beyondAtLeast:
      'Voraussichtlich frühestens nach {{time}} wieder da, mindestens {{over}} über der RTO von {{rto}}.',
    unproven:
      'Voraussichtlich frühestens nach {{time}} wieder da. Da manche Zeiten unbekannt sind, beweist das die RTO von {{rto}} nicht.',
    noTarget:
      'Voraussichtlich nach {{time}} wieder da. Eine RTO ist nicht gesetzt.',
    noTargetAtLeast:
      'Voraussichtlich frühestens nach {{time}} wieder da. Eine RTO ist nicht gesetzt.',
    nothing:
      'Niemand weiß, wann es wieder da ist: weder es selbst noch was es braucht hat eine Wiederherstellungszeit.',
    beyondMtpd: 'Das ist jenseits des Tragbaren.',
    unknown_one:
      'Von einer Entität ist die Wiederherstellungszeit unbekannt: {{names}}.',
    unknown_other:
      'Von {{count}} Entitäten ist die Wiederherstellungszeit unbekannt: {{names}}.',
    andMore: 'und {{count}} weitere',
    critical:
      'Was am längsten dauert, in der Reihenfolge der Wiederherstellung',
    step: '{{own}} eigene Zeit, wieder da nach {{ready}}',
    stepUnknown: 'eigene Zeit unbekannt, wieder da frühestens nach {{ready}}',
    together: 'gemeinsam',
  },
  cycle: {
    title_one: 'Es kommt gemeinsam mit einer anderen wieder: {{names}}',
    title_other: 'Es kommt gemeinsam mit {{count}} anderen wieder: {{names}}',
  },
  action: {
    picture: 'Als Bild zeigen',
    runSheet: 'Ablaufblatt zur Wiederherstellung',
    whatIf: 'Was, wenn wir es verlieren?',
  },
  state: {
    graphPlain: 'Abhängigkeiten im Stand {{revision}}',
    read: 'Katalog gelesen',
    problem: 'Der Katalog lässt sich gerade nicht lesen: {{problem}}',
  },
  classify: {
    title: 'Hart oder weich?',
    titleMany_one: 'Eine Abhängigkeit einstufen',
    titleMany_other: '{{shown}} Abhängigkeiten einstufen',
    of: '{{from}} braucht {{to}}',
    strength: 'Wenn es ausfällt',
    hard: 'Hart: es muss vor der Wiederherstellung da sein',
    soft: 'Weich: es gibt einen Notbehelf',
    remove: 'Zurücknehmen, was hier gesagt wurde',
    endurable: 'So lange trägt der Notbehelf',
    endurableHelp:
      'Etwa 4h oder 2d; leer: ohne Grenze. Bei jedem längeren Ausfall zählt sie als hart.',
    endurableWrong: 'Schreiben Sie eine Dauer wie 4h, 90m oder 2d.',
    reason: 'Warum',
    reasonHelp: 'Es steht im Verlauf der Entität.',
    reasonMissing: 'Sagen Sie warum, damit andere es nachvollziehen können.',
    before: '{{by}} sagte {{age}}: {{reason}}',
    cancel: 'Abbrechen',
    save: 'Speichern',
    saving: 'Wird gespeichert …',
    stop: 'Anhalten',
    close: 'Schließen',
    retry: 'Den Rest noch einmal versuchen',
    progress: '{{done}} von {{total}}',
    resultTitle: 'Was daraus geworden ist',
    changed_one: 'Eine geändert',
    changed_other: '{{shown}} geändert',
    unchanged_one: 'Eine war schon so',
    unchanged_other: '{{shown}} waren schon so',
    refused_one: 'Eine abgelehnt',
    refused_other: '{{shown}} abgelehnt',
    failed_one: 'Eine nicht versucht',
    failed_other: '{{shown}} nicht versucht',
    whyNot: 'Nicht geändert',
    refusal: {
      'not-found': 'Sie ist nicht da, oder Sie dürfen sie nicht sehen.',
      'no-dependency': 'Diese Abhängigkeit gibt es nicht mehr.',
      locked: 'Die Katalogdatei stuft sie ein; dort wird sie geändert.',
      'not-allowed':
        'Sie dürfen die Abhängigkeiten dieser Entität nicht einstufen.',
      stale:
        'Inzwischen hat sie jemand eingestuft. Laden Sie die Seite neu, um zu sehen wie.',
      wrong: 'Was gesendet wurde, war nicht zu verstehen.',
    },
    notTried: 'Sie wurde nicht versucht: {{message}}',
    stopped: 'angehalten',
  },
  picture: {
    title: 'Abhängigkeiten von {{name}}',
    hint: 'Rechts steht, was es braucht, links, wer es braucht. Die Liste sagt dasselbe in Worten.',
    keys: 'Plus und Minus vergrößern, 0 passt ein, Pfeile verschieben. Mit Strg vergrößert das Rad.',
    region: 'Bild der Abhängigkeiten von {{name}}',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    fit: 'Einpassen',
    close: 'Schließen',
    back: 'Zurück zu {{name}}',
    loading: 'Das Bild wird angeordnet …',
    clusterNeeds_one: '+1 weitere, gebraucht über {{name}}',
    clusterNeeds_other: '+{{shown}} weitere, gebraucht über {{name}}',
    clusterNeededBy_one: '+1 weitere, die {{name}} braucht',
    clusterNeededBy_other: '+{{shown}} weitere, die {{name}} brauchen',
    clusterDirect_one: '+1 weitere',
    clusterDirect_other: '+{{shown}} weitere',
    open: 'Die Umgebung von {{name}} zeigen',
    left: '{{shown}} von {{total}} sind gezeichnet; die anderen stehen in Gruppen oder nur in der Liste.',
    legend:
      'Linien: durchgezogen ist hart, gestrichelt weich, gepunktet nicht eingestuft.',
  },
  overview: overviewMessagesDe,
  loss: lossMessagesDe,
};

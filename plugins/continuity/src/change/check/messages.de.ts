import type { Translated } from '../../translation/Translated';
import type { checkMessages } from './messages';

/** The words of the check in German. */
export const checkMessagesDe: Translated<typeof checkMessages> = {
  form: {
    title: 'Was ändert sich?',
    entities: 'Berührte Dienste',
    add: 'Dienst, System oder Datenbank hinzufügen',
    entityAction: 'Was mit {{name}} geschieht',
    removeEntity: '{{name}} weglassen',
    noEntities:
      'Noch keine. Nennen Sie welche, oder fügen Sie unten Pfade oder Dokumente ein.',
    files: 'Geänderte Dateien',
    filesHint:
      'Zu welchen Diensten sie gehören, wird über deren Quellort im Katalog gefunden.',
    repository: 'Repository',
    repositoryHint: 'Seine Adresse, etwa https://github.com/acme/shop',
    repositoryMissing:
      'Schreiben Sie die Adresse des Repositorys, in dem die Pfade liegen.',
    paths: 'Pfade, einer je Zeile',
    pathsHint_one: 'Ein Pfad',
    pathsHint_other: '{{count}} Pfade',
    pathsMissing: 'Schreiben Sie mindestens einen Pfad.',
    documents: 'Vorgeschlagene catalog-info',
    documentsHint:
      'So, wie sie nach der Änderung wäre, alle Dokumente einer Datei auf einmal. Sie werden mit dem verglichen, was der Katalog jetzt hat.',
    yaml: 'YAML-Dokumente',
    documentsRead_one: 'Ein Dokument gelesen',
    documentsRead_other: '{{count}} Dokumente gelesen',
    documentProblem: 'Dokument {{number}}, Zeile {{line}}: {{message}}',
    documentsFailed:
      'Berichtigen Sie zuerst die Dokumente, oder lassen Sie sie weg.',
    about: 'Über die Änderung',
    changeTitle: 'Titel',
    titleMissing: 'Sagen Sie in einer Zeile, was geändert wird.',
    id: 'Nummer der Änderung',
    url: 'Link',
    urlWrong: 'Schreiben Sie eine Adresse mit http oder https.',
    type: 'Art',
    model: 'Vorab genehmigtes Muster',
    withoutModel: 'Keines davon',
    modelNone: 'Die Richtlinie nennt keines: Sie gilt als normale Änderung.',
    modelHint: 'Ohne Muster gilt sie als normale Änderung.',
    major:
      'Es ist eine große Änderung: Tests und Pläne müssen neu angesehen werden',
    start: 'Geplanter Beginn',
    end: 'Geplantes Ende',
    windowHint: 'In der Zeitzone {{zone}}',
    windowWrong: 'Das Fenster endet, bevor es beginnt.',
    windowHalf: 'Geben Sie beide Enden des Fensters an oder keines.',
    nothing:
      'Nennen Sie zuerst, was berührt wird: Dienste, Pfade oder Dokumente.',
    check: 'Prüfen',
    startOver: 'Von vorn beginnen',
  },
  answer: {
    waiting: 'Hier steht das Urteil.',
    waitingText:
      'Sagen Sie links, was sich ändert, und drücken Sie „Prüfen“. Nichts wird gespeichert.',
    checking: 'Die Änderung wird geprüft',
    failed: 'Die Prüfung ist nicht durchgegangen',
    refusedTitle: 'Sie dürfen Änderungen nicht prüfen',
    record: 'Diese Änderung festhalten',
    copy: 'Als Markdown kopieren',
    copied: 'Kopiert',
    copyFailed:
      'Das Kopieren ging nicht. Vielleicht erlaubt Ihr Browser es hier nicht.',
    outdated:
      'Sie haben das Formular seither geändert. Prüfen Sie noch einmal, um zu sehen, was jetzt gilt.',
    recordFailed: 'Das Festhalten ging nicht: {{message}}',
    mayNotRecord:
      'Um Änderungen festzuhalten, braucht es die Berechtigung {{permission}}.',
    treatedAs: 'Behandelt als: {{type}}',
    reviewDue:
      'Eine Notfalländerung wird nie gesperrt. Ihre Nachprüfung ist bis {{day}} fällig.',
  },
  findings: {
    title: 'Von dieser Änderung verursacht',
    none: 'Diese Änderung verursacht nichts, um das sich jemand kümmern muss.',
    alreadyThere_one: 'Eines war schon vorher so',
    alreadyThere_other: '{{count}} Dinge waren schon vorher so',
    alreadyThereText:
      'Dafür kann diese Änderung nichts, und es hält sie nicht auf: Es sind Lücken der Dienste selbst.',
    show: 'Zeigen',
    hide: 'Verbergen',
    plan: 'Plan {{title}}',
    planVersion: 'Fassung {{version}}',
    noVersion: 'keine geltende Fassung',
    stale: 'veraltet',
    reviewOverdue: 'Überprüfung überfällig',
    openRequest: 'hat einen offenen Änderungsantrag',
    covers_one: 'deckt eines davon ab',
    covers_other: 'deckt {{count}} davon ab',
    general: 'Die Änderung als Ganzes',
    what: 'Was zu tun ist:',
    ask: 'Fragen Sie',
    path: 'Warum es erreicht wird',
    blocks: 'sperrt',
    warns: 'warnt',
    informs: 'zur Kenntnis',
  },
  severityName: {
    critical: 'Kritisch',
    warning: 'Warnung',
    information: 'Hinweis',
  },
  impact: {
    title: 'Was getroffen wird',
    number_one: 'Ein Dienst oder Teil eines Dienstes wird getroffen',
    number_other: '{{shown}} Dienste und Teile von Diensten werden getroffen',
    none: 'Nichts im Katalog wird getroffen.',
    byTier: '{{tier}}: {{shown}}',
    noTier: 'ohne Stufe',
    withoutPlan_one:
      'Eines davon hat keinen geltenden Plan, obwohl seine Stufe einen verlangt.',
    withoutPlan_other:
      '{{shown}} davon haben keinen geltenden Plan, obwohl ihre Stufen einen verlangen.',
    entity: 'Dienst',
    effect: 'Wirkung',
    tier: 'Stufe',
    status: 'Status',
    path: 'Weg',
    showPath: 'Weg von {{name}} zeigen',
    hidePath: 'Weg von {{name}} verbergen',
    unresolved: 'nicht im Katalog',
    more: '{{shown}} weitere zeigen',
    fewer: 'Weniger zeigen',
  },
  plans: {
    title: 'Pläne, die das Getroffene abdecken',
    none: 'Kein Plan deckt etwas von dem ab, was getroffen wird.',
    more: 'Alle {{count}} zeigen',
    fewer: 'Weniger zeigen',
  },
  touched: {
    title: 'Was berührt wird',
    by: 'bekannt aus {{what}}',
    request: 'der Angabe',
    content: {
      known: 'bekannt, was sich ändert',
      unknown: 'nicht bekannt, was sich darin ändert',
      none: 'nichts, worauf Pläne beruhen',
    },
    material: 'Was sich darin ändert',
    fromTo: 'von {{before}} zu {{after}}',
    nothing: 'nichts',
    aspect: {
      dependencies: 'Abhängigkeiten',
      owner: 'Eigentümer',
      lifecycle: 'Lebensabschnitt',
      type: 'Typ',
      system: 'System',
      targets: 'Ziele',
      addition: 'Neu im Katalog',
      removal: 'Aus dem Katalog entfernt',
    },
  },
  files: {
    title: 'Dateien',
    mapped_one: 'Eine Datei gehört zu einem Dienst',
    mapped_other: '{{count}} Dateien gehören zu Diensten',
    unmapped_one: 'Eine Datei gehört zu nichts im Katalog',
    unmapped_other: '{{count}} Dateien gehören zu nichts im Katalog',
    unmappedText:
      'Kein Quellort einer Entität umfasst sie. Gehören sie zu einem Dienst, so ergänzen Sie den Ort in dessen catalog-info.',
    path: 'Datei',
    folder: 'Ordner',
    entities: 'Gehört zu',
    wholeRepository: 'ganzes Repository',
  },
  problems: {
    title_one: 'Eines konnte nicht gelesen werden',
    title_other: '{{count}} Dinge konnten nicht gelesen werden',
    text: 'Alles andere wurde geprüft.',
  },
  notes: {
    asOf: 'Geprüft {{when}}',
    catalogRead: 'Katalog gelesen {{when}}',
    graph: 'Abhängigkeiten im Stand {{revision}}',
    catalogProblem:
      'Der Katalog konnte nicht gelesen werden: {{problem}}. Es gilt, was zuletzt bekannt war.',
    truncated: {
      impacted_one: 'Ein weiteres Getroffenes ist gezählt, aber nicht genannt.',
      impacted_other:
        '{{count}} weitere Getroffene sind gezählt, aber nicht genannt.',
      findings_one: 'Ein weiterer Befund ist gezählt, aber nicht genannt.',
      findings_other:
        '{{count}} weitere Befunde sind gezählt, aber nicht genannt.',
      mapped_one:
        'Eine weitere Datei, die zu Diensten gehört, ist nicht genannt.',
      mapped_other:
        '{{count}} weitere Dateien, die zu Diensten gehören, sind nicht genannt.',
      unmapped_one:
        'Eine weitere Datei, die zu nichts gehört, ist nicht genannt.',
      unmapped_other:
        '{{count}} weitere Dateien, die zu nichts gehören, sind nicht genannt.',
    },
    redacted: {
      touched_one:
        'In das Urteil geht eine berührte Entität ein, die Sie nicht sehen dürfen.',
      touched_other:
        'In das Urteil gehen {{count}} berührte Entitäten ein, die Sie nicht sehen dürfen.',
      impacted_one: 'Eines mehr, das Sie nicht sehen dürfen, wird getroffen.',
      impacted_other:
        '{{count}} mehr, die Sie nicht sehen dürfen, werden getroffen.',
      findings_one:
        'Ein weiterer Befund handelt von etwas, das Sie nicht sehen dürfen.',
      findings_other:
        '{{count}} weitere Befunde handeln von etwas, das Sie nicht sehen dürfen.',
      plans_one:
        'Ein weiterer Plan, den Sie nicht sehen dürfen, deckt Getroffenes ab.',
      plans_other:
        '{{count}} weitere Pläne, die Sie nicht sehen dürfen, decken Getroffenes ab.',
    },
  },
};

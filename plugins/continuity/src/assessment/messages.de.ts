import type { Translated } from '../translation/Translated';
import { gapMessagesDe } from './gapMessages.de';
import type { assessmentMessages } from './messages';

export const assessmentMessagesDe: Translated<typeof assessmentMessages> = {
  loading: 'Kontinuität wird geladen',
  summary: {
    attention_one: 'Eines braucht Aufmerksamkeit',
    attention_other: '{{count}} Dinge brauchen Aufmerksamkeit',
    late_one: 'eines davon ist überfällig',
    late_other: '{{count}} davon sind überfällig',
    met: 'Nichts braucht Aufmerksamkeit',
    exempt: 'Sonst braucht nichts Aufmerksamkeit; das Ausgenommene steht unten',
    notRequired: 'Die Stufe verlangt nichts',
    agreed: 'vereinbart mit {{with}} am {{date}}',
    underlying: 'ohne Ausnahmen: {{status}}',
  },
  tier: '{{id}} {{title}}',
  gap: gapMessagesDe,
  atItsSystem: ' (bei seinem System)',
  services_one: 'einem Dienst',
  services_other: '{{count}} Diensten',
  after: 'nach {{time}}',
  afterAtLeast: 'frühestens nach {{time}}',
  quoted: '„{{text}}“',
  gaps: {
    title: 'Was zu tun ist ({{number}})',
    titleNone: 'Was zu tun ist',
    none: 'Nichts. Alle Anforderungen, die gelten, sind erfüllt.',
    noneNotRequired: 'Nichts: Die Stufe verlangt nichts.',
    due: 'fällig am {{date}}',
    late: 'überfällig seit {{date}}',
    since: 'seit {{date}}',
    exempted: 'ausgenommen bis {{date}}: {{reason}}',
    critical: 'Kritisch',
    warning: 'Warnung',
    information: 'Hinweis',
    showInformation_one: 'Ein Hinweis',
    showInformation_other: '{{count}} Hinweise',
    edit: 'Bearbeiten',
    editField: '{{field}} bearbeiten',
    openFile: 'Katalogdatei öffnen',
    openPlan: 'Plan öffnen',
    openTest: 'Test öffnen',
    openFinding: 'Feststellung öffnen',
    recordAgreement: 'Vereinbarung festhalten',
  },
  unassessed: {
    title: 'Wie schnell muss {{name}} zurück sein?',
    what: 'Kontinuität hält fest, wie schnell ein Dienst wiederhergestellt sein muss, wer das tut und was belegt, dass es gelingt. Am Anfang steht eine Stufe: Die Richtlinie sagt dann, was verlangt ist.',
    neededBy_one:
      'Ein Eintrag im Katalog hängt von {{name}} ab: {{examples}}. Ohne {{name}} kommt er nicht zurück.',
    neededBy_other:
      '{{count}} Einträge im Katalog hängen von {{name}} ab, zum Beispiel {{examples}}. Keiner davon ist zurück, bevor {{name}} es ist.',
    neededByHidden_one:
      'Ein Eintrag im Katalog hängt von {{name}} ab. Ohne {{name}} kommt er nicht zurück.',
    neededByHidden_other:
      '{{count}} Einträge im Katalog hängen von {{name}} ab. Keiner davon ist zurück, bevor {{name}} es ist.',
    neededByNothing:
      'Nichts im Katalog hängt von {{name}} ab, wohl aber die Menschen, die damit arbeiten: Die Stufe sagt, wie lange es ohne geht.',
    parts_one: 'Es hat einen Teil, der übernimmt, was hier gesetzt wird.',
    parts_other:
      'Es hat {{count}} Teile, die übernehmen, was hier gesetzt wird.',
    setTier: 'Stufe setzen …',
    mayNot: 'Sie dürfen die Stufe nicht setzen. Fragen Sie {{owner}}.',
    mayNotNobody:
      'Sie dürfen die Stufe nicht setzen. Fragen Sie, wer für Kontinuität zuständig ist.',
  },
  outOfScope: {
    title: 'Hier ist keine Kontinuität verlangt',
    text: 'Die Richtlinie nimmt solche Einträge aus: Es gibt keinen Status, und nichts wird verlangt.',
  },
  parts: {
    title: 'Teile ({{number}})',
    name: 'Name',
    status: 'Status',
    tier: 'Stufe',
    rto: 'RTO',
    none: 'Kein Teil im Katalog.',
    more_one: 'Ein weiterer wird nicht gezeigt.',
    more_other: '{{count}} weitere werden nicht gezeigt.',
    late: 'überfällig',
    redacted_one:
      'Ein Teil, den Sie nicht sehen dürfen, ist gezählt, nicht genannt.',
    redacted_other:
      '{{count}} Teile, die Sie nicht sehen dürfen, sind gezählt, nicht genannt.',
  },
  card: {
    title: 'Kontinuität',
    more: 'Alles zur Kontinuität',
    owner: 'Verantwortlich',
    next: 'Als Nächstes',
    nothing: 'Nichts zu tun.',
    unassessed:
      'Keine Stufe gesetzt: niemand kann sagen, wie schnell der Dienst zurück sein muss.',
  },
  error: {
    title: 'Die Kontinuität konnte nicht geladen werden',
    retry: 'Noch einmal versuchen',
    unknownTitle: 'Hier noch nicht bekannt',
    unknown:
      'Im Katalog gibt es {{name}}, aber hier wurde es noch nicht eingelesen. Das geschieht alle paar Minuten; eben erst Registriertes erscheint dann.',
    forbiddenTitle: 'Dies dürfen Sie nicht sehen',
    forbidden:
      'Sie dürfen die Kontinuitätsdaten von {{name}} nicht lesen. Fragen Sie, wer für Kontinuität zuständig ist.',
  },
};

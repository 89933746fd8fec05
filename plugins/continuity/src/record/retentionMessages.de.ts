import type { Translated } from '../translation/Translated';
import type { retentionMessages } from './retentionMessages';

export const retentionMessagesDe: Translated<typeof retentionMessages> = {
  title: 'Was als Nächstes gelöscht wird',
  intro:
    'Einmal am Tag, was so lange nicht mehr zählt, wie die Richtlinie sagt. Was gilt, bleibt, und auch, worauf sich etwas Aufbewahrtes bezieht.',
  nothing: 'Nichts hat seine Aufbewahrungsfrist überschritten.',
  total_one: '{{shown}} wird gelöscht',
  total_other: '{{shown}} werden gelöscht',
  kept: 'aufbewahrt: {{time}}',
  show: 'Die ältesten zeigen',
  hide: 'Verbergen',
  item: '{{label}} ({{date}})',
  more_one: 'und {{shown}} weitere',
  more_other: 'und {{shown}} weitere',
  failed: 'Was als Nächstes gelöscht wird, ließ sich nicht lesen: {{message}}',
  type: {
    analyses: 'Ersetzte Analysen',
    planVersions: 'Abgelöste Planversionen',
    agreements: 'Ersetzte Vereinbarungen',
    tests: 'Tests, an deren Stelle spätere getreten sind',
    findings: 'Abgeschlossene Feststellungen',
    carryOvers: 'Entschiedene Umbenennungen',
    calendarFeeds: 'Beendete Kalender-Feeds',
    machineReports: 'Schlüssel gemeldeter Ergebnisse',
    reminders: 'Sammelerinnerungen',
    evidencePacks: 'Nachweispakete',
  },
};

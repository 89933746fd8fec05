import type { Translated } from '../../translation/Translated';
import type { dueMessages } from './messages';

export const dueMessagesDe: Translated<typeof dueMessages> = {
  title: 'Zu planen',
  number_one:
    '{{shown}} Test ist verlangt und nicht geplant, {{late}} verspätet',
  number_other:
    '{{shown}} Tests sind verlangt und nicht geplant, {{late}} verspätet',
  nothing: 'Alles, was die Richtlinie verlangt, ist rechtzeitig geplant.',
  hint: 'Drücken Sie „Planen“, oder wählen Sie mehrere für einen Test.',
  hintDrag:
    'Ziehen Sie einen Eintrag auf einen Tag, drücken Sie „Planen“, oder wählen Sie mehrere für einen Test.',
  loadFailed: 'Was fällig ist, konnte nicht geladen werden: {{message}}',
  groupBy: 'Gruppieren nach',
  group: {
    owner: 'Zuständigen',
    tier: 'Stufe',
    depth: 'Tiefe',
    none: 'Nichts',
  },
  noOwner: 'Ohne Zuständige',
  countLate: '{{count}}, {{late}} verspätet',
  allGroups: 'Alle {{count}} zeigen',
  showMore: 'Mehr zeigen (noch {{left}})',
  lateSince: 'verspätet seit {{date}}',
  dueOn: 'fällig {{date}}',
  plannedTooLate: 'geplant {{date}}, zu spät',
  plan: 'Planen',
  planLabel: 'Test planen: {{depth}}, {{name}}',
  choose: '{{name}}, {{depth}} wählen',
  chooseAll: 'Alle aufgeführten wählen: {{label}}',
  barLabel: 'Was gewählt ist',
  planChosen_one: 'Test für diesen Dienst planen',
  planChosen_other: 'Einen Test für diese {{count}} Dienste planen',
  clear: 'Nichts wählen',
  dialog: {
    title_one: 'Test planen',
    title_other: 'Tests für {{count}} fällige Einträge planen',
    items: 'Was getestet werden soll',
    how: 'Wie viele Tests',
    one_one: 'Ein Test für alle',
    one_other: 'Ein Test je Tiefe',
    each: 'Ein eigener Test für jeden Dienst',
    asDemanded: 'Wie die Richtlinie verlangt',
    form: 'Im Formular mehr dazu sagen',
    submit_one: 'Test planen',
    submit_other: '{{count}} Tests planen',
    planned_one: '{{count}} Test ist geplant.',
    planned_other: '{{count}} Tests sind geplant.',
    refused_one: '{{count}} Eintrag wurde nicht geplant:',
    refused_other: '{{count}} Einträge wurden nicht geplant:',
  },
};

import type { Translated } from '../translation/Translated';
import type { dependencyMessages } from './messages';

export const dependencyMessagesDe: Translated<typeof dependencyMessages> = {
  title: 'Abhängigkeiten',
  counts: 'Braucht {{needs}} · Gebraucht von {{neededBy}}',
  neededByNothing: 'Nichts im Katalog hängt davon ab.',
  neededBy: 'Gebraucht unter anderem von',
  redacted_one:
    'Ein weiterer Eintrag, den Sie nicht sehen dürfen, ist gezählt, nicht genannt.',
  redacted_other:
    '{{count}} weitere Einträge, die Sie nicht sehen dürfen, sind gezählt, nicht genannt.',
};

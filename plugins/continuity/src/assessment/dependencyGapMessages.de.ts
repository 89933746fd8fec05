import type { Translated } from '../translation/Translated';
import type { dependencyGapMessages } from './dependencyGapMessages';

const WRITE_PLAN =
  'Dort einen Plan schreiben lassen oder die Abhängigkeit als weich erklären.';
const SET_TIER =
  'Dort eine Stufe setzen lassen oder die Abhängigkeit als weich erklären.';
const REGISTER =
  'Den Verweis in der Katalogdatei berichtigen oder das Fehlende registrieren.';
const CLASSIFY = 'Sagen, welche Abhängigkeiten hart sind und welche weich.';
const AGREE =
  'Das Ziel mit denen abstimmen, die für die Abhängigkeit einstehen.';

export const dependencyGapMessagesDe: Translated<typeof dependencyGapMessages> =
  {
    'slower-than-needed': {
      message:
        'Darf {{may}} dauern, wird aber in {{needed}} gebraucht, von {{services}}: {{path}}.',
      action:
        'Die RTO verkürzen, die der Dienste lockern oder die Abhängigkeit als weich erklären.',
    },
    'loses-more-than-allowed': {
      message:
        'Darf Daten von {{may}} verlieren; {{services}} aber nur von {{needed}}: {{path}}.',
      action:
        'Die RPO verkürzen, die der Dienste lockern oder die Abhängigkeit als weich erklären.',
    },
    'waits-for-slower-dependency': {
      message:
        'Muss in {{may}} wieder da sein und braucht {{slowest}}; das darf {{slowestTakes}} dauern.',
      action: AGREE,
    },
    'needs-what-loses-more': {
      message:
        'Darf Daten von {{may}} verlieren und braucht {{slowest}}; dort dürfen es {{slowestTakes}} sein.',
      action: AGREE,
    },
    'recovery-beyond-rto': {
      message:
        'Mit allem, was es braucht, ist es voraussichtlich {{expected}} wieder da; die RTO ist {{rto}}. Der längste Schritt ist {{longestStep}} mit {{longest}}.',
      action:
        'Den längsten Schritt verkürzen, eine Abhängigkeit auf dem Weg auflösen oder die RTO berichtigen.',
    },
    'dependency-unprotected': {
      message:
        'Braucht {{refs}}, dessen Stufe einen Plan verlangt, und keiner ist in Kraft.',
      action: WRITE_PLAN,
    },
    'dependencies-unprotected': {
      message:
        'Braucht {{count}} Entitäten, deren Stufe einen Plan verlangt und die keiner in Kraft abdeckt: {{refs}}{{others}}.',
      action: WRITE_PLAN,
    },
    'dependency-tierless': {
      message:
        'Braucht {{refs}}, das keine Stufe hat: Niemand hat gesagt, ob es einen Plan braucht.',
      action: SET_TIER,
    },
    'dependencies-tierless': {
      message:
        'Braucht {{count}} Entitäten ohne Stufe, von denen niemand gesagt hat, ob sie einen Plan brauchen: {{refs}}{{others}}.',
      action: SET_TIER,
    },
    'dependency-unresolved': {
      message: 'Hängt von {{refs}} ab, das der Katalog nicht kennt.',
      action: REGISTER,
    },
    'dependencies-unresolved': {
      message:
        'Hängt von {{count}} Entitäten ab, die der Katalog nicht kennt: {{refs}}{{others}}.',
      action: REGISTER,
    },
    'dependency-unclassified': {
      message:
        'Niemand hat gesagt, ob die Abhängigkeit von {{refs}} hart oder weich ist: Sie zählt als hart.',
      action: CLASSIFY,
    },
    'dependencies-unclassified': {
      message:
        'Niemand hat bei {{count}} Abhängigkeiten gesagt, ob sie hart oder weich sind: Sie zählen als hart.',
      action: CLASSIFY,
    },
  };

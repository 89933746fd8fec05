import type { Translated } from '../translation/Translated';
import type { catalogTableMessages } from './messages';

export const catalogTableMessagesDe: Translated<typeof catalogTableMessages> = {
  filter: {
    status: 'Kontinuitätsstatus',
    tier: 'Kontinuitätsstufe',
  },
  column: {
    status: 'Kontinuität',
    tier: 'Stufe',
    lastTest: 'Letzter Test',
  },
  openTab: '{{status}}: Kontinuität von {{name}}',
  lastTest: {
    passed: 'Bestanden',
    passedWithDeficiencies: 'Bestanden mit Mängeln',
    failed: 'Durchgefallen',
    inconclusive: 'Ohne klares Ergebnis',
  },
};

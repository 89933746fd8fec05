import {
  hiddenEntityText,
  type TextLanguage,
} from 'backstage-plugin-continuity-common';
import type { ReminderCause } from '../../testing/reminder/ReminderReader';

interface ReminderWords {
  causes: Record<ReminderCause, { one: string; many: string; heading: string }>;
  more: (count: number) => string;
  day: (iso: string) => string;
  hiddenEntity: string;
}

/** The words of a digest, in each language in which it can be sent. */
export const reminderWords: Record<TextLanguage, ReminderWords> = {
  en: {
    causes: {
      'test-missed': {
        one: 'test missed',
        many: 'tests missed',
        heading: 'Missed',
      },
      'finding-overdue': {
        one: 'finding overdue',
        many: 'findings overdue',
        heading: 'Overdue',
      },
      'review-due': {
        one: 'result to review',
        many: 'results to review',
        heading: 'To review',
      },
      'exemption-asked': {
        one: 'exemption to decide on',
        many: 'exemptions to decide on',
        heading: 'Asked to be exempt',
      },
      'exemption-ending': {
        one: 'exemption ending',
        many: 'exemptions ending',
        heading: 'Exempt until',
      },
      'finding-due': {
        one: 'finding due',
        many: 'findings due',
        heading: 'Due',
      },
      'test-coming': {
        one: 'test coming up',
        many: 'tests coming up',
        heading: 'Coming up',
      },
    },
    more: count => `and ${count} more`,
    day: iso => iso,
    hiddenEntity: hiddenEntityText,
  },
  de: {
    causes: {
      'test-missed': {
        one: 'Test verpasst',
        many: 'Tests verpasst',
        heading: 'Verpasst',
      },
      'finding-overdue': {
        one: 'Feststellung überfällig',
        many: 'Feststellungen überfällig',
        heading: 'Überfällig',
      },
      'review-due': {
        one: 'Ergebnis zu prüfen',
        many: 'Ergebnisse zu prüfen',
        heading: 'Zu prüfen',
      },
      'exemption-asked': {
        one: 'Ausnahme zu entscheiden',
        many: 'Ausnahmen zu entscheiden',
        heading: 'Ausnahme beantragt',
      },
      'exemption-ending': {
        one: 'Ausnahme endet',
        many: 'Ausnahmen enden',
        heading: 'Ausgenommen bis',
      },
      'finding-due': {
        one: 'Feststellung fällig',
        many: 'Feststellungen fällig',
        heading: 'Fällig',
      },
      'test-coming': {
        one: 'Test steht bevor',
        many: 'Tests stehen bevor',
        heading: 'Steht bevor',
      },
    },
    more: count => `und ${count} weitere`,
    day: iso => iso.split('-').reverse().join('.'),
    hiddenEntity: 'eine verborgene Entität',
  },
};

import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { TextLanguage } from 'backstage-plugin-continuity-common';
import { replaceEntityRefs } from '../../permissions/entityRefsIn';
import {
  type Reminder,
  reminderCauses,
} from '../../testing/reminder/ReminderReader';
import { reminderWords } from './reminderWords';

/** Titles that are named of each cause; all are counted. */
const MOST_NAMED = 3;

/**
 * All that a person is reminded of on a day, as one notification: how much of what, and the titles of what names them or what they recover. Entities are
 * named only where a title names one that the person recovers: nobody can tell here what else they may see.
 */
export function writeReminderDigest(
  reminders: Reminder[],
  options: {
    day: string;
    recovered: ReadonlySet<string>;
    language: TextLanguage;
  },
): NotificationPayload {
  const { day, recovered, language } = options;
  const words = reminderWords[language];
  const groups = reminderCauses.flatMap(cause => {
    const own = reminders.filter(each => each.cause === cause);
    return own.length === 0 ? [] : [{ cause, own }];
  });
  const counts = groups.map(
    ({ cause, own }) =>
      `${own.length} ${
        own.length === 1 ? words.causes[cause].one : words.causes[cause].many
      }`,
  );
  const shown = ({ title, names }: Reminder) =>
    replaceEntityRefs(title, ref =>
      recovered.has(ref) ? names?.[ref] : words.hiddenEntity,
    );
  const lines = groups.map(({ cause, own }) => {
    const named = own
      .slice(0, MOST_NAMED)
      .map(each => `${shown(each)} (${words.day(each.on)})`);
    const rest = own.length - named.length;
    return `${words.causes[cause].heading}: ${named.join(', ')}${
      rest > 0 ? ` ${words.more(rest)}` : ''
    }.`;
  });
  const isLate = groups.some(
    ({ cause }) => cause === 'test-missed' || cause === 'finding-overdue',
  );
  return {
    title: `Continuity: ${counts.join(', ')}`,
    description: lines.join(' '),
    link: linkTo(reminders),
    severity: isLate ? 'high' : 'normal',
    topic: 'continuity-reminders',
    // sent again after a failure, it is the same notification
    scope: `continuity-reminders-${day}`,
  };
}

/** One thing has a page; several of a kind have a list. */
function linkTo(reminders: Reminder[]): string {
  const tests = '/continuity/tests';
  const exemptions = '/continuity/exemptions';
  const isFinding = ({ cause }: Reminder) => cause.startsWith('finding');
  const isExemption = ({ cause }: Reminder) => cause.startsWith('exemption');
  const [first, ...rest] = reminders;
  if (reminders.every(isExemption)) {
    return rest.length === 0 ? `${exemptions}/${first.id}` : exemptions;
  }
  if (rest.length === 0) {
    return isFinding(first)
      ? `${tests}/findings/${first.id}`
      : `${tests}/${first.id}`;
  }
  if (reminders.every(isFinding)) return `${tests}/findings?waitingForMe=true`;
  return reminders.every(({ cause }) => cause === 'review-due')
    ? `${tests}?view=list&waitingForMe=true`
    : tests;
}

import type { Reminder } from '../../testing/reminder/ReminderReader';
import { writeReminderDigest } from './writeReminderDigest';

const aReminder = (said: Partial<Reminder>): Reminder => ({
  key: 'a-key',
  cause: 'test-coming',
  id: 'a-test',
  title: 'Restore of the orders',
  on: '2026-03-06',
  entityRefs: [],
  parties: [],
  exceptFor: [],
  ...said,
});
const all = [
  aReminder({ cause: 'finding-due', title: 'Slow disk', on: '2026-03-03' }),
  ...[1, 2, 3, 4, 5].map(number => aReminder({ title: `Test ${number}` })),
  aReminder({ cause: 'test-missed', title: 'Of resource:default/orders-db' }),
  aReminder({ cause: 'review-due' }),
  aReminder({ cause: 'finding-overdue', title: 'Slow net', on: '2026-02-27' }),
];

describe('a digest of reminders', () => {
  it.each([
    [
      'en',
      'Continuity: 1 test missed, 1 finding overdue, 1 result to review, 1 finding due, 5 tests coming up',
      'Missed: Of a hidden entity (2026-03-06). Overdue: Slow net (2026-02-27). To review: Restore of the orders (2026-03-06). ' +
        'Due: Slow disk (2026-03-03). Coming up: Test 1 (2026-03-06), Test 2 (2026-03-06), Test 3 (2026-03-06) and 2 more.',
    ],
    [
      'de',
      'Continuity: 1 Test verpasst, 1 Feststellung überfällig, 1 Ergebnis zu prüfen, 1 Feststellung fällig, 5 Tests stehen bevor',
      'Verpasst: Of eine verborgene Entität (06.03.2026). Überfällig: Slow net (27.02.2026). Zu prüfen: Restore of the orders (06.03.2026). ' +
        'Fällig: Slow disk (03.03.2026). Steht bevor: Test 1 (06.03.2026), Test 2 (06.03.2026), Test 3 (06.03.2026) und 2 weitere.',
    ],
  ] as const)('is complete in %s', (language, title, description) => {
    const digest = writeReminderDigest(all, {
      day: '2026-03-01',
      recovered: new Set(),
      language,
    });
    expect(digest).toMatchObject({ title, description, severity: 'high' });
  });
});

import { z } from 'zod';
import { parseDeadline } from '../../terms/deadline';
import { normaliseRef } from '../../terms/normaliseRef';
import { textLanguages } from '../../terms/textLanguage';
import {
  configCadence,
  configNumber,
  configText,
  configWord,
} from './configScalars';
import { testDepths } from '../policy';
import { strictSection } from './strictSection';
import { weekdays, type TestingPolicy } from '../testingPolicy';

/** A request holds two megabytes, and Base64 makes four bytes of three. */
const LARGEST_FILE = 1_400_000;

function refused(message: string, input: unknown): z.core.$ZodRawIssue {
  return { code: 'custom', message, input };
}

function timeOfDay(hint: string, pattern: RegExp) {
  return configText(hint).check(payload => {
    if (pattern.test(payload.value)) return;
    payload.issues.push(
      refused(`"${payload.value}" is no time of day. ${hint}`, payload.value),
    );
  });
}

const listOfDays = 'Write a list of days, such as [saturday, sunday].';

const window = strictSection({
  days: z
    .array(configWord(weekdays), { error: listOfDays })
    .min(1, { error: listOfDays })
    .transform(named => weekdays.filter(day => named.includes(day))),
  from: timeOfDay('Write such as "22:00".', /^([01]\d|2[0-3]):[0-5]\d$/),
  to: timeOfDay(
    'Write such as "06:00", or "24:00".',
    /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/,
  ),
});

const day = configText('Write a day, such as "2026-12-20".').check(payload => {
  const parsed = parseDeadline(payload.value, 'UTC');
  if (parsed.ok && parsed.dateOnly) return;
  payload.issues.push(
    refused(
      `"${payload.value}" is no day of the calendar. Write such as "2026-12-20".`,
      payload.value,
    ),
  );
});

const freeze = strictSection({
  title: configText('Write a title such as "End of year".'),
  from: day,
  to: day,
}).check(payload => {
  const { from, to } = payload.value;
  if (from <= to) return;
  payload.issues.push({
    ...refused(
      `"${to}" is before "${from}". Write the last day of the freeze.`,
      to,
    ),
    path: ['to'],
  });
});

const mediaType = configText('Write such as "application/pdf".').check(
  payload => {
    if (/^[a-z]+\/[a-z0-9.+-]+$/.test(payload.value)) return;
    payload.issues.push(
      refused(
        `"${payload.value}" is no media type. Write such as "application/pdf".`,
        payload.value,
      ),
    );
  },
);

const depths = z
  .array(configWord(testDepths), {
    error: `Write a list of ${testDepths.join(', ')}.`,
  })
  .transform(named => testDepths.filter(depth => named.includes(depth)));

const reported = configText(
  'Write an entity ref such as "resource:default/orders-db", or "*".',
).transform((text, ctx) => {
  const ref = text === '*' ? text : normaliseRef(text);
  if (ref) return ref;
  ctx.issues.push(
    refused(
      `"${text}" is no entity ref. Write such as "resource:default/orders-db", or "*" for everything.`,
      text,
    ),
  );
  return z.NEVER;
});

const reporter = strictSection({
  subject: configText(
    'Write the subject of the token, such as "external:restore-job".',
  ),
  entities: z
    .array(reported, { error: 'Write a list of entity refs.' })
    .min(1, { error: 'Name at least one entity, or "*" for everything.' }),
  depths: depths.refine(named => named.length > 0, {
    error: 'Name at least one depth.',
  }),
});

/** The section `continuity.testing`; what it leaves out is taken from `defaults`. */
export function testingConfigSchema(defaults: TestingPolicy) {
  const { attachments, findings, reminders, calendarFeeds } = defaults;
  return strictSection({
    reviewWithin: configCadence.prefault(defaults.reviewWithin),
    retestWithin: configCadence.prefault(defaults.retestWithin),
    windows: z
      .array(window, { error: 'Write a list of windows.' })
      .max(50, { error: 'Write at most 50 windows.' })
      .prefault([]),
    freezes: z
      .array(freeze, { error: 'Write a list of freezes.' })
      .max(200, { error: 'Write at most 200 freezes.' })
      .prefault([]),
    attachments: strictSection({
      maxBytes: configNumber({
        min: 0,
        max: LARGEST_FILE,
        whole: true,
        hint: `Write a number of bytes from 0 to ${LARGEST_FILE}.`,
      }).prefault(attachments.maxBytes),
      mediaTypes: z
        .array(mediaType, { error: 'Write a list of media types.' })
        .transform(named => [...new Set(named)].sort())
        .prefault(attachments.mediaTypes),
    }).prefault({}),
    supplierEvidence: depths.prefault([]),
    reporters: z
      .array(reporter, { error: 'Write a list of reporters.' })
      .max(500, { error: 'Write at most 500 reporters.' })
      .prefault([]),
    findings: strictSection({
      high: configCadence.prefault(findings.high),
      medium: configCadence.prefault(findings.medium),
      low: configCadence.prefault(findings.low),
    }).prefault({}),
    reminders: strictSection({
      test: configCadence.prefault(reminders.test),
      review: configCadence.prefault(reminders.review),
      finding: configCadence.prefault(reminders.finding),
      language: configWord(textLanguages).prefault(reminders.language),
    }).prefault({}),
    calendarFeeds: strictSection({
      expireAfter: configCadence.prefault(calendarFeeds.expireAfter),
      visitWithin: configCadence.prefault(calendarFeeds.visitWithin),
    }).prefault({}),
  }).transform((section): TestingPolicy => section);
}

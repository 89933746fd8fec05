import type { HumanDuration } from '@backstage/types';
import { z } from 'zod';
import { parseTargetDuration } from '../../terms/duration';
import { configCadence, configNumber, configText } from './configScalars';
import { defaultOperationsConfig } from './defaultPolicyConfig';
import { strictSection } from './strictSection';

const SECONDS_PER_UNIT = {
  milliseconds: 0.001,
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
} as const;
type Unit = keyof typeof SECONDS_PER_UNIT;

const hint = 'Write such as "PT10M" or {minutes: 10}.';

const amount = configNumber({
  min: 0,
  max: 1_000_000_000,
  hint: 'Write a number from 0.',
}).optional();

const durationSection = strictSection({
  days: amount,
  hours: amount,
  minutes: amount,
  seconds: amount,
  milliseconds: amount,
} satisfies Record<Unit, unknown>).transform(section =>
  Object.entries(section).reduce(
    (seconds, [unit, value]) =>
      seconds + (value ?? 0) * SECONDS_PER_UNIT[unit as Unit],
    0,
  ),
);

const durationText = configText(hint).transform((text, ctx) => {
  const parsed = parseTargetDuration(text);
  if (parsed.ok) return parsed.seconds;
  ctx.issues.push({ code: 'custom', message: parsed.message, input: text });
  return z.NEVER;
});

function operationDuration(least: { seconds: number }) {
  return z.unknown().transform((value, ctx): HumanDuration => {
    const isSection = typeof value === 'object' && value !== null;
    const parsed = (isSection ? durationSection : durationText).safeParse(
      value,
      { reportInput: true },
    );
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        ctx.issues.push({ ...issue } as z.core.$ZodRawIssue);
      }
      return z.NEVER;
    }
    if (parsed.data >= least.seconds) return { seconds: parsed.data };
    ctx.issues.push({
      code: 'custom',
      message: `This is shorter than ${least.seconds} s. ${hint}`,
      input: value,
    });
    return z.NEVER;
  });
}

const defaults = defaultOperationsConfig.sweep;

/** The section `continuity.sweep`. */
export const sweepConfigSchema = strictSection({
  frequency: operationDuration({ seconds: 10 }).prefault(defaults.frequency),
  timeout: operationDuration({ seconds: 10 }).prefault(defaults.timeout),
  initialDelay: operationDuration({ seconds: 0 }).prefault(
    defaults.initialDelay,
  ),
  batchSize: configNumber({
    min: 1,
    max: 500,
    whole: true,
    hint: 'Write a whole number from 1 to 500.',
  }).prefault(defaults.batchSize),
}).prefault({});

/** The section `continuity.seed`. */
export const seedConfigSchema = strictSection({
  file: configText('Write the path of a file.'),
  history: configCadence.optional(),
}).optional();

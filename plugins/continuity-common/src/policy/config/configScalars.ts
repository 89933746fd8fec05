import { z } from 'zod';
import { cadenceSchema } from '../../terms/cadenceSchema';
import { rpoSchema, targetDurationSchema } from '../../terms/durationSchema';

/** YAML reads `4` as a number and `true` as a boolean where people mean the text. */
function scalarAsText(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : value;
}

/** Environment variables arrive as texts. */
function textAsNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value.trim())
    ? Number(value)
    : value;
}

function textAsBoolean(value: unknown): unknown {
  if (value === 'true') return true;
  return value === 'false' ? false : value;
}

/** A text that is not blank, trimmed. */
export function configText(hint: string) {
  return z.preprocess(
    scalarAsText,
    z.string({ error: hint }).trim().min(1, { error: hint }),
  );
}

/** A number, also from an environment variable. */
export function configNumber(range: {
  min: number;
  max: number;
  whole?: true;
  hint: string;
}) {
  const error = range.hint;
  const number = z
    .number({ error })
    .min(range.min, { error })
    .max(range.max, { error });
  return z.preprocess(
    textAsNumber,
    range.whole ? number.int({ error }) : number,
  );
}

/** `true` or `false`, also from an environment variable. */
export const configBoolean = z.preprocess(
  textAsBoolean,
  z.boolean({ error: 'Write true or false.' }),
);

/** A target duration; the number 0 is the text "0". */
export const configTargetDuration = z.preprocess(
  scalarAsText,
  targetDurationSchema,
);

/** An RPO; the number 0 is the text "0". */
export const configRpo = z.preprocess(scalarAsText, rpoSchema);

/** A cadence. */
export const configCadence = z.preprocess(scalarAsText, cadenceSchema);

/** One of a few words. */
export function configWord<const Words extends readonly string[]>(
  words: Words,
) {
  return z.enum(words, { error: `Write one of ${words.join(', ')}.` });
}

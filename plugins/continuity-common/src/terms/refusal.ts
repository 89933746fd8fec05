import { z } from 'zod';
import { refusalTexts, type RefusalCode } from './refusalTexts';

/** @public */
export const refusalCodeSchema = z.enum(
  Object.keys(refusalTexts) as [RefusalCode, ...RefusalCode[]],
);

/** Why something is not done: a code for programs and for other languages, the values in its sentence, and the sentence in English. @public */
export const refusalSchema = z.object({
  code: refusalCodeSchema,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
});

/** @public */
export type Refusal = z.infer<typeof refusalSchema>;

/** A refusal with its sentence. @public */
export function refused(
  code: RefusalCode,
  params: Refusal['params'] = {},
): Refusal {
  const message = refusalTexts[code].replace(
    /\{\{(\w+)\}\}/g,
    // a function, since `$&` in a value would be read as a pattern
    (_, name: string) => String(params[name] ?? ''),
  );
  return { code, params, message: message.trim() };
}

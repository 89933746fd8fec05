import { z } from 'zod';

/** One line of text: blanks and control characters in a row become one blank. */
export function lineText(options: { longest: number; hint?: string }) {
  const { longest, hint } = options;
  return z
    .string(hint ? { error: hint } : undefined)
    .max(longest, { error: `Write at most ${longest} characters.` })
    .check(payload => {
      payload.value = payload.value
        // eslint-disable-next-line no-control-regex
        .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
        .trim();
      if (!hint || payload.value !== '') return;
      payload.issues.push({
        code: 'custom',
        message: hint,
        input: payload.value,
      });
    });
}

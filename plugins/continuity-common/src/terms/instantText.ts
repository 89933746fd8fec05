import { z } from 'zod';
import { parseDeadline } from './deadline';

const EXAMPLE = '2026-06-30T17:00:00Z';

/** A moment with "Z" or an offset, of which the UTC instant is kept: nobody can tell whose clock a time without one is read from. */
export const instantText = z
  .string({ error: `Write a moment such as "${EXAMPLE}".` })
  .max(40)
  .check(payload => {
    const parsed = parseDeadline(payload.value, 'UTC');
    if (parsed.ok && !parsed.dateOnly) {
      payload.value = parsed.instant;
      return;
    }
    payload.issues.push({
      code: 'custom',
      message: parsed.ok
        ? `"${payload.value}" is only a day. Write the time, too, such as "${EXAMPLE}".`
        : parsed.message,
      input: payload.value,
    });
  })
  .meta({
    description: 'A moment with an offset; kept as UTC',
    examples: [EXAMPLE],
  });

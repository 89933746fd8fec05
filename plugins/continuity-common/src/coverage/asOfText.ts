import { z } from 'zod';
import { parseDeadline } from '../terms/deadline';

const EXAMPLES = ['2026-03-31', '2026-03-31T12:00:00Z'];

/**
 * A moment of the past: a day, which means its end in the policy's zone, or an instant with an offset. Which moment it is, and whether there is anything to
 * be known of it, says {@link resolveAsOf}.
 */
export const asOfText = z
  .string({ error: `Write a day such as "${EXAMPLES[0]}".` })
  .max(40)
  .check(payload => {
    const parsed = parseDeadline(payload.value, 'UTC');
    if (parsed.ok) {
      payload.value = parsed.dateOnly ? payload.value.trim() : parsed.instant;
      return;
    }
    payload.issues.push({
      code: 'custom',
      message: `"${payload.value}" is no moment. Write a day such as "${EXAMPLES[0]}", or an instant with an offset such as "${EXAMPLES[1]}".`,
      input: payload.value,
    });
  })
  .meta({
    description:
      'A past moment: a day (its end in the policy’s zone), or an instant with an offset',
    examples: EXAMPLES,
  });

import { z } from 'zod';
import { parseCadence } from './cadence';

/**
 * A cadence: text that {@link parseCadence} accepts goes in, its ISO 8601 text comes out. The issue's message is the refusal.
 *
 * @public
 */
export const cadenceSchema = z
  .string({ error: 'Write a text such as "P1Y" or "P3M".' })
  .check(payload => {
    const parsed = parseCadence(payload.value);
    if (parsed.ok) {
      payload.value = parsed.iso;
      return;
    }
    payload.issues.push({
      code: 'custom',
      message: parsed.message,
      input: payload.value,
    });
  })
  .meta({
    description: 'ISO 8601 cadence of whole years, months, weeks or days',
    examples: ['P1Y', 'P3M', 'P2W', 'P30D'],
  });

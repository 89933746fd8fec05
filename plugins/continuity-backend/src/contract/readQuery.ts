import { z } from 'zod';

/**
 * The query of a URL as its schema wants it: texts, numbers and booleans, repeated parameters as lists.
 *
 * What does not look like what the schema wants stays a text, so that the schema says what is wrong with it. Read from the URL itself: the
 * framework's parser turns long lists into objects.
 */
export function readQuery(url: string, schema: z.ZodObject) {
  const query: Record<string, unknown> = {};
  const start = url.indexOf('?');
  const params = new URLSearchParams(start < 0 ? '' : url.slice(start + 1));
  for (const key of new Set(params.keys())) {
    const texts = params.getAll(key);
    const field = withoutOptional(schema.shape[key]);
    if (field instanceof z.ZodArray) {
      query[key] = texts;
    } else {
      query[key] = texts.length > 1 ? texts : scalar(texts[0], field);
    }
  }
  return query;
}

function withoutOptional(field: unknown): unknown {
  return field instanceof z.ZodOptional ? field.unwrap() : field;
}

function scalar(text: string, field: unknown): unknown {
  if (field instanceof z.ZodNumber) {
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  }
  if (field instanceof z.ZodBoolean && /^(true|false)$/.test(text)) {
    return text === 'true';
  }
  return text;
}

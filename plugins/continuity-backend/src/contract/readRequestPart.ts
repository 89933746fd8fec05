import { storable } from 'backstage-plugin-continuity-common';
import { z } from 'zod';
import { RequestIssue } from './WrongFieldsError';

/**
 * Checks one part of a request against its schema, without what no database takes. Wrong fields are added to `issues`, and nothing is returned.
 */
export function readRequestPart<T extends z.ZodType>(
  schema: T,
  value: unknown,
  options: { whole: string; issues: RequestIssue[] },
): z.output<T> | undefined {
  const parsed = schema.safeParse(storable(value));
  if (parsed.success) return parsed.data;
  options.issues.push(
    ...parsed.error.issues.flatMap(issue =>
      describe(issue, schema, options.whole),
    ),
  );
  return undefined;
}

function describe(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  whole: string,
): RequestIssue[] {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') {
    return [{ path: path.join('.') || whole, message: issue.message }];
  }
  const accepted = keysAt(schema, path);
  return issue.keys.map(key => ({
    path: [...path, key].join('.'),
    message: accepted.length
      ? `There is no such field. Accepted are ${accepted.join(', ')}.`
      : 'There is no such field.',
  }));
}

function keysAt(schema: unknown, path: string[]): string[] {
  let here = schema;
  for (const key of path) {
    here = here instanceof z.ZodObject ? here.shape[key] : undefined;
  }
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}

import type { z } from 'zod';
import type { ConfigProblem } from './ConfigProblem';

const LONGEST_SHOWN = 60;

/** Says what zod found wrong with the config. Needs issues that carry their input (`reportInput`). */
export function describeConfigIssues(
  issues: readonly z.core.$ZodIssue[],
): ConfigProblem[] {
  return issues.flatMap((issue): ConfigProblem[] => {
    const { path, message } = issue;
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map(key => ({
          path: [...path, key],
          message: `This key is not known here. Accepted are ${message}.`,
        }));
      case 'custom':
        return [{ path, message }];
      default:
        return [{ path, message: `${describeFound(issue.input)} ${message}` }];
    }
  });
}

function describeFound(input: unknown): string {
  if (input === undefined) return 'This is missing.';
  if (input === null) return 'There is nothing here.';
  if (Array.isArray(input)) {
    return input.length === 0 ? 'Found an empty list.' : 'Found a list.';
  }
  if (typeof input === 'object') return 'Found a section.';
  const text =
    typeof input === 'string' ? JSON.stringify(input) : String(input);
  return text.length > LONGEST_SHOWN
    ? `Found ${text.slice(0, LONGEST_SHOWN)}….`
    : `Found ${text}.`;
}

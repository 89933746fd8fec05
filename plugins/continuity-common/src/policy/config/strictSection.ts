import { z } from 'zod';

/**
 * A section of the config in which unknown keys are refused. The message of its issues names the keys that are accepted, see
 * {@link describeConfigIssues}.
 */
export function strictSection<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
) {
  const accepted = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? accepted
        : `Write a section with ${accepted}.`,
  });
}

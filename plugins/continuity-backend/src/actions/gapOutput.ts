import type { ActionsRegistryActionOptions } from '@backstage/backend-plugin-api/alpha';
import type { Gap } from 'backstage-plugin-continuity-common';

/** The zod that the actions registry hands out: version 3, whatever this package uses. */
type ActionsZod = Parameters<
  ActionsRegistryActionOptions<any, any>['schema']['output']
>[0];

/** A gap as actions tell it. */
export function gapOutputOf(v3: ActionsZod) {
  return v3.object({
    code: v3.string(),
    severity: v3.string().describe('critical, warning or information'),
    message: v3.string(),
    action: v3.string().describe('What to do'),
    since: v3.string(),
    dueBy: v3.string(),
    late: v3.boolean(),
    exemptUntil: v3.string().nullable(),
  });
}

/** Leaves out what only a user interface needs. */
export function toGapOutput(gap: Gap) {
  const { code, severity, message, action, since, dueBy, late } = gap;
  return {
    code,
    severity,
    message,
    action,
    since,
    dueBy,
    late,
    exemptUntil: gap.exemption?.until ?? null,
  };
}

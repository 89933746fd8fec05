/**
 * One wrong field of a refused request. `field` is its path without the wrapping `values`, `rto` or `mbco.percent`; empty when
 * the whole request is meant.
 *
 * @public
 */
export interface FieldIssue {
  field: string;
  message: string;
}

/**
 * Reads the wrong fields out of the error of a refused request (400); empty for any other error.
 *
 * @public
 */
export function readFieldIssues(error: unknown): FieldIssue[] {
  const body = (error as { body?: { error?: { issues?: unknown } } } | null)
    ?.body;
  const issues = body?.error?.issues;
  if (!Array.isArray(issues)) return [];
  return issues
    .filter(issue => typeof issue?.message === 'string')
    .map(issue => ({
      field: fieldOf(issue.field ?? issue.path),
      message: issue.message,
    }));
}

function fieldOf(path: unknown): string {
  const parts = Array.isArray(path)
    ? path.map(String)
    : String(path ?? '').split('.');
  return (parts[0] === 'values' ? parts.slice(1) : parts).join('.');
}

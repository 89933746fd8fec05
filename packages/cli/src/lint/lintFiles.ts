import {
  parsePlanMarkdown,
  readCatalogDocuments,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import type { LintFile } from './findLintFiles';
import type { LintFinding } from './LintFinding';

export function lintFile(
  file: LintFile,
  _policy: ContinuityPolicy,
): LintFinding[] {
  const { path, kind, text } = file;
  if (kind === 'catalog') {
    return readCatalogDocuments(text).problems.map(p => ({
      path,
      line: p.line,
      severity: 'error',
      message: p.message,
    }));
  }
  const parsed = parsePlanMarkdown(text);
  return parsed.ok
    ? []
    : parsed.issues.map(i => ({ path, severity: 'error', ...i }));
}

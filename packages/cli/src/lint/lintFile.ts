import {
  lintContinuity,
  lintPlanFile,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import { readCatalogFile } from '../catalog/readCatalogFile';
import { DocumentLines } from './DocumentLines';
import type { LintFile } from './findLintFiles';
import type { LintFinding } from './LintFinding';

/** Checks a file with the rules of the server. @param policy - without it the shipped one, whose tiers may be others than those meant */
export function lintFile(
  file: LintFile,
  policy: ContinuityPolicy | undefined,
): LintFinding[] {
  return file.kind === 'plan'
    ? lintPlanFile(file).map(({ path, line, message }) => ({
        path,
        line,
        severity: 'error',
        message,
      }))
    : lintCatalogFile(file, policy);
}

function lintCatalogFile(
  { path, text }: LintFile,
  policy: ContinuityPolicy | undefined,
): LintFinding[] {
  const { documents, problems } = readCatalogFile(path, text);
  const lines = new DocumentLines(text);
  return [
    ...problems.map(problem => ({ ...problem, severity: 'error' as const })),
    ...documents.flatMap(({ number, content }) =>
      lintContinuity([{ path, document: content }], policy).map(
        ({ entity, key, message }): LintFinding => ({
          path,
          line: lines.lineOf(number, key),
          severity:
            policy === undefined && key === 'continuity/tier'
              ? 'warning'
              : 'error',
          message: [entity, key, message].filter(Boolean).join(': '),
        }),
      ),
    ),
  ];
}

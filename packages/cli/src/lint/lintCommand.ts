import { exitCodes, type ExitCode } from '../exitCodes';
import type { Terminal } from '../Terminal';
import { writeReports } from '../writeReports';
import { findLintFiles } from './findLintFiles';
import { lintFile } from './lintFile';
import type { LintFinding } from './LintFinding';
import type { LintOptions } from './LintOptions';
import { readPolicy } from './readPolicy';
import { writeLintReport } from './writeLintReport';

/** `continuity lint`: checks catalog documents and plan files with the rules of the server, and prints what it finds. */
export async function lintCommand(
  terminal: Terminal,
  options: LintOptions,
): Promise<ExitCode> {
  const policy = await readPolicy(terminal, options.policy);
  const { files, missingPlans } = await findLintFiles(
    terminal.directory,
    options,
  );
  const findings: LintFinding[] = [
    ...files.flatMap(file => lintFile(file, policy)),
    ...missingPlans.map(({ path, plan }) => ({
      path,
      line: null,
      severity: 'error' as const,
      message: `continuity/plan names ${plan}, and there is no such file.`,
    })),
  ].sort(byPlace);

  await writeReports(terminal, {
    format: options.format,
    output: options.output,
    write: (format, palette) =>
      writeLintReport({ files: files.length, findings }, { format, palette }),
  });
  return findings.some(
    ({ severity }) => severity === 'error' || options.warnAsError,
  )
    ? exitCodes.block
    : exitCodes.pass;
}

function byPlace(a: LintFinding, b: LintFinding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}

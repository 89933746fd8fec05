import type { ExitCode } from '../exitCodes';
import type { Terminal } from '../Terminal';
import { writeReports } from '../writeReports';
import type { CheckOptions } from './CheckOptions';
import { runCheck } from './runCheck';
import { writeCheckReport } from './writeCheckReport';

/** `continuity check` with what it prints. */
export async function checkCommand(
  terminal: Terminal,
  options: CheckOptions,
): Promise<ExitCode> {
  const { format, output, onError } = options;
  const portalUrl =
    options.portalUrl ??
    (terminal.environment.CONTINUITY_PORTAL_URL || undefined);
  const outcome = await runCheck(terminal, options);
  await writeReports(terminal, {
    format,
    output,
    write: (as, palette) =>
      writeCheckReport(outcome, { format: as, onError, portalUrl, palette }),
  });
  return outcome.exitCode;
}

import { Palette } from '../Palette';
import type { ExitCode } from '../exitCodes';
import type { Terminal } from '../Terminal';
import { writeOutput } from '../writeOutput';
import type { CheckOptions } from './CheckOptions';
import { runCheck } from './runCheck';
import { writeCheckReport } from './writeCheckReport';

/** `continuity check` with what it prints: with `--output` the report goes into the file, and its text is printed as well. */
export async function checkCommand(
  terminal: Terminal,
  options: CheckOptions,
): Promise<ExitCode> {
  const { format, output, onError } = options;
  const outcome = await runCheck(terminal, options);
  const report = (as: CheckOptions['format']) =>
    writeCheckReport(outcome, {
      format: as,
      onError,
      palette: new Palette(terminal),
    });
  if (output === undefined) {
    terminal.print(report(format));
    return outcome.exitCode;
  }
  terminal.print(report('text'));
  await writeOutput(
    terminal,
    output,
    writeCheckReport(outcome, { format, onError }),
  );
  return outcome.exitCode;
}

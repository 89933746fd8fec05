import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CouldNotTell } from './CouldNotTell';
import type { Terminal } from './Terminal';

/** Writes a report to a file, making the folders that it needs. */
export async function writeOutput(
  terminal: Pick<Terminal, 'directory'>,
  file: string,
  report: string,
): Promise<void> {
  const target = path.resolve(terminal.directory, file);
  try {
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, report);
  } catch (error) {
    throw new CouldNotTell({
      message: `The report can’t be written: ${(error as Error).message}`,
      mend: 'Name another file with --output.',
      cause: error,
    });
  }
}

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CouldNotTell } from './CouldNotTell';
import { Palette } from './Palette';
import type { Terminal } from './Terminal';

const formatOfEnding: Record<string, 'markdown' | 'json'> = {
  '.md': 'markdown',
  '.json': 'json',
};

/**
 * Prints a report, or writes it to files and prints its text. The ending of a file says its format.
 *
 * @param options - `format`: what was asked for; `output`: files, from the folder of the terminal; `write`: makes the report, with colours for a screen
 */
export async function writeReports<T extends string>(
  terminal: Terminal,
  options: {
    format: T | 'text';
    output: string[];
    write: (
      format: T | 'text' | 'markdown' | 'json',
      palette: Palette,
    ) => string;
  },
): Promise<void> {
  const { format, output, write } = options;
  terminal.print(
    write(output.length === 0 ? format : 'text', new Palette(terminal)),
  );
  for (const file of output) {
    const as = formatOfEnding[path.extname(file).toLowerCase()] ?? format;
    await writeTo(
      path.resolve(terminal.directory, file),
      write(as, new Palette({ isScreen: false, environment: {} })),
    );
  }
}

/** Makes the folders that the file needs. */
async function writeTo(target: string, report: string): Promise<void> {
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

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  parsePolicy,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import { parse } from 'yaml';
import { CouldNotTell } from '../CouldNotTell';
import type { Terminal } from '../Terminal';

/** The policy of a file with the section `continuity`; undefined where no file is named. */
export async function readPolicy(
  terminal: Pick<Terminal, 'directory'>,
  file: string | undefined,
): Promise<ContinuityPolicy | undefined> {
  if (file === undefined) return undefined;
  try {
    const content: unknown = parse(
      await readFile(path.resolve(terminal.directory, file), 'utf8'),
    );
    const section = (content as { continuity?: unknown } | null)?.continuity;
    if (section === undefined || section === null) {
      throw new Error('It has no section "continuity".');
    }
    return parsePolicy(section);
  } catch (error) {
    throw new CouldNotTell({
      message: `The policy of ${file} can’t be read: ${
        (error as Error).message
      }`,
      mend: 'Name the file that configures the plugin, such as app-config.yaml.',
      cause: error,
    });
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve as resolvePath } from 'node:path';
import { InputError } from '@backstage/errors';
import { parse } from 'yaml';
import { SeedFile, seedFileSchema } from './seedFileSchema';

/**
 * Reads a seed file. A relative path is looked for in the working directory and in the folders above it.
 *
 * @throws InputError that names the file and every mistake in it.
 */
export function readSeedFile(file: string): SeedFile {
  const path = findSeedFile(file);
  const parsed = seedFileSchema.safeParse(readYaml(path));
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map(
    issue => `- ${issue.path.join('.') || 'the file'}: ${issue.message}`,
  );
  throw new InputError(
    `continuity.seed.file ${path} can’t be used:\n${mistakes.join('\n')}`,
  );
}

/** A relative path is looked for in the working directory and in the folders above it. */
export function findSeedFile(file: string): string {
  if (isAbsolute(file) && existsSync(file)) return file;
  for (
    let folder = process.cwd(), above = '';
    folder !== above;
    above = folder, folder = dirname(folder)
  ) {
    const candidate = resolvePath(folder, file);
    if (existsSync(candidate)) return candidate;
  }
  throw new InputError(
    `continuity.seed.file names ${file}, and there is no such file in ${process.cwd()} or a folder above it.`,
  );
}

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8')) ?? {};
  } catch (error) {
    throw new InputError(`continuity.seed.file ${path} is no YAML`, error);
  }
}

import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileTree } from './FileTree';
import type { Git } from './Git';

/** The files as they lie in the checkout, committed or not; ignored ones are left out. */
export class WorkingTree implements FileTree {
  readonly #git: Git;

  constructor(git: Git) {
    this.#git = git;
  }

  async list(): Promise<string[]> {
    const listed = await this.#git.read([
      'ls-files',
      '-z',
      '--cached',
      '--others',
      '--exclude-standard',
    ]);
    return [...new Set(listed.toString('utf8').split('\0'))].filter(Boolean);
  }

  async read(paths: string[]): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    for (const each of paths) {
      const file = path.join(this.#git.folder, each);
      const found = await lstat(file).catch(() => undefined);
      if (found?.isFile()) texts.set(each, await readFile(file, 'utf8'));
    }
    return texts;
  }
}

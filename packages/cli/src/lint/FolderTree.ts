import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileTree } from '../git/FileTree';

/** The files of a folder that is no Git checkout; folders of packages and hidden ones are left out. */
export class FolderTree implements FileTree {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async list(): Promise<string[]> {
    return this.#below('');
  }

  async read(paths: string[]): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    for (const each of paths) {
      const text = await readFile(path.join(this.#folder, each), 'utf8').catch(
        () => undefined,
      );
      if (text !== undefined) texts.set(each, text);
    }
    return texts;
  }

  async #below(folder: string): Promise<string[]> {
    const found: string[] = [];
    const entries = await readdir(path.join(this.#folder, folder), {
      withFileTypes: true,
    });
    for (const entry of entries) {
      const each = path.posix.join(folder, entry.name);
      if (entry.isFile()) found.push(each);
      else if (
        entry.isDirectory() &&
        entry.name !== 'node_modules' &&
        !entry.name.startsWith('.')
      ) {
        found.push(...(await this.#below(each)));
      }
    }
    return found;
  }
}

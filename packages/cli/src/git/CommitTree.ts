import type { FileTree } from './FileTree';
import type { Git } from './Git';

/** The files of a commit, whatever is checked out. */
export class CommitTree implements FileTree {
  readonly #git: Git;
  readonly #commit: string;
  #blobs: Promise<Map<string, string>> | undefined;

  constructor(git: Git, commit: string) {
    this.#git = git;
    this.#commit = commit;
  }

  async list(): Promise<string[]> {
    return [...(await this.#files()).keys()];
  }

  async read(paths: string[]): Promise<Map<string, string>> {
    const blobs = await this.#files();
    const wanted = paths.filter(path => blobs.has(path));
    const texts = new Map<string, string>();
    if (wanted.length === 0) return texts;
    // By hash and not by path: a path may hold a line's end
    const batch = await this.#git.read(
      ['cat-file', '--batch'],
      wanted.map(path => `${blobs.get(path)}\n`).join(''),
    );
    let at = 0;
    for (const path of wanted) {
      const lineEnd = batch.indexOf('\n', at);
      const [, kind, size] = batch
        .subarray(at, lineEnd)
        .toString('utf8')
        .split(' ');
      if (kind !== 'blob') {
        at = lineEnd + 1;
        continue;
      }
      const end = lineEnd + 1 + Number(size);
      texts.set(path, batch.subarray(lineEnd + 1, end).toString('utf8'));
      at = end + 1;
    }
    return texts;
  }

  async #files(): Promise<Map<string, string>> {
    this.#blobs ??= this.#readTree();
    return this.#blobs;
  }

  async #readTree(): Promise<Map<string, string>> {
    const listed = await this.#git.read([
      'ls-tree',
      '-r',
      '-z',
      '--full-tree',
      this.#commit,
    ]);
    const blobs = new Map<string, string>();
    for (const line of listed.toString('utf8').split('\0')) {
      const tab = line.indexOf('\t');
      const [mode, , hash] = line.slice(0, tab).split(' ');
      // Plain files: neither links (120000) nor submodules (160000)
      if (mode?.startsWith('100')) blobs.set(line.slice(tab + 1), hash);
    }
    return blobs;
  }
}

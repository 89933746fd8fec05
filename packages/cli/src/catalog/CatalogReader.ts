import type { FileTree } from '../git/FileTree';
import type { CatalogFile } from './CatalogDocument';
import { locationTargets } from './locationTargets';
import { matchesAny } from './matchesAny';
import { readCatalogFile } from './readCatalogFile';

/** The catalog files of a repository at one moment. */
export class CatalogReader {
  readonly #tree: FileTree;
  readonly #globs: string[];
  readonly #exclude: string[];
  readonly #repository: string | undefined;
  readonly #read = new Map<string, CatalogFile>();

  constructor(options: {
    tree: FileTree;
    globs: string[];
    exclude: string[];
    repository: string | undefined;
  }) {
    this.#tree = options.tree;
    this.#globs = options.globs;
    this.#exclude = options.exclude;
    this.#repository = options.repository;
  }

  /** Paths that match the globs, and what their `Location` documents point to, however often. */
  async paths(): Promise<Set<string>> {
    const files = (await this.#tree.list()).filter(
      file => !matchesAny(file, this.#exclude),
    );
    const found = new Set(files.filter(file => matchesAny(file, this.#globs)));
    let open = [...found];
    while (open.length > 0) {
      const texts = await this.#tree.read(open);
      const targets = [...texts].flatMap(([path, text]) =>
        // Most files name no location; parsing them would only take time
        /\bLocation\b/.test(text)
          ? this.#parse(path, text)
              .documents.filter(({ content }) => content.kind === 'Location')
              .flatMap(document =>
                locationTargets(document, files, this.#repository),
              )
          : [],
      );
      open = [...new Set(targets)].filter(path => !found.has(path));
      open.forEach(path => found.add(path));
    }
    return found;
  }

  /** Of some YAML files those that hold entities of the catalog's own kinds, wherever they lie. */
  async withEntities(paths: string[]): Promise<Set<string>> {
    const yaml = paths.filter(path => /\.ya?ml$/i.test(path));
    const found = new Set<string>();
    for (const [path, text] of await this.#tree.read(yaml)) {
      if (!/backstage\.io\//.test(text)) continue;
      const { documents } = this.#parse(path, text);
      if (documents.some(({ content }) => isOfCatalog(content))) {
        found.add(path);
      }
    }
    return found;
  }

  /** Reads some catalog files. Those that are not there are left out. */
  async files(paths: Iterable<string>): Promise<Map<string, CatalogFile>> {
    const texts = await this.#tree.read([...paths]);
    return new Map(
      [...texts].map(([path, text]) => [path, this.#parse(path, text)]),
    );
  }

  #parse(path: string, text: string): CatalogFile {
    const known = this.#read.get(path);
    if (known) return known;
    const file = readCatalogFile(path, text);
    this.#read.set(path, file);
    return file;
  }
}

function isOfCatalog({ apiVersion, kind }: Record<string, unknown>): boolean {
  return (
    typeof apiVersion === 'string' &&
    apiVersion.startsWith('backstage.io/') &&
    typeof kind === 'string'
  );
}

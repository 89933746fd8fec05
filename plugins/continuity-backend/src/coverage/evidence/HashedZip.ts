import { createHash } from 'node:crypto';
import archiver from 'archiver';

/** A ZIP whose manifest has the hash of each of its files. */
export class HashedZip {
  readonly #zip = archiver('zip', { zlib: { level: 6 } });
  readonly #chunks: Buffer[] = [];
  readonly #files: Array<{ path: string; bytes: number; sha256: string }> = [];
  readonly #done: Promise<void>;

  constructor() {
    this.#done = new Promise((resolve, reject) => {
      this.#zip.on('data', chunk => this.#chunks.push(chunk));
      this.#zip.on('end', resolve);
      this.#zip.on('error', reject);
    });
  }

  add(path: string, text: string): void {
    const content = Buffer.from(text, 'utf8');
    this.#files.push({
      path,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    this.#zip.append(content, { name: path });
  }

  async finish(about: object): Promise<Buffer> {
    const files = [...this.#files].sort((a, b) => (a.path < b.path ? -1 : 1));
    this.#zip.append(`${JSON.stringify({ ...about, files }, null, 2)}\n`, {
      name: 'manifest.json',
    });
    await this.#zip.finalize();
    await this.#done;
    return Buffer.concat(this.#chunks);
  }
}

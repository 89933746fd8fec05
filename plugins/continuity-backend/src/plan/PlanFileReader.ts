import type { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  mostPlanBytes,
  type PlanFileIssue,
} from 'backstage-plugin-continuity-common';

const LONGEST_READ = 15_000;

/** What reading a file came to. */
export type PlanFileRead =
  | { state: 'unchanged' }
  | { state: 'read'; text: string; etag: string | null }
  | { state: 'invalid' | 'unreadable'; issue: PlanFileIssue };

/** Reads plan files by the portal's URL reader, with its allow-list and its tokens, a bounded number of bytes for a bounded time. */
export class PlanFileReader {
  readonly #urlReader: UrlReaderService;

  static create(options: { urlReader: UrlReaderService }) {
    return new PlanFileReader(options.urlReader);
  }

  private constructor(urlReader: UrlReaderService) {
    this.#urlReader = urlReader;
  }

  async read(
    url: string,
    options: { etag: string | null; signal?: AbortSignal },
  ): Promise<PlanFileRead> {
    const limit = AbortSignal.timeout(LONGEST_READ);
    const signal = options.signal
      ? AbortSignal.any([options.signal, limit])
      : limit;
    try {
      const response = await this.#urlReader.readUrl(url, {
        etag: options.etag ?? undefined,
        signal,
      });
      const content = response.stream
        ? await firstBytes(response.stream(), mostPlanBytes + 1)
        : await response.buffer();
      if (content.length > mostPlanBytes) {
        return {
          state: 'invalid',
          issue: {
            line: null,
            message: `The file is larger than ${
              mostPlanBytes / 1_000_000
            } MB. Link to long documents instead of including them.`,
          },
        };
      }
      return {
        state: 'read',
        text: content.toString('utf8'),
        etag: response.etag ?? null,
      };
    } catch (error) {
      const { name } = error as Error;
      if (name === 'NotModifiedError') return { state: 'unchanged' };
      return {
        state: 'unreadable',
        issue: { line: null, message: describe(name, url) },
      };
    }
  }
}

async function firstBytes(
  stream: NodeJS.ReadableStream & { destroy?: () => void },
  most: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Buffer);
    chunks.push(bytes);
    length += bytes.length;
    if (length >= most) break;
  }
  stream.destroy?.();
  return Buffer.concat(chunks);
}

/** For people, without what the reader says of addresses inside the network, tokens and answers. */
function describe(name: string, url: string): string {
  const { host } = new URL(url);
  if (name === 'NotFoundError') return 'There is no such file.';
  if (name === 'NotAllowedError') {
    return `The portal may not read from ${host}. Whoever runs it can allow it with an integration or backend.reading.allow.`;
  }
  if (name === 'AbortError' || name === 'TimeoutError') {
    return `${host} did not answer in time.`;
  }
  return `${host} did not give the file. It is tried again later.`;
}

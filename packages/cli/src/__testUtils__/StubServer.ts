import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came. */
export interface SeenRequest {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: any;
}

/** What is answered; text is sent as it is. */
export interface StubAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** Milliseconds to wait. */
  after?: number;
}

/** A server that keeps what it was asked, and answers as it is told. */
export class StubServer {
  readonly seen: SeenRequest[];
  readonly #server: Server;

  private constructor(server: Server, seen: SeenRequest[]) {
    this.#server = server;
    this.seen = seen;
  }

  static async start(
    answer: (request: SeenRequest, count: number) => StubAnswer,
  ): Promise<StubServer> {
    const requests: SeenRequest[] = [];
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const text = Buffer.concat(chunks).toString('utf8');
      const seen: SeenRequest = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: text === '' ? undefined : JSON.parse(text),
      };
      requests.push(seen);
      const {
        status = 200,
        headers,
        body,
        after = 0,
      } = answer(seen, requests.length);
      setTimeout(() => {
        response.writeHead(status, {
          'content-type': 'application/json',
          ...headers,
        });
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      }, after);
    });
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    return new StubServer(server, requests);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The body of the last request. */
  get asked(): any {
    return this.seen[this.seen.length - 1]?.body;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}

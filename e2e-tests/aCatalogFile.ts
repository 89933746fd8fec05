import { createServer, type Server } from 'node:http';
import { expect, type APIRequestContext } from '@playwright/test';

/** The portal of the tests may read catalog files from here, see scripts/e2e-portal.js. */
const PORT = 7097;

const backend =
  process.env.PLAYWRIGHT_BACKEND_URL ??
  process.env.PLAYWRIGHT_URL ??
  'http://localhost:7007';

/** Headers with which one of the demo's people calls the API. */
export async function headersOf(request: APIRequestContext, userRef: string) {
  const signedIn = await request.get(`${backend}/api/auth/demo/refresh`, {
    headers: { 'x-demo-user': userRef },
  });
  const { backstageIdentity } = await signedIn.json();
  return { authorization: `Bearer ${backstageIdentity.token}` };
}

/** A call of the API as one of the demo's people. */
export async function callAs(
  request: APIRequestContext,
  userRef: string,
  call: {
    method: 'GET' | 'POST' | 'PUT' | 'DELETE';
    path: string;
    data?: unknown;
  },
) {
  const { method, path, data } = call;
  return request.fetch(`${backend}/api${path}`, {
    method,
    headers: await headersOf(request, userRef),
    ...(data === undefined ? {} : { data }),
  });
}

/** A catalog file that a test serves, brings into the catalog of the portal, and changes. */
export class CatalogFile {
  #yaml: string;
  readonly #server: Server;
  #locationId: string | undefined;

  /** Serves it and waits until the catalog knows the entity. */
  static async register(options: {
    request: APIRequestContext;
    by: string;
    entityRef: string;
    yaml: string;
  }): Promise<CatalogFile> {
    const file = new CatalogFile(options);
    await new Promise<void>(resolve => {
      file.#server.listen(PORT, () => resolve());
    });
    const { request, by } = options;
    const answer = await callAs(request, by, {
      method: 'POST',
      path: '/catalog/locations',
      data: {
        type: 'url',
        target: `http://localhost:${PORT}/catalog-info.yaml`,
      },
    });
    expect(answer.status(), await answer.text()).toBe(201);
    file.#locationId = (await answer.json()).location.id;
    await file.#until(() => true);
    return file;
  }

  private constructor(
    private readonly options: {
      request: APIRequestContext;
      by: string;
      entityRef: string;
      yaml: string;
    },
  ) {
    this.#yaml = options.yaml;
    this.#server = createServer((_, response) => {
      response.setHeader('content-type', 'text/yaml');
      response.end(this.#yaml);
    });
  }

  /** Changes the file, and waits until catalog and portal have read it. */
  async change(
    yaml: string,
    isRead: (entity: {
      relations?: Array<{ type: string; targetRef: string }>;
    }) => boolean,
  ): Promise<void> {
    this.#yaml = yaml;
    const { request, by, entityRef } = this.options;
    await callAs(request, by, {
      method: 'POST',
      path: '/catalog/refresh',
      data: { entityRef },
    });
    await this.#until(isRead);
  }

  async remove(): Promise<void> {
    const { request, by } = this.options;
    if (this.#locationId) {
      await callAs(request, by, {
        method: 'DELETE',
        path: `/catalog/locations/${this.#locationId}`,
      });
    }
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  async #until(isRead: Parameters<CatalogFile['change']>[1]): Promise<void> {
    const { request, by, entityRef } = this.options;
    const [kind, rest] = entityRef.split(':');
    const path = `by-name/${kind}/${rest}`;
    await expect(async () => {
      const entity = await callAs(request, by, {
        method: 'GET',
        path: `/catalog/entities/${path}`,
      });
      expect(entity.status()).toBe(200);
      expect(isRead(await entity.json())).toBe(true);
      // the tab reads the entity again from the catalog
      const tab = await callAs(request, by, {
        method: 'GET',
        path: `/continuity/entities/${path}`,
      });
      expect(tab.status()).toBe(200);
    }).toPass({ timeout: 90_000, intervals: [1_000] });
  }
}

import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import searchPlugin from '@backstage/plugin-search-backend';
import catalogCollator from '@backstage/plugin-search-backend-module-catalog';
import { continuitySearch } from './continuitySearch';

jest.setTimeout(60_000);

const aService = (name: string, status: string, tier: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    labels: { 'continuity/status': status, 'continuity/effective-tier': tier },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team' },
});

describe('search in the portal', () => {
  let port: number;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const backend = await startTestBackend({
      features: [
        schedulerServiceFactory, // the mocked one has run its tasks before search adds its own
        searchPlugin,
        catalogCollator,
        continuitySearch,
        catalogServiceMock.factory({
          entities: [
            aService('checkout', 'exposed', 'tier-1'),
            aService('blog', 'at-risk', 'tier-4'),
          ],
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost' },
            // at once
            search: {
              collators: {
                catalog: {
                  schedule: {
                    frequency: { minutes: 10 },
                    timeout: { minutes: 1 },
                  },
                },
              },
            },
          },
        }),
      ],
    });
    port = backend.server.port() as number;
    stop = () => backend.stop();
  });
  afterAll(() => stop());

  async function find(query: string): Promise<string[]> {
    const response = await fetch(
      `http://localhost:${port}/api/search/query?${query}`,
    );
    const { results } = await response.json();
    return results.map(
      (r: { document: { title: string } }) => r.document.title,
    );
  }

  it.each([
    ['a status', 'term=exposed', ['checkout']],
    ['a status of two words', 'term=at-risk', ['blog', 'checkout']],
    // parts of these are found by themselves, so the best match comes first
    ['the id of a tier', 'term=tier-4', ['blog', 'checkout']],
    ['the title of a tier', 'term=deferrable', ['blog']],
    ['a filter', 'term=&filters[continuityStatus]=exposed', ['checkout']],
  ])('finds services by %s', async (_, query, expected) => {
    // the index is made after the start
    let found: string[] = [];
    for (let tries = 0; tries < 100 && found.length === 0; tries += 1) {
      found = await find(query);
      if (found.length === 0) await new Promise(r => setTimeout(r, 100));
    }
    expect(found).toEqual(expected);
  });
});

import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  entityContinuitySchema,
  type EntityContinuity,
} from 'backstage-plugin-continuity-common';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import request from 'supertest';
import { parseAllDocuments, stringify } from 'yaml';
import continuityPlugin from './index';

jest.setTimeout(240_000);

const folder = process.env.CONTINUITY_REALDATA;
const files = ['home-ops.yaml', 'opentelemetry-demo.yaml'];

interface Document {
  kind: string;
  metadata: { name: string; namespace?: string };
  spec?: { owner?: string; type?: string; lifecycle?: string };
}

const documentsIn = (file: string): Document[] =>
  parseAllDocuments(fs.readFileSync(path.join(folder!, file), 'utf8'))
    .map(document => document.toJS() as Document | null)
    .filter((document): document is Document => Boolean(document?.kind))
    // the catalog itself refuses documents whose placeholders it can't fetch
    .filter(document => !JSON.stringify(document).includes('"$text"'));

const refOf = ({ kind, metadata }: Document) =>
  `${kind}:${metadata.namespace ?? 'default'}/${metadata.name}`.toLowerCase();

/** All documents; where both files have an entity of one name, the catalog keeps one. */
const allDocuments = () => [
  ...new Map(files.flatMap(documentsIn).map(d => [refOf(d), d])).values(),
];

const pathOf = ({ kind, metadata }: Document) =>
  `/api/continuity/entities/by-name/${kind.toLowerCase()}/${
    metadata.namespace ?? 'default'
  }/${encodeURIComponent(metadata.name)}`;

async function eventually<T>(look: () => Promise<T | false>): Promise<T> {
  const until = Date.now() + 90_000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > until) throw new Error('It did not happen in time');
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}

/** Somebody is in the catalog, so that it can be told that the owners in these files are nobody. */
const someone = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'someone' },
  spec: { memberOf: [] },
};

async function startPortal(
  continuity: object,
  { withPeople = false }: { withPeople?: boolean } = {},
) {
  const people = path.join(os.tmpdir(), `people-${process.pid}.yaml`);
  fs.writeFileSync(people, stringify(someone));
  return await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost:7007',
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          catalog: {
            processingInterval: { seconds: 5 },
            rules: [
              {
                allow: [
                  'Component',
                  'System',
                  'API',
                  'Resource',
                  'Domain',
                  'User',
                ],
              },
            ],
            locations: [
              ...files.map(file => path.join(folder!, file)),
              ...(withPeople ? [people] : []),
            ].map(target => ({ type: 'file', target })),
          },
          continuity: {
            ...continuity,
            sweep: { frequency: 'PT10S', initialDelay: 'PT5S' },
          },
        },
      }),
      mockServices.database.factory(),
      schedulerServiceFactory,
      catalogPlugin,
      continuityPlugin,
    ],
  });
}

const describeWithData = folder ? describe : describe.skip;

describeWithData(
  'real catalogs (skipped where CONTINUITY_REALDATA names no folder)',
  () => {
    it('give every entity a status and honest gaps, name unresolved owners, and end the sweep without an error', async () => {
      const { server } = await startPortal({}, { withPeople: true });
      const get = (url: string) =>
        request(server)
          .get(url)
          .set('authorization', mockCredentials.user.header());
      const documents = allDocuments();
      expect(documents.length).toBeGreaterThan(60);

      await eventually(async () => {
        const { body } = await get('/api/continuity/sweep');
        return body.finishedAt && body.mirroredEntities > documents.length;
      });

      const answers = new Map<string, EntityContinuity>();
      for (const document of documents) {
        const { status, body } = await get(pathOf(document));
        expect({ path: pathOf(document), status }).toEqual({
          path: pathOf(document),
          status: 200,
        });
        entityContinuitySchema.parse(body);
        answers.set(body.entityRef, body);
      }

      for (const document of documents) {
        const ref = `${document.kind}:${
          document.metadata.namespace ?? 'default'
        }/${document.metadata.name}`.toLowerCase();
        const answer = answers.get(ref)!;
        const inScope =
          ['System', 'Resource'].includes(document.kind) ||
          (document.kind === 'Component' &&
            ['service', 'website'].includes(document.spec?.type ?? ''));
        const shelved = ['experimental', 'deprecated'].includes(
          document.spec?.lifecycle ?? '',
        );
        // nobody declared a tier in these catalogs: nothing may look assessed
        expect({ ref, status: answer.status }).toEqual({
          ref,
          status: inScope && !shelved ? 'unassessed' : 'out-of-scope',
        });
      }

      const owned = documents
        .filter(document => document.spec?.owner)
        .map(document => answers.get(refOf(document))!)
        .filter(answer => answer.status === 'unassessed');
      expect(owned.length).toBeGreaterThan(30);
      for (const answer of owned) {
        // the owner is nobody in this catalog, and is named all the same
        const owner = answer.profile.recoveryOwner.value;
        expect(owner).toMatch(/^(user|group):/);
        expect(answer.gaps).toContainEqual(
          expect.objectContaining({
            code: 'owner-unresolved',
            severity: 'information',
            params: expect.objectContaining({ owner, state: 'missing' }),
          }),
        );
      }

      const { body: sweep } = await get('/api/continuity/sweep');
      expect(sweep.lastError).toBeNull();
    });

    it('give tiers with source mapped for a made-up annotation, tag and spec field', async () => {
      const { server } = await startPortal({
        mappings: [
          {
            field: 'tier',
            annotation: 'derived/compose-file',
            values: { 'compose.full.yaml': 'tier-2' },
          },
          { field: 'tier', tag: '*', values: { 'home-automation': 'tier-3' } },
          { field: 'tier', spec: 'owner', values: { 'home-ops': 'tier-1' } },
        ],
      });
      const tierOf = async (name: string) =>
        (
          await request(server)
            .get(`/api/continuity/entities/by-name/component/default/${name}`)
            .set('authorization', mockCredentials.user.header())
        ).body.profile?.tier;

      await eventually(async () => (await tierOf('kafka'))?.value === 'tier-2');
      expect(await tierOf('kafka')).toMatchObject({
        value: 'tier-2',
        source: 'mapped',
        origin: { key: 'derived/compose-file', raw: 'compose.full.yaml' },
      });
      const tagged = documentsIn('home-ops.yaml').find(
        d =>
          d.kind === 'Component' &&
          ((d as any).metadata.tags ?? []).includes('home-automation'),
      )!;
      expect(await tierOf(tagged.metadata.name)).toMatchObject({
        value: 'tier-3',
        source: 'mapped',
      });
      const owned = documentsIn('home-ops.yaml').find(
        d =>
          d.kind === 'Component' &&
          d.spec?.owner === 'home-ops' &&
          !((d as any).metadata.tags ?? []).includes('home-automation'),
      )!;
      expect(await tierOf(owned.metadata.name)).toMatchObject({
        value: 'tier-1',
        source: 'mapped',
        origin: { raw: 'home-ops' },
      });
    });
  },
);

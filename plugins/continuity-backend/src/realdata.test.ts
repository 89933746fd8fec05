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
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
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

/** Who needs whom, read off the relations in the plainest way. */
class NeedsByHand {
  readonly #entities: Map<string, Entity>;
  readonly #needs = new Map<string, Set<string>>();
  /** APIs that are depended on, also through others. */
  readonly #named: string[] = [];
  readonly #parts = new Map<string, Set<string>>();

  constructor(entities: Entity[]) {
    this.#entities = new Map(entities.map(e => [stringifyEntityRef(e), e]));
    const related = (type: string, inverse: string): Array<[string, string]> =>
      entities.flatMap(entity =>
        (entity.relations ?? []).flatMap(({ type: said, targetRef }) => {
          const ref = stringifyEntityRef(entity);
          const target = targetRef.toLowerCase();
          if (said === type) return [[ref, target] as [string, string]];
          return said === inverse ? [[target, ref] as [string, string]] : [];
        }),
      );
    const providers = related('providesApi', 'apiProvidedBy');
    const uses = related('consumesApi', 'apiConsumedBy');
    for (const [from, to] of related('dependsOn', 'dependencyOf')) {
      if (to.startsWith('api:')) uses.push([from, to]);
      else this.#add(this.#needs, from, to);
    }
    for (const [from, api] of uses) {
      this.#named.push(api);
      const of = providers.filter(([, provided]) => provided === api);
      for (const [provider] of of) this.#add(this.#needs, from, provider);
      if (of.length === 0) this.#add(this.#needs, from, api);
    }
    for (const [part, system] of related('partOf', 'hasPart')) {
      const isPart = /^(component|resource|system):/.test(part);
      if (!system.startsWith('system:') || !isPart) continue;
      this.#add(this.#needs, system, part);
      this.#add(this.#parts, system, part);
    }
  }

  #add(map: Map<string, Set<string>>, from: string, to: string) {
    if (from !== to) map.set(from, (map.get(from) ?? new Set()).add(to));
  }

  refs() {
    return [...this.#entities.keys()].filter(
      ref => !/^(location|user|group|api):/.test(ref),
    );
  }

  needsOf(ref: string) {
    return [...(this.#needs.get(ref) ?? [])];
  }

  typeOf(ref: string) {
    return this.#entities.get(ref)?.spec?.type as string | undefined;
  }

  isInScope(ref: string) {
    const { type, lifecycle } = (this.#entities.get(ref)?.spec ?? {}) as any;
    if (['experimental', 'deprecated'].includes(lifecycle)) return false;
    return (
      /^(system|resource):/.test(ref) || ['service', 'website'].includes(type)
    );
  }

  unresolved() {
    const named = [
      ...this.#named,
      ...[...this.#needs].flatMap(([from, to]) => [from, ...to]),
    ];
    return [...new Set(named)].filter(ref => !this.#entities.has(ref)).sort();
  }

  lostWith(ref: string): string[] {
    const lost = new Set([ref]);
    for (const one of lost) {
      for (const part of this.#parts.get(one) ?? []) lost.add(part);
    }
    return [...lost];
  }

  /** The lost, and whoever needs them, over any distance. */
  hitBy(lost: string[]): string[] {
    const hit = new Set(lost);
    for (;;) {
      const more = [...this.#needs].filter(
        ([from, to]) => !hit.has(from) && [...to].some(one => hit.has(one)),
      );
      if (more.length === 0) return [...hit].sort();
      for (const [from] of more) hit.add(from);
    }
  }
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
      // the catalog may still be reading what comes after the kafka
      await eventually(
        async () => (await tierOf(tagged.metadata.name)) !== undefined,
      );
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
      await eventually(
        async () => (await tierOf(owned.metadata.name)) !== undefined,
      );
      expect(await tierOf(owned.metadata.name)).toMatchObject({
        value: 'tier-1',
        source: 'mapped',
        origin: { raw: 'home-ops' },
      });
    });

    it('give the impact, order, conflicts and concentration that one finds by hand', async () => {
      const { server } = await startPortal({
        mappings: [
          {
            field: 'tier',
            spec: 'type',
            values: {
              service: 'tier-1',
              website: 'tier-2',
              database: 'tier-3',
            },
          },
        ],
      });
      const auth = mockCredentials.user.header();
      const get = async (url: string) =>
        (await request(server).get(url).set('authorization', auth)).body;
      await eventually(async () => {
        const sweep = await get('/api/continuity/sweep');
        return (
          sweep.finishedAt && sweep.mirroredEntities >= allDocuments().length
        );
      });
      const entities: Entity[] = await get('/api/catalog/entities');
      const byHand = new NeedsByHand(entities);
      const whole = await eventually(async () => {
        const found = await get('/api/continuity/dependencies/unresolved');
        return found.totalItems > 0 && found;
      });
      expect(whole.items.map((item: any) => item.ref)).toEqual(
        byHand.unresolved().slice(0, 50),
      );

      const refs = byHand.refs();
      expect(refs.length).toBeGreaterThan(60);
      for (const ref of refs) {
        const { body } = await request(server)
          .post('/api/continuity/dependencies/what-if')
          .set('authorization', auth)
          .send({ entities: [ref], limit: 1000 });
        const lost = byHand.lostWith(ref);
        const hit = new Map<string, any>(
          body.items.map((item: any) => [item.entityRef, item]),
        );
        expect([...hit.keys()].sort()).toEqual(byHand.hitBy(lost));
        for (const [hitRef, item] of hit) {
          for (const needed of byHand.needsOf(hitRef)) {
            const other = hit.get(needed);
            if (!other || needed === hitRef) continue;
            const together = item.together.includes(needed);
            expect(together ? other.wave : other.wave + 1).toBeLessThanOrEqual(
              item.wave,
            );
          }
        }
      }

      const RTO: Record<string, number> = {
        service: 3600,
        website: 4 * 3600,
        database: 24 * 3600,
      };
      const rtoOf = (ref: string) => RTO[byHand.typeOf(ref) ?? ''];
      const dependentsOf = (ref: string) =>
        byHand.hitBy([ref]).filter(other => other !== ref);
      const conflicts = refs.flatMap(ref => {
        const faster = dependentsOf(ref).filter(
          other => rtoOf(other) < rtoOf(ref),
        );
        return faster.length > 0 ? [`${ref} ${faster.length}`] : [];
      });
      const listed = await get(
        '/api/continuity/dependencies/conflicts?target=rto&limit=500',
      );
      expect(
        listed.items
          .map((item: any) => `${item.entityRef} ${item.neededFasterBy}`)
          .sort(),
      ).toEqual(conflicts.sort());

      const counts = refs.flatMap(ref => {
        const total = dependentsOf(ref).filter(
          other => rtoOf(other) !== undefined && byHand.isInScope(other),
        ).length;
        return total > 0 ? [`${ref} ${total}`] : [];
      });
      const ranked = await get(
        '/api/continuity/dependencies/concentration?limit=500',
      );
      expect(
        ranked.items
          .map((item: any) => `${item.entityRef} ${item.total}`)
          .sort(),
      ).toEqual(counts.sort());
      expect(counts.length).toBeGreaterThan(10);
    });
  },
);

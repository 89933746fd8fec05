import fs from 'node:fs';
import path from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  defaultPolicy,
  projectProposed,
} from 'backstage-plugin-continuity-common';
import { parseAllDocuments } from 'yaml';
import { roles } from '../../__testUtils__/aCompany';
import { FakeCatalog } from '../../__testUtils__/FakeCatalog';
import { Portal } from '../../__testUtils__/Portal';

jest.setTimeout(240_000);

const folder = process.env.CONTINUITY_REALDATA;
const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const inverse: Record<string, string> = {
  dependsOn: 'dependencyOf',
  dependencyOf: 'dependsOn',
  partOf: 'hasPart',
  ownedBy: 'ownerOf',
  consumesApi: 'apiConsumedBy',
  providesApi: 'apiProvidedBy',
};

interface Commit {
  commit: string;
  files: string[];
}

/** The entities as the catalog would emit them, each with its source in the folder of its name. */
function readCatalog(name: string): Map<string, Entity> {
  const text = fs.readFileSync(path.join(folder!, `${name}.yaml`), 'utf8');
  const entities = new Map<string, Entity>();
  for (const document of parseAllDocuments(text)) {
    const entity = document.toJS() as Entity | null;
    if (!entity?.kind) continue;
    entities.set(stringifyEntityRef(entity), { ...entity, relations: [] });
  }
  for (const [ref, entity] of entities) {
    const { relations } = projectProposed(entity, defaultPolicy).entity;
    for (const { type, targetRef } of relations) {
      entity.relations!.push({ type, targetRef });
      entities
        .get(targetRef)
        ?.relations!.push({ type: inverse[type], targetRef: ref });
    }
    entity.metadata.uid = `uid-${ref}`;
  }
  return entities;
}

/** Folders in which files of the commits lie that are called as an entity is. */
function placesOf(entities: Map<string, Entity>, commits: Commit[]) {
  const folders = new Set(
    commits.flatMap(({ files }) =>
      files.flatMap(file => {
        const parts = file.split('/').slice(0, -1);
        return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
      }),
    ),
  );
  const places = new Map<string, string>();
  for (const [ref, { kind, metadata }] of entities) {
    if (kind !== 'Component') continue;
    const own = [...folders]
      .filter(one => one.split('/').at(-1) === metadata.name)
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
    if (own) places.set(ref, own);
  }
  return places;
}

/** Deepest folder by looking at every entity and every file. */
function bruteForceMap(files: string[], places: Map<string, string>) {
  const touched = new Set<string>();
  const unmapped: string[] = [];
  for (const file of files) {
    const holding = [...places].filter(([, at]) => file.startsWith(`${at}/`));
    if (holding.length === 0) unmapped.push(file);
    const depth = Math.max(...holding.map(([, at]) => at.length));
    for (const [ref, at] of holding) if (at.length === depth) touched.add(ref);
  }
  return { touched, unmapped };
}

/** Everything that transitively needs what is touched, by relations alone, until nothing is added any more. */
function bruteForceImpact(entities: Map<string, Entity>, from: Set<string>) {
  const found = new Set(from);
  for (;;) {
    const before = found.size;
    for (const [ref, { relations = [] }] of entities) {
      for (const { type, targetRef } of relations) {
        if (ref === targetRef) continue;
        if (type === 'dependsOn' && found.has(targetRef)) found.add(ref);
        const isPart = /^(component|resource|system):/.test(ref);
        if (type === 'partOf' && targetRef.startsWith('system:')) {
          if (isPart && found.has(ref)) found.add(targetRef);
        }
      }
    }
    // what depends on a system that is not registered is reached through it, too
    for (const ref of [...found]) {
      for (const [other, { relations = [] }] of entities) {
        if (
          relations.some(
            ({ type, targetRef }) => type === 'dependsOn' && targetRef === ref,
          )
        ) {
          found.add(other);
        }
      }
    }
    if (found.size === before) return found;
  }
}

if (!folder) {
  // eslint-disable-next-line no-console
  console.warn(
    'CONTINUITY_REALDATA names no folder: real changes are left out',
  );
}

(folder ? describe : describe.skip).each(databases.eachSupportedId())(
  'real changes on %s',
  id => {
    it.each([
      ['opentelemetry-demo', 40],
      ['home-ops', 60],
    ])('of %s hit what a brute force finds', async (name, expected) => {
      const commits: Commit[] = fs
        .readFileSync(path.join(folder!, `${name}.changes.jsonl`), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line));
      expect(commits).toHaveLength(expected);
      const entities = readCatalog(name);
      const places = placesOf(entities, commits);
      expect(places.size).toBeGreaterThan(5);
      const repository = `https://github.com/acme/${name}`;
      const catalog = new FakeCatalog();
      for (const [ref, entity] of entities) {
        const at = places.get(ref);
        entity.metadata.annotations = {
          ...entity.metadata.annotations,
          'backstage.io/managed-by-location': `url:${repository}/blob/main/catalog.yaml`,
          'backstage.io/source-location':
            at === undefined
              ? 'url:https://github.com/acme/elsewhere/tree/main/'
              : `url:${repository}/tree/main/${at}/`,
        };
        catalog.put({ build: () => entity } as never);
      }
      const portal = await Portal.start({
        knex: await databases.init(id),
        catalog,
        roles,
      });
      await portal.sweep();
      let hits = 0;
      for (const { commit, files } of commits) {
        const { body } = await portal
          .as('manuela')
          .post('/changes/assess', {
            change: { id: commit },
            files: { repository, paths: files },
            limit: 5_000,
          })
          .expect(200);
        const { touched, unmapped } = bruteForceMap(files, places);
        const impacted = bruteForceImpact(entities, touched);
        expect([...new Set(body.unmapped)].sort()).toEqual(
          [...new Set(unmapped)].sort(),
        );
        expect(
          body.impacted.map(({ entityRef }: any) => entityRef).sort(),
        ).toEqual([...impacted].sort());
        expect(body.totalImpacted).toBe(impacted.size);
        hits += impacted.size;
      }
      expect(hits).toBeGreaterThan(0);
      await portal.stop();
    });
  },
);

import type { Entity } from '@backstage/catalog-model';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ReferenceGraph } from '../dependency/__testUtils__/ReferenceGraph';
import { rowsOf } from '../dependency/__testUtils__/relationsOf';
import { buildDependencyGraph } from '../dependency/graph/buildDependencyGraph';
import { defaultPolicy } from '../policy/defaultPolicy';
import { naiveImpact } from './__testUtils__/naiveImpact';
import { findImpacted } from './findImpacted';
import { mapFilesToEntities } from './mapFilesToEntities';

const folder = process.env.CONTINUITY_REALDATA;
const describeReal = folder ? describe : describe.skip;
const skipped = folder ? '' : ' (skipped: CONTINUITY_REALDATA names no folder)';

interface Commit {
  commit: string;
  files: string[];
}

/** Where these repositories keep an entity's source: a folder of its name. */
function foldersOf(name: string, commits: Commit[]): Set<string> {
  const found = new Set<string>();
  for (const path of commits.flatMap(({ files }) => files)) {
    const segments = path.split('/');
    const at = segments.indexOf(name);
    if (at >= 0 && at < segments.length - 1) {
      found.add(segments.slice(0, at + 1).join('/'));
    }
  }
  return found;
}

/** By the definition: of all folders that are a beginning of the path, the longest. */
function naiveMapping(
  path: string,
  entities: Array<{ entityRef: string; folder: string }>,
): string[] {
  const holding = entities.filter(each => path.startsWith(`${each.folder}/`));
  const depth = Math.max(...holding.map(each => each.folder.length));
  return [
    ...new Set(
      holding
        .filter(each => each.folder.length === depth)
        .map(each => each.entityRef),
    ),
  ].sort();
}

describeReal(`real commits${skipped}`, () => {
  it.each([
    ['home-ops', 60],
    ['opentelemetry-demo', 40],
  ])(
    'of %s: all %d of them impact what brute force finds',
    (name, expectedCommits) => {
      const read = (file: string) => readFileSync(join(folder!, file), 'utf8');
      const catalog = rowsOf(
        parseAllDocuments(read(`${name}.yaml`))
          .map(document => document.toJS() as Entity)
          .filter(Boolean),
      );
      const commits: Commit[] = read(`${name}.changes.jsonl`)
        .trim()
        .split('\n')
        .map(line => JSON.parse(line));
      expect(commits).toHaveLength(expectedCommits);
      const entities = catalog.flatMap(({ entityRef }) =>
        [...foldersOf(entityRef.split('/')[1], commits)].map(each => ({
          entityRef,
          folder: each,
        })),
      );
      const graph = buildDependencyGraph({ entities: catalog });
      const reference = new ReferenceGraph({
        entities: catalog,
        classifications: [],
      });
      let mappedFiles = 0;
      let impactedInAll = 0;
      for (const { files } of commits) {
        const { mapped, unmapped } = mapFilesToEntities(
          files,
          entities,
          defaultPolicy,
        );
        expect(unmapped).toEqual(
          [...new Set(files)].filter(
            path => naiveMapping(path, entities).length === 0,
          ),
        );
        for (const { path, entityRefs } of mapped) {
          expect(entityRefs).toEqual(naiveMapping(path, entities));
        }
        mappedFiles += mapped.length;
        const touched = [...new Set(mapped.flatMap(each => each.entityRefs))];
        const impact = findImpacted(graph, {
          touched,
          systemsOfApi: api => reference.systemsOfApi(api),
        });
        const found = impact
          .list()
          .map(
            ({ entityRef, effect, path }) =>
              [entityRef, { effect, path }] as const,
          );
        const expected = naiveImpact(reference, { touched, windowSeconds: 0 });
        expect(new Map([...found].sort())).toEqual(
          new Map([...expected].sort()),
        );
        impactedInAll += impact.size;
      }
      expect(mappedFiles).toBeGreaterThan(20);
      expect(impactedInAll).toBeGreaterThan(mappedFiles);
    },
  );
});

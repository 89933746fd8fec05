import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { BuiltinKindsEntityProcessor } from '@backstage/plugin-catalog-backend';
import { parse, parseAllDocuments } from 'yaml';
import { FakeCatalog } from './FakeCatalog';

const root = resolvePackagePath('backstage-plugin-continuity-backend', '../..');

/** The file of the demo’s records. */
export const demoRecords = join(root, 'examples/continuity-records.yaml');

/** The section `continuity:` of the demo. */
export const demoPolicy = parse(
  readFileSync(join(root, 'app-config.yaml'), 'utf8'),
).continuity;

/** The demo company as the catalog emits it, with its relations. */
export async function demoCatalog(): Promise<FakeCatalog> {
  const folder = join(root, 'examples');
  const entities = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(folder, name)).map(file => join(folder, name, file)),
    )
    .filter(file => file.endsWith('.yaml'))
    .flatMap(file => parseAllDocuments(readFileSync(file, 'utf8')))
    .map(document => document.toJS() as Entity)
    .map((entity, index) => ({
      ...entity,
      metadata: { namespace: 'default', ...entity.metadata, uid: `${index}` },
      relations: [] as NonNullable<Entity['relations']>,
    }));
  const byRef = new Map(entities.map(e => [stringifyEntityRef(e), e]));
  const processor = new BuiltinKindsEntityProcessor();
  const location = { type: 'file', target: folder };
  for (const entity of entities) {
    await processor.postProcessEntity!(entity, location, result => {
      if (result.type !== 'relation') return;
      const { source, target, type } = result.relation;
      byRef.get(stringifyEntityRef(source))?.relations.push({
        type,
        targetRef: stringifyEntityRef(
          parseEntityRef(stringifyEntityRef(target)),
        ),
      });
    });
  }
  return new FakeCatalog(
    ...entities.map(entity => ({ build: () => entity } as never)),
  );
}

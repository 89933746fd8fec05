import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  importKinds,
  type ImportAnswer,
} from 'backstage-plugin-continuity-common';
import { parse, parseAllDocuments } from 'yaml';
import type { EntityBuilder } from '../../../__testUtils__/anEntity';
import { FakeCatalog } from '../../../__testUtils__/FakeCatalog';
import { Portal } from '../../../__testUtils__/Portal';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const root = resolvePackagePath('backstage-plugin-continuity-backend', '../..');
const read = (...file: string[]) =>
  readFileSync(path.join(root, ...file), 'utf8');

/** What the demo's people have done is no part of this. */
const { seed, ...withoutSeed } = parse(read('app-config.yaml')).continuity;

/** The catalog of the demo company, as its files describe it. */
function theDemo(): FakeCatalog {
  const folders = [
    'commerce',
    'logistics',
    'organisation',
    'payments',
    'platform',
  ];
  const entities = folders.flatMap(folder =>
    readdirSync(path.join(root, 'examples', folder)).flatMap(file =>
      parseAllDocuments(read('examples', folder, file)).map(
        document => document.toJS() as Entity,
      ),
    ),
  );
  return new FakeCatalog(
    ...entities.map(entity => {
      const uid = stringifyEntityRef(entity);
      const built = { ...entity, metadata: { ...entity.metadata, uid } };
      return { build: () => built } as EntityBuilder;
    }),
  );
}

describe('the samples in examples/import', () => {
  it('can be imported into the demo company as they are', async () => {
    const portal = await Portal.start({
      knex: await databases.init('SQLITE_3'),
      catalog: theDemo(),
      roles: { 'claudia.vogt': { isManager: true } },
      continuity: withoutSeed,
    });
    await portal.sweep();
    const found: Record<string, unknown> = {};
    for (const kind of importKinds) {
      const csv = read('examples', 'import', `${kind}.csv`)
        // whenever this runs
        .replace('2027-02-28', inDays(100));
      const { body } = await portal
        .as('claudia.vogt')
        .post(`/imports/${kind}/dry-run`, { fileName: kind, csv });
      const { rows, problems } = body as ImportAnswer;
      found[kind] = {
        problems,
        errors: rows.flatMap(({ errors }) => errors),
        outcomes: [...new Set(rows.map(({ outcome }) => outcome))],
      };
    }
    await portal.stop();
    const fine = { problems: [], errors: [], outcomes: ['create'] };
    expect(found).toEqual({
      profiles: { ...fine, outcomes: ['create', 'same'] },
      analyses: fine,
      plans: fine,
      tests: fine,
      exemptions: fine,
    });
  });
});

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

import { TestDatabases } from '@backstage/backend-test-utils';
import { aService, type EntityBuilder } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { World } from '../__testUtils__/World';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

/** Texts without a pattern, since a database packs what repeats. */
function aText(length: number, from: number, to: number): string {
  let state = 7;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return Array.from({ length }, () =>
    String.fromCodePoint(from + Math.floor(next() * (to - from))),
  ).join('');
}

const letters = aText(4_000, 0x61, 0x7a);
const pictures = aText(4_000, 0x1f300, 0x1f5ff);

const fields = [
  'tier',
  'rto',
  'mbco',
  'recovery-owner',
  'recovery-alternates',
  'soft-dependencies',
  'plan',
];

/** A service for each place in which a catalog may hold a text of any length. */
function services(text: string): EntityBuilder[] {
  return [
    aService('title').titled(text),
    aService('type').typed(text),
    aService('owner').ownedBy(`group:default/${text}`),
    aService('system').partOf(`system:default/${text}`),
    aService('domain').partOf(`domain:default/${text}`),
    aService('dependency').related('dependsOn', `component:default/${text}`),
    ...fields.map(field =>
      aService(field).annotated(`continuity/${field}`, text),
    ),
  ];
}

describe.each(databases.eachSupportedId())('the mirror on %s', id => {
  it.each([
    ['letters', letters],
    ['pictures', pictures],
  ])('takes more %s than any index holds', async (_, text) => {
    const entities = services(text);
    const world = await World.create({
      knex: await databases.init(id),
      catalog: new FakeCatalog(...entities),
    });
    expect(await world.sweep.run()).toMatchObject({ state: 'idle' });
    const rows = await world.knex('assessments').whereNull('valid_to');
    expect(rows).toHaveLength(entities.length);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { defaultPolicy } from 'backstage-plugin-continuity-common';
import { aService } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { World } from '../__testUtils__/World';
import { ClassificationStore } from '../dependency/ClassificationStore';
import { DatabaseExemptionStore } from '../exemption/DatabaseExemptionStore';
import { DatabaseAnalysisStore } from '../plan/DatabaseAnalysisStore';
import { SeedService } from './SeedService';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const checkout = 'component:default/checkout';
const now = '2026-11-22T12:00:00.000Z';

const seeds = `
profiles:
  - entityRef: Component:default/Checkout
    values: { rto: 2h, rpo: none }
    by: user:default/claudia
    at: -P10D
    reason: Measured
  - entityRef: component:default/checkout
    values: { tier: tier-1, rto: 4h }
    by: user:default/anna
    at: -P180D
    reason: From the spreadsheet
  - entityRef: component:default/checkout
    values: { tier: null }
    by: user:default/anna
    at: '2026-11-21T08:00:00Z'
    reason: Left to the system
agreements:
  - entityRef: component:default/checkout
    values: { rto: 4h }
    with: Head of sales
    reference: SLA-2
    agreedOn: -P20D
    by: user:default/anna
  - entityRef: component:default/checkout
    values: { rto: 1h }
    with: Head of sales
    reference: SLA-1
    agreedOn: '2026-01-15'
    by: user:default/anna
`;

describe.each(databases.eachSupportedId())('SeedService on %s', id => {
  const folder = mkdtempSync(join(tmpdir(), 'continuity-seed-'));
  const file = join(folder, 'records.yaml');
  afterAll(() => rmSync(folder, { recursive: true }));

  async function aWorld() {
    const world = await World.create({
      knex: await databases.init(id),
      catalog: new FakeCatalog(aService('checkout')),
      now,
    });
    await world.sweep.run();
    const seed = (text: string) => {
      writeFileSync(file, text);
      return SeedService.create({
        database: world.knex,
        policy: defaultPolicy,
        profiles: world.profiles,
        records: world.records,
        analyses: DatabaseAnalysisStore.create({ database: world.knex }),
        classifications: ClassificationStore.create({ database: world.knex }),
        engine: world.engine,
        logger: mockServices.logger.mock(),
        clock: () => new Date(world.now),
      }).seed(file);
    };
    return { world, seed };
  }

  it('makes history in the order of time, with revisions, by the rules of people’s own entries', async () => {
    const { world, seed } = await aWorld();
    await seed(seeds);
    await world.engine.drain();
    const profile = (await world.profiles.profilesOf([checkout])).get(checkout);
    expect(profile).toMatchObject({
      values: { rto: 'PT2H', rpo: 'none' },
      revision: 3,
      updatedBy: 'user:default/anna',
      updatedAt: '2026-11-21T08:00:00.000Z',
    });
    const { items } = await world.records.list({
      entityRef: checkout,
      limit: 10,
    });
    expect(
      items
        .filter(entry => entry.type === 'profile')
        .map(({ at, before, after, revision, action }) => ({
          at,
          before,
          after,
          revision,
          action,
        })),
    ).toEqual([
      {
        at: '2026-11-21T08:00:00.000Z',
        before: { tier: 'tier-1' },
        after: { tier: null },
        revision: 3,
        action: 'seeded',
      },
      {
        at: '2026-11-12T12:00:00.000Z',
        before: { rto: 'PT4H', rpo: null },
        after: { rto: 'PT2H', rpo: 'none' },
        revision: 2,
        action: 'seeded',
      },
      {
        at: '2026-05-26T12:00:00.000Z',
        before: { tier: null, rto: null },
        after: { tier: 'tier-1', rto: 'PT4H' },
        revision: 1,
        action: 'seeded',
      },
    ]);
    const agreements = (await world.profiles.agreementsOf([checkout])).get(
      checkout,
    )!;
    expect(
      agreements.map(({ reference, state, agreedOn, looserThanBefore }) => [
        reference,
        state,
        agreedOn,
        looserThanBefore,
      ]),
    ).toEqual([
      ['SLA-2', 'awaiting-second-person', '2026-11-02', ['rto']],
      ['SLA-1', 'in-force', '2026-01-15', []],
    ]);
    expect((await world.current(checkout))!.assessment.profile.rto.value).toBe(
      'PT2H',
    );
  });

  it('makes analyses by the rules of people’s own: renewed, waiting, drafts', async () => {
    const { world, seed } = await aWorld();
    const bia = (...said: string[]) => `
  - entityRef: component:default/checkout
    by: user:default/anna
    agreedWith: Head of sales
    rpo: 1h
    state: agreed
    ${said.join('\n    ')}`;
    await seed(`
profiles:
  - { entityRef: component:default/checkout, values: { tier: tier-2 }, by: user:default/anna, at: -P400D, reason: x }
bias:${bia('assessedOn: -P300D', 'quick: { intolerableAfter: 4h }')}${bia(
      'assessedOn: -P10D',
      'categories: [{ id: financial, impacts: { 1d: serious } }]',
    )}
  - { entityRef: component:default/checkout, by: user:default/anna, state: draft, assessedOn: -P1D }
riskAssessments:
  - entityRef: component:default/checkout
    by: user:default/anna
    state: agreed
    assessedOn: -P30D
    agreedWith: Security board
    threats:
      - { id: ransomware, rating: { likelihood: 2, impact: 5 }, treatment: reduce, owner: group:default/team, dueOn: P90D }
`);
    const store = DatabaseAnalysisStore.create({ database: world.knex });
    expect(
      (await store.biasOf(checkout)).map(({ state, result, assessedOn }) => [
        state,
        result.mtpd,
        assessedOn,
      ]),
    ).toEqual([
      ['draft', null, '2026-11-21'],
      ['awaiting-second-person', 'P1D', '2026-11-12'],
      ['agreed', 'PT4H', '2026-01-26'],
    ]);
    const [risk] = await store.risksOf(checkout);
    expect(risk.content.threats[0]).toMatchObject({
      title: 'Ransomware',
      dueOn: '2027-01-21',
    });
    await world.engine.drain();
    const current = await world.current(checkout);
    expect(current!.assessment.profile.mtpd).toMatchObject({
      value: 'PT4H',
      source: 'bia',
    });
  });

  it('lets exemptions be asked for and approved by two people, ended by themselves, and renewed', async () => {
    const { world, seed } = await aWorld();
    await seed(`
exemptions:
  - id: first
    entityRef: component:default/checkout
    requirement: plan
    reason: It moves
    asked: { by: user:default/anna, at: -P90D }
    approved: { by: user:default/claudia, at: -P80D, note: Until the move }
    until: -P10D
  - id: second
    entityRef: component:default/checkout
    requirement: plan
    reason: It has not moved yet
    asked: { by: user:default/anna, at: -P12D }
    approved: { by: user:default/claudia, at: -P10D }
    until: P50D
  - id: third
    entityRef: component:default/checkout
    requirement: bia
    reason: Nobody has time
    asked: { by: user:default/anna, at: -P2D }
    until: P30D
`);
    const store = DatabaseExemptionStore.create({ database: world.knex });
    expect(await store.ofEntity(checkout)).toMatchObject([
      { id: 'third', state: 'asked', renewal: 0, decision: null },
      {
        id: 'second',
        state: 'approved',
        renewal: 1,
        renews: 'first',
        until: '2027-01-11',
      },
      {
        id: 'first',
        state: 'approved',
        endsAt: '2026-11-13T00:00:00.000Z',
        decision: { by: 'user:default/claudia', note: 'Until the move' },
      },
    ]);
    const own = (await world.history(checkout)).filter(
      ({ type }) => type === 'exemption',
    );
    expect(own).toHaveLength(5);
    expect(own[own.length - 1]).toMatchObject({
      action: 'asked',
      by: 'user:default/anna',
      reason: 'It moves',
    });
  });

  it('lets dependencies be classified, with a reason, how long they can be done without, and a change of mind', async () => {
    const { world, seed } = await aWorld();
    const said = (strength: string, at: string, more = '') => `
  - { entityRef: ${checkout}, to: resource:default/db, strength: ${strength}, by: user:default/anna, at: ${at}, reason: Tried${more} }`;
    await seed(
      `dependencies:${said('hard', '-P20D')}${said(
        'soft',
        '-P10D',
        ', endurable: 4h',
      )}`,
    );
    const classifications = ClassificationStore.create({
      database: world.knex,
    });
    expect(
      (await classifications.of([checkout]))
        .get(checkout)!
        .get('resource:default/db'),
    ).toMatchObject({
      strength: 'soft',
      endurableSeconds: 14_400,
      revision: 2,
      updatedAt: '2026-11-12T12:00:00.000Z',
    });
    const own = (await world.history(checkout)).filter(
      ({ type }) => type === 'dependency',
    );
    expect(own.map(({ before, after }) => [before, after])).toEqual(
      expect.arrayContaining([
        [
          expect.objectContaining({ strength: 'hard' }),
          expect.objectContaining({ strength: 'soft' }),
        ],
      ]),
    );
  });

  it('leaves a store alone in which there is something', async () => {
    const { world, seed } = await aWorld();
    await world.save(checkout, { rto: 'PT9H' });
    await seed(seeds);
    const profile = (await world.profiles.profilesOf([checkout])).get(checkout);
    expect(profile).toMatchObject({ values: { rto: 'PT9H' }, revision: 1 });
  });

  it.each([
    ['no YAML', 'profiles: [', 'is no YAML'],
    ['an unknown section', 'drills: []', 'drills'],
    [
      'a moment that is none',
      seeds.replace('at: -P10D', 'at: lately'),
      'profiles.0.at: Write a moment',
    ],
    [
      'a ref that is none',
      seeds.replace('by: user:default/claudia', 'by: claudia'),
      'profiles.0.by: Write an entity ref',
    ],
    [
      'a wrong value',
      seeds.replace('rto: 2h', 'rto: 2-3 h'),
      'the profile of component:default/checkout',
    ],
    [
      'an exemption that somebody approved for themselves',
      `exemptions:
  - id: own
    entityRef: component:default/checkout
    requirement: plan
    reason: It moves
    asked: { by: user:default/anna, at: -P9D }
    approved: { by: user:default/anna, at: -P8D }
    until: P50D`,
      'Another person has to decide',
    ],
    [
      'an agreement of tomorrow',
      seeds.replace('2026-01-15', '2027-01-15'),
      'the agreement of component:default/checkout',
    ],
  ])('refuses %s and writes nothing', async (_, text, message) => {
    const { world, seed } = await aWorld();
    await expect(seed(text)).rejects.toThrow(message);
    expect(await world.profiles.isEmpty()).toBe(true);
  });

  it('says where it looked for a file', async () => {
    const { world } = await aWorld();
    await expect(
      SeedService.create({
        database: world.knex,
        policy: defaultPolicy,
        profiles: world.profiles,
        records: world.records,
        analyses: DatabaseAnalysisStore.create({ database: world.knex }),
        classifications: ClassificationStore.create({ database: world.knex }),
        engine: world.engine,
        logger: mockServices.logger.mock(),
        clock: () => new Date(world.now),
      }).seed('no/such/file.yaml'),
    ).rejects.toThrow('no/such/file.yaml');
  });
});

import { TestDatabases } from '@backstage/backend-test-utils';
import { quickBia } from 'backstage-plugin-continuity-common';
import {
  insertAssessments,
  seededRandom,
  someAssessments,
} from '../../__testUtils__/someAssessments';
import { migrateDatabase } from '../../migrateDatabase';
import { EvidenceReader } from './EvidenceReader';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const scale = {
  points: ['PT1H', 'P1D'],
  ratings: [
    { id: 'low', title: 'Low' },
    { id: 'high', title: 'High' },
  ],
  categories: [],
};

const january = '2026-01-01T00:00:00.000Z';
const february = '2026-02-01T00:00:00.000Z';
const march = '2026-03-01T00:00:00.000Z';
const april = '2026-04-01T00:00:00.000Z';

describe.each(databases.eachSupportedId())('EvidenceReader on %s', id => {
  it('shows a change in each period in which something was done about it', async () => {
    const knex = await databases.init(id);
    await migrateDatabase(knex);
    const random = seededRandom(7);
    const [row] = someAssessments({ entities: 40, random, moments: [january] });
    await insertAssessments(knex, [{ ...row, valid_to: null }]);
    const of = row.entity_ref;
    const created = '2026-01-10T00:00:00.000Z';
    await knex('changes').insert({
      id: 'c1',
      revision: 1,
      source: 'portal',
      title: 'New disks',
      sort_title: 'new disks',
      search_text: 'new disks',
      type: 'normal',
      treated_as: 'normal',
      major: true,
      state: 'implemented',
      requested_by: 'user:default/olivia',
      created_at: created,
      updated_at: created,
      updated_by: 'user:default/olivia',
      implemented_at: '2026-03-02T00:00:00.000Z',
      last_assessment: 1,
      verdict: 'warn',
      verdict_rank: 1,
      headline: 'May go ahead.',
      caused: 1,
      already_there: 0,
      total_impacted: 1,
    });
    await knex('change_entities').insert({
      change_id: 'c1',
      entity_ref: of,
      effect: 'touched',
      created_at: created,
    });
    const reader = EvidenceReader.create({ database: knex });
    const idsIn = async (from: string, to: string) => {
      const [found] = await reader.read([of], { from, to });
      return found.changes.map(each => each.id);
    };
    expect(await idsIn(january, february)).toEqual(['c1']);
    expect(await idsIn(february, march)).toEqual([]);
    expect(await idsIn(march, april)).toEqual(['c1']);
  });

  it('shows what counted at the end of the period, not what a second person agreed to later', async () => {
    const knex = await databases.init(id);
    await migrateDatabase(knex);
    const random = seededRandom(7);
    const [row] = someAssessments({ entities: 40, random, moments: [january] });
    await insertAssessments(knex, [{ ...row, valid_to: null }]);
    const of = row.entity_ref;
    const bia = (said: object) =>
      knex('analyses').insert({
        entity_ref: of,
        sort: 'bia',
        revision: 1,
        content: JSON.stringify({
          ...quickBia({ intolerableAfter: 'PT4H', rpo: 'PT1H' }, scale),
          criticalPeriods: [],
        }),
        assessed_on: '2026-01-02',
        recorded_by: 'user:default/olivia',
        ...said,
      });
    await bia({
      id: 'strict',
      state: 'superseded',
      recorded_at: '2026-01-02T00:00:00.000Z',
    });
    await bia({
      id: 'looser',
      state: 'agreed',
      recorded_at: '2026-01-20T00:00:00.000Z',
      confirmed_at: '2026-03-05T00:00:00.000Z',
    });
    const reader = EvidenceReader.create({ database: knex });
    const idsIn = async (from: string, to: string) => {
      const [found] = await reader.read([of], { from, to });
      return found.bias.map(each => each.id);
    };
    expect(await idsIn(february, march)).toEqual(['strict']);
    expect(await idsIn(march, april)).toEqual(['looser']);
  });
});

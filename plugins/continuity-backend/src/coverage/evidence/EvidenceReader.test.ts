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
  async function aService() {
    const knex = await databases.init(id);
    await migrateDatabase(knex);
    const random = seededRandom(7);
    const [row] = someAssessments({ entities: 40, random, moments: [january] });
    await insertAssessments(knex, [{ ...row, valid_to: null }]);
    const reader = EvidenceReader.create({ database: knex });
    return { reader, knex, of: row.entity_ref };
  }

  it('shows a change in each period in which something was done about it', async () => {
    const { reader, knex, of } = await aService();
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
    const stoodAt = async (from: string, to: string) => {
      const [{ changes }] = await reader.read([of], { from, to });
      return changes.map(each => [each.id, each.state, each.implementedAt]);
    };
    expect(await stoodAt(january, february)).toEqual([['c1', 'planned', null]]);
    expect(await stoodAt(february, march)).toEqual([]);
    expect(await stoodAt(march, april)).toEqual([
      ['c1', 'implemented', '2026-03-02T00:00:00.000Z'],
    ]);
  });

  it('shows a finding as it stood at the end of the period, not what was done about it later', async () => {
    const { reader, knex, of } = await aService();
    await knex('findings').insert({
      id: 'f1',
      title: 'Restore took too long',
      sort_title: 'restore took too long',
      severity: 'high',
      severity_rank: 1,
      state: 'verified',
      owner_ref: 'group:default/team',
      due_on: '2026-02-20',
      description: '',
      cause: '',
      source: 'manual',
      resolution: JSON.stringify({
        by: 'user:default/olivia',
        at: '2026-02-10T00:00:00.000Z',
        text: 'A second disk',
      }),
      resolved_by: 'user:default/olivia',
      verification: JSON.stringify({
        by: 'user:default/peter',
        at: '2026-03-05T00:00:00.000Z',
        worked: true,
        text: '',
      }),
      closed_at: '2026-03-05T00:00:00.000Z',
      revision: 3,
      created_at: '2026-01-10T00:00:00.000Z',
      created_by: 'user:default/olivia',
      updated_at: '2026-03-05T00:00:00.000Z',
      updated_by: 'user:default/peter',
    });
    await knex('finding_entities').insert({
      finding_id: 'f1',
      entity_ref: of,
    });
    const stoodAt = async (from: string, to: string) => {
      const [{ findings }] = await reader.read([of], { from, to });
      return findings.map(each => [
        each.state,
        each.resolution?.by ?? null,
        each.verification?.by ?? null,
        each.closedAt,
      ]);
    };
    expect(await stoodAt(january, february)).toEqual([
      ['open', null, null, null],
    ]);
    expect(await stoodAt(february, march)).toEqual([
      ['resolved', 'user:default/olivia', null, null],
    ]);
    expect(await stoodAt(march, april)).toEqual([
      [
        'verified',
        'user:default/olivia',
        'user:default/peter',
        '2026-03-05T00:00:00.000Z',
      ],
    ]);
  });

  it('shows no exemption that was ended before it began, or was put away before the period', async () => {
    const { reader, knex, of } = await aService();
    const exemption = (said: object) =>
      knex('exemptions').insert({
        entity_ref: of,
        requirement: 'plan',
        reason: 'We are moving',
        state: 'approved',
        until: '2026-12-31',
        requested_by: 'user:default/olivia',
        requested_at: '2026-01-05T00:00:00.000Z',
        decided_by: 'user:default/peter',
        decided_at: '2026-01-06T00:00:00.000Z',
        decision_note: '',
        renewal: 0,
        ...said,
      });
    await exemption({
      id: 'held',
      starts_at: '2026-01-06T00:00:00.000Z',
      ends_at: '2026-12-31T00:00:00.000Z',
    });
    await exemption({
      id: 'never',
      state: 'ended',
      requirement: 'bia',
      starts_at: '2026-02-20T00:00:00.000Z',
      ends_at: '2026-02-10T00:00:00.000Z',
    });
    await exemption({
      id: 'away',
      requirement: 'risk',
      starts_at: '2026-01-06T00:00:00.000Z',
      ends_at: '2026-12-31T00:00:00.000Z',
      archived_at: '2026-01-20T00:00:00.000Z',
    });
    const [{ exemptions }] = await reader.read([of], {
      from: february,
      to: march,
    });
    expect(exemptions.map(each => each.requirement)).toEqual(['plan']);
  });

  it('shows what counted at the end of the period, not what a second person agreed to later', async () => {
    const { reader, knex, of } = await aService();
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
    const idsIn = async (from: string, to: string) => {
      const [found] = await reader.read([of], { from, to });
      return found.bias.map(each => each.id);
    };
    expect(await idsIn(february, march)).toEqual(['strict']);
    expect(await idsIn(march, april)).toEqual(['looser']);
  });
});

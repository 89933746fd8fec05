import type { Assessment } from 'backstage-plugin-continuity-common';
import type { AssessmentContent, AssessmentRow } from './assessmentRow';
import { type KnownInterval, planIntervals } from './planIntervals';

const day = (number: number) =>
  `2026-01-${String(number).padStart(2, '0')}T00:00:00.000Z`;

function anInterval(
  hash: string,
  from: string,
  more: Partial<KnownInterval> = {},
): KnownInterval {
  return {
    id: 1,
    valid_from: from,
    valid_to: null,
    next_change_at: null,
    policy_version: 'v1',
    memory: memoryOf('before'),
    memory_before: null,
    assessed_at: from,
    people_known: true,
    hash,
    facts_hash: 'facts',
    ...more,
  };
}

function memoryOf(since: string): string {
  return JSON.stringify({ appliesSince: { plan: since }, gapSince: {} });
}

/** Plans with rules that are made up: what is shown at a moment, and what is remembered. */
function plan(
  options: Partial<Parameters<typeof planIntervals>[0]> & {
    shows: (now: string, since: string) => { hash: string; next?: string };
    from: string;
  },
) {
  const asked: Array<{ now: string; since: string | undefined }> = [];
  const result = planIntervals({
    current: null,
    prior: null,
    remembered: undefined,
    until: day(31),
    policyVersion: 'v1',
    peopleKnown: true,
    factsHash: 'facts',
    assessAt(memory, now) {
      const since = memory?.appliesSince.plan;
      asked.push({ now, since });
      const { hash, next } = options.shows(now, since ?? now);
      return {
        status: hash,
        memory: { appliesSince: { plan: since ?? now }, gapSince: {} },
        nextChangeAt: next ?? null,
      } as unknown as Assessment;
    },
    contentOf: assessment =>
      ({ hash: assessment.status } as unknown as AssessmentContent),
    ...options,
  });
  return { ...result, asked };
}

const brief = (rows: Array<Partial<AssessmentRow>>) =>
  rows.map(({ id, hash, valid_from, valid_to }) => ({
    ...(id !== undefined && { id }),
    hash,
    valid_from,
    valid_to,
  }));

describe('planIntervals', () => {
  it('begins the first interval where the entity was changed', () => {
    const { inserts, patches } = plan({
      from: day(2),
      shows: () => ({ hash: 'a' }),
    });
    expect(brief(inserts)).toEqual([
      { hash: 'a', valid_from: day(2), valid_to: null },
    ]);
    expect(patches).toEqual([]);
  });

  it('writes nothing when nothing has changed', () => {
    const current = anInterval('a', day(1));
    const result = plan({
      current,
      from: day(2),
      shows: () => ({ hash: 'a' }),
    });
    expect(result).toMatchObject({
      inserts: [],
      patches: [],
      replaces: [],
      deletes: [],
      shown: null,
    });
  });

  it('ends the interval where the next begins', () => {
    const { inserts, patches, shown } = plan({
      current: anInterval('a', day(1)),
      from: day(2),
      shows: () => ({ hash: 'b' }),
    });
    expect(brief(inserts)).toEqual([
      { hash: 'b', valid_from: day(2), valid_to: null },
    ]);
    expect(patches).toMatchObject([{ id: 1, valid_to: day(2) }]);
    expect(shown).not.toBeNull();
  });

  it('goes through every due moment up to now, and no further', () => {
    const { inserts, patches, asked } = plan({
      current: anInterval('a', day(1)),
      from: day(2),
      until: day(10),
      shows: now => {
        if (now < day(5)) return { hash: 'b', next: day(5) };
        if (now < day(10)) return { hash: 'c', next: day(10) };
        return { hash: 'd', next: day(11) };
      },
    });
    expect(asked.map(({ now }) => now)).toEqual([day(2), day(5), day(10)]);
    expect(brief(inserts)).toEqual([
      { hash: 'b', valid_from: day(2), valid_to: day(5) },
      { hash: 'c', valid_from: day(5), valid_to: day(10) },
      { hash: 'd', valid_from: day(10), valid_to: null },
    ]);
    expect(patches).toMatchObject([{ id: 1, valid_to: day(2) }]);
  });

  it('keeps what changes without being shown in the interval that goes on', () => {
    const { patches, inserts } = plan({
      current: anInterval('a', day(1), { next_change_at: day(20) }),
      from: day(2),
      until: day(3),
      shows: () => ({ hash: 'a', next: day(9) }),
    });
    expect(inserts).toEqual([]);
    expect(patches).toMatchObject([
      { id: 1, valid_to: null, next_change_at: day(9), assessed_at: day(2) },
    ]);
  });

  it('replaces what began at the same moment, from what was remembered before that moment', () => {
    const { replaces, inserts, patches, asked } = plan({
      current: anInterval('a', day(2), {
        memory: memoryOf(day(2)),
        memory_before: memoryOf('long ago'),
      }),
      from: day(2),
      shows: () => ({ hash: 'b' }),
    });
    expect(asked).toEqual([{ now: day(2), since: 'long ago' }]);
    expect(brief(replaces)).toEqual([
      { id: 1, hash: 'b', valid_from: day(2), valid_to: null },
    ]);
    expect({ inserts, patches }).toEqual({ inserts: [], patches: [] });
  });

  it('lets the interval before go on when a moment of no length is undone', () => {
    const { deletes, patches, inserts, replaces } = plan({
      current: anInterval('b', day(2), { id: 2 }),
      prior: anInterval('a', day(1), { id: 1, valid_to: day(2) }),
      from: day(2),
      shows: () => ({ hash: 'a' }),
    });
    expect(deletes).toEqual([2]);
    expect(patches).toMatchObject([
      { id: 1, valid_from: day(1), valid_to: null },
    ]);
    expect({ inserts, replaces }).toEqual({ inserts: [], replaces: [] });
  });

  it('never goes back behind what was assessed already', () => {
    const { asked, patches } = plan({
      current: anInterval('a', day(1), { assessed_at: day(5) }),
      from: day(3),
      shows: () => ({ hash: 'b' }),
    });
    expect(asked[0].now).toBe(day(5));
    expect(patches).toMatchObject([{ valid_to: day(5) }]);
  });

  it('takes up what was remembered when the entity was away', () => {
    const { asked } = plan({
      remembered: JSON.parse(memoryOf('long ago')),
      from: day(3),
      shows: () => ({ hash: 'a' }),
    });
    expect(asked).toEqual([{ now: day(3), since: 'long ago' }]);
  });

  it('refuses rules that change at a moment that is over', () => {
    expect(() =>
      plan({ from: day(3), shows: () => ({ hash: 'a', next: day(3) }) }),
    ).toThrow('leads nowhere');
  });
});

import type { KpiId } from '../policy/kpiId';
import type { KpiFacts, KpiFinding, KpiResult } from './kpiFacts';
import { measureKpi, measureTier, reachesTarget } from './measureKpi';

const march = {
  from: '2026-03-01T00:00:00.000Z',
  to: '2026-04-01T00:00:00.000Z',
};
const before = '2026-02-28T23:59:59.999Z';
const first = march.from;
const mid = '2026-03-15T12:00:00.000Z';
const last = '2026-03-31T23:59:59.999Z';

const none: KpiFacts = {
  snapshotAt: () => undefined,
  missedTests: [],
  results: [],
  findings: [],
};
const aResult = (more: Partial<KpiResult> = {}): KpiResult => ({
  heldAt: mid,
  rtaSeconds: 1_800,
  rtoSeconds: 3_600,
  objectivesMet: true,
  ...more,
});
const aFinding = (more: Partial<KpiFinding> = {}): KpiFinding => ({
  createdAt: '2026-03-05T00:00:00.000Z',
  resolvedAt: null,
  closedAt: null,
  lateFrom: '2026-06-01T00:00:00.000Z',
  lateBefore: [],
  ...more,
});
const snapshot = {
  tiers: {
    'tier-1': { met: 1, exempt: 1, exposed: 2 },
    'tier-4': { 'not-required': 7 },
    none: { unassessed: 4 },
  },
  gaps: { 'plan-stale': 3 },
};

const cases: Array<[string, KpiId, Partial<KpiFacts>, number | null, number]> =
  [
    [
      'counts exempt and unassessed services as not met',
      'coverage',
      { snapshotAt: () => snapshot },
      1 / 8,
      8,
    ],
    [
      'counts the services with a gap',
      'plans-stale',
      { snapshotAt: () => snapshot },
      3,
      3,
    ],
    [
      'knows that nobody has a gap',
      'plan-reviews-overdue',
      { snapshotAt: () => snapshot },
      0,
      0,
    ],
    [
      'has no share of tests where none was held or due',
      'tests-held',
      {},
      null,
      0,
    ],
    [
      'takes what fell due without a test against what was held',
      'tests-held',
      {
        results: [aResult({ heldAt: first }), aResult({ heldAt: last })],
        missedTests: [
          { at: march.from, count: 9 },
          { at: '2026-03-02T00:00:00.000Z', count: 1 },
          { at: march.to, count: 1 },
          { at: '2026-04-02T00:00:00.000Z', count: 9 },
        ],
      },
      0.5,
      4,
    ],
    [
      'leaves results out that measured nothing or were held at another time',
      'test-objectives-met',
      {
        results: [
          aResult(),
          aResult({ objectivesMet: false }),
          aResult({ objectivesMet: null, rtaSeconds: null }),
          aResult({ heldAt: before, objectivesMet: false }),
          aResult({ heldAt: march.to, objectivesMet: false }),
        ],
      },
      0.5,
      2,
    ],
    [
      'takes the median of the ratios, and an RTO of 0 has none',
      'rta-to-rto',
      {
        results: [
          aResult({ rtaSeconds: 360 }),
          aResult({ rtaSeconds: 7_200 }),
          aResult({ rtaSeconds: 2_880 }),
          aResult({ rtoSeconds: 0 }),
          aResult({ rtoSeconds: null }),
          aResult({ rtaSeconds: null }),
        ],
      },
      0.8,
      3,
    ],
    [
      'takes the middle of two',
      'rta-to-rto',
      { results: [aResult(), aResult({ rtaSeconds: 3_600 })] },
      0.75,
      2,
    ],
    [
      'counts what was open at the end, whatever happened since',
      'findings-open',
      {
        findings: [
          aFinding(),
          aFinding({ closedAt: march.to }),
          aFinding({ closedAt: last }),
          aFinding({ createdAt: march.to }),
        ],
      },
      2,
      2,
    ],
    [
      'does not count a resolved finding as overdue',
      'findings-overdue',
      {
        findings: [
          aFinding({ lateFrom: march.to }),
          aFinding({ lateFrom: '2026-04-01T00:00:00.001Z' }),
          aFinding({ lateFrom: mid, resolvedAt: last }),
          aFinding({ lateFrom: mid, resolvedAt: march.to }),
          aFinding({ lateFrom: mid, closedAt: last }),
        ],
      },
      2,
      2,
    ],
    [
      'counts a finding as overdue that was given more time only afterwards',
      'findings-overdue',
      {
        findings: [
          aFinding({ lateBefore: [{ until: march.to, lateFrom: mid }] }),
          // given in time
          aFinding({ lateBefore: [{ until: last, lateFrom: mid }] }),
          // twice: what held then counts
          aFinding({
            lateBefore: [
              { until: first, lateFrom: '2026-07-01T00:00:00.000Z' },
              { until: '2026-05-01T00:00:00.000Z', lateFrom: mid },
            ],
          }),
          // taken away afterwards
          aFinding({
            lateFrom: mid,
            lateBefore: [
              { until: march.to, lateFrom: '2026-07-01T00:00:00.000Z' },
            ],
          }),
        ],
      },
      2,
      2,
    ],
    [
      'takes the mean of those closed in the period',
      'findings-days-to-close',
      {
        findings: [
          aFinding({
            createdAt: '2026-02-01T00:00:00.000Z',
            closedAt: '2026-03-03T00:00:00.000Z',
          }),
          aFinding({
            createdAt: '2026-03-05T00:00:00.000Z',
            closedAt: '2026-03-15T00:00:00.000Z',
          }),
          aFinding({ closedAt: march.to }),
          aFinding(),
        ],
      },
      20,
      2,
    ],
    [
      'counts an assessment after the fact as none',
      'changes-assessed',
      {
        changes: [
          { implementedAt: mid, assessedAt: first },
          { implementedAt: mid, assessedAt: mid },
          { implementedAt: mid, assessedAt: last },
          { implementedAt: mid, assessedAt: null },
          { implementedAt: before, assessedAt: null },
        ],
      },
      0.5,
      4,
    ],
    [
      'counts what was closed in the period and what is overdue at its end',
      'change-requests-on-time',
      {
        changeRequests: [
          { dueAt: last, closedAt: mid },
          { dueAt: mid, closedAt: last },
          { dueAt: mid, closedAt: null },
          { dueAt: mid, closedAt: march.to },
          { dueAt: march.to, closedAt: null },
          { dueAt: mid, closedAt: before },
          { dueAt: before, closedAt: null },
        ],
      },
      0.2,
      5,
    ],
    [
      'counts an exemption up to the moment of its end',
      'exemptions-in-force',
      {
        exemptions: [
          { startsAt: mid, endsAt: march.to },
          { startsAt: mid, endsAt: last },
          { startsAt: march.to, endsAt: '2026-05-01T00:00:00.000Z' },
        ],
      },
      1,
      1,
    ],
  ];

const rounded = (value: number | null) =>
  value === null ? null : Number(value.toFixed(6));

describe('measureKpi', () => {
  it.each(cases)('%s (%s)', (_, id, facts, value, base) => {
    const found = measureKpi(id, { ...none, ...facts }, march);
    const measured = found && { ...found, value: rounded(found.value) };
    expect(measured).toEqual({ value: rounded(value), base });
  });

  it.each([
    'changes-assessed',
    'change-requests-on-time',
    'exemptions-in-force',
    'coverage',
    'plans-stale',
  ] as const)('has no figure for %s where nothing is known', id => {
    expect(measureKpi(id, none, march)).toBeUndefined();
  });

  it('measures a tier by itself; one of which nothing counts has no share', () => {
    const facts = { ...none, snapshotAt: () => snapshot };
    expect(measureTier('tier-1', facts, march)).toEqual({
      value: 0.25,
      base: 4,
    });
    expect(measureTier('tier-4', facts, march)).toEqual({
      value: null,
      base: 0,
    });
    expect(measureTier('tier-9', facts, march)).toEqual({
      value: null,
      base: 0,
    });
  });
});

describe('reachesTarget', () => {
  it.each<[number | null, number | null, 'more' | 'less', boolean | null]>([
    [0.95, 0.95, 'more', true],
    [0.94, 0.95, 'more', false],
    [0, 0, 'less', true],
    [1, 0, 'less', false],
    [null, 0.95, 'more', null],
    [0.5, null, 'more', null],
  ])('%s against %s, %s is better: %s', (value, target, better, reached) => {
    expect(reachesTarget(value, target, better)).toBe(reached);
  });
});

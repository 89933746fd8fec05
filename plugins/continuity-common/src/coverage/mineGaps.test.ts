import type { Gap } from '../assessment/gap';
import { isSettledBy, mineGaps, type GapRights } from './mineGaps';

const gap = (
  code: Gap['code'],
  requirement: string,
  said: Partial<Gap> = {},
): Gap => ({
  code,
  severity: 'warning',
  requirement,
  since: '2026-01-01T00:00:00.000Z',
  dueBy: '2026-03-01T00:00:00.000Z',
  late: false,
  message: '',
  action: '',
  params: {},
  ...said,
});
const service = (name: string, gaps: Gap[], system: string | null = null) => ({
  entityRef: `component:default/${name}`,
  title: name,
  system,
  gaps,
  late: gaps.some(({ late }) => late),
});
const all: GapRights = {
  mayEdit: true,
  mayAgree: true,
  mayAnalyse: true,
  mayPlanTests: true,
  mayWritePlans: true,
};
const nothing = Object.fromEntries(
  Object.keys(all).map(right => [right, false]),
) as unknown as GapRights;
const gather = (
  services: Parameters<typeof mineGaps>[0],
  context: Partial<Parameters<typeof mineGaps>[1]> = {},
) =>
  mineGaps(services, {
    rightsFor: () => all,
    plannedTest: () => undefined,
    nameOf: () => undefined,
    ...context,
  });

describe('gaps of My continuity', () => {
  it.each<[string, Gap, string, string | null]>([
    ['no plan', gap('plan-missing', 'plan'), 'write-plan', null],
    [
      'a draft that is no plan yet',
      gap('plan-missing', 'plan', { params: { planId: 'p1' } }),
      'open-plan',
      'p1',
    ],
    ['no test', gap('test-never', 'test:restore'), 'plan-test', null],
    [
      'a failed test',
      gap('test-failed', 'test:failover', { params: { testId: 't1' } }),
      'plan-test',
      null,
    ],
    [
      'a result without review',
      gap('result-unreviewed', 'test:restore', { params: { testId: 't1' } }),
      'open-test',
      't1',
    ],
    ['no RTO', gap('target-missing', 'rto'), 'set-value', null],
    ['no owner', gap('owner-missing', 'owner'), 'set-value', null],
    [
      'no agreement',
      gap('agreement-missing', 'agreement'),
      'record-agreement',
      null,
    ],
    ['no BIA', gap('bia-missing', 'bia'), 'analyse-impact', null],
    ['no risk assessment', gap('risk-missing', 'risk'), 'assess-risk', null],
    [
      'an overdue finding',
      gap('finding-overdue', 'finding:f1', { params: { findingId: 'f1' } }),
      'open-finding',
      'f1',
    ],
    [
      'an emergency change without review',
      gap('change-review-overdue', 'change:c1', { params: { changeId: 'c1' } }),
      'open-change',
      'c1',
    ],
    [
      'a slow dependency',
      gap('slower-than-needed', 'dependencies'),
      'open-service',
      null,
    ],
    [
      'a recovery that takes too long: to ask for less is not the answer',
      gap('recovery-beyond-rto', 'rto'),
      'open-service',
      null,
    ],
    [
      'a mark that can’t be read',
      gap('metadata-invalid', 'metadata:continuity/rto'),
      'open-service',
      null,
    ],
  ])('%s is settled by one step', (_, given, step, id) => {
    expect(gather([service('shop', [given])])).toMatchObject([
      { kind: 'gap', step, id, title: 'shop', others: 0 },
    ]);
  });

  it('offer no step that the caller may not take', () => {
    const given = [
      gap('plan-missing', 'plan'),
      gap('test-never', 'test:restore'),
      gap('target-missing', 'rto'),
      gap('agreement-missing', 'agreement'),
      gap('bia-missing', 'bia'),
    ];
    const items = gather([service('shop', given)], {
      rightsFor: () => nothing,
    });
    expect(items.map(({ step }) => step)).toEqual(
      given.map(() => 'open-service'),
    );
  });

  it('lead to the test that is planned for them', () => {
    const [item] = gather(
      [service('shop', [gap('test-never', 'test:restore')])],
      {
        plannedTest: (ref, requirement) =>
          ref === 'component:default/shop' && requirement === 'test:restore'
            ? 't9'
            : undefined,
      },
    );
    expect(item).toMatchObject({ step: 'open-test', id: 't9' });
  });

  it('are one item where one plan, or the system for its parts, settles several', () => {
    const stale = (dueBy: string) =>
      gap('plan-stale', 'plan', { dueBy, params: { planId: 'p1' } });
    const atSystem = gap('bia-missing', 'bia', { params: { unit: 'system' } });
    const system = 'system:default/shop';
    const items = gather(
      [
        service('a', [stale('2026-04-02T00:00:00.000Z'), atSystem], system),
        service('b', [stale('2026-04-01T00:00:00.000Z'), atSystem], system),
        service('c', [gap('bia-missing', 'bia')]),
      ],
      { nameOf: ref => (ref === system ? 'The shop' : undefined) },
    );
    expect(
      items.map(({ title, entity, others, gap: { code } = stale('') }) => [
        code,
        title,
        entity?.entityRef,
        others,
      ]),
    ).toEqual([
      ['bia-missing', 'c', 'component:default/c', 0],
      ['bia-missing', 'The shop', system, 2],
      ['plan-stale', 'b', 'component:default/b', 1],
    ]);
  });

  it('leave out what is only said and what is exempted, and come by urgency', () => {
    const items = gather([
      service('quiet', [
        gap('due-soon', 'plan', { severity: 'information' }),
        gap('plan-missing', 'plan', {
          exemption: { id: 'e', until: '2026-09-01', reason: 'Moves' },
        }),
      ]),
      service('soon', [gap('risk-missing', 'risk')]),
      service('late', [
        gap('plan-missing', 'plan', {
          dueBy: '2026-02-01T00:00:00.000Z',
          late: true,
        }),
      ]),
    ]);
    expect(items.map(({ title }) => title)).toEqual(['late', 'soon']);
  });
});

describe('a gap that another item settles', () => {
  const stale = gap('plan-stale', 'plan', { params: { planId: 'p1' } });

  it.each([
    ['the plan itself', stale, [{ kind: 'plan', id: 'p1' }], true],
    ['another plan', stale, [{ kind: 'plan', id: 'p2' }], false],
    ['something else of that id', stale, [{ kind: 'test', id: 'p1' }], false],
    [
      'the test that failed: reviewing it makes nothing better',
      gap('test-failed', 'test:restore', { params: { testId: 't1' } }),
      [{ kind: 'test', id: 't1' }],
      false,
    ],
    [
      'the test whose result has to be reviewed',
      gap('result-unreviewed', 'test:restore', { params: { testId: 't1' } }),
      [{ kind: 'test', id: 't1' }],
      true,
    ],
  ] as const)('%s', (_, given, items, settled) => {
    expect(isSettledBy(given, items)).toBe(settled);
  });
});

import { someTargets, someTimes } from '../aTestResult';
import { measureResult } from './measureResult';
import { testContentsSchema } from '../testContents';
import { testDetailSchema, type TestDetail } from '../testDetail';
import { writeTestReport } from './writeTestReport';

const checkout = 'component:default/checkout';
const times = someTimes({
  lastConsistentData: '2026-03-29T00:25:00.000Z',
  disruptionStart: '2026-03-29T00:30:00.000Z',
  minimumService: '2026-03-29T06:30:00.000Z',
});

function aTest(said: Partial<TestDetail> = {}): TestDetail {
  const contents = testContentsSchema.parse({
    title: 'Failover | of <b>the</b> checkout',
    depth: 'failover',
    environment: 'production',
    entities: [checkout],
    schedule: {
      start: '2026-03-28T22:00:00Z',
      end: '2026-03-29T04:00:00Z',
      timeZone: 'Europe/Berlin',
    },
    facilitator: 'user:default/jane',
    aims: '# Be fast\n<script>alert(1)</script>',
    successCriteria: [{ id: 'a', text: 'Orders go through' }],
  });
  const measure = measureResult(
    {
      depth: 'failover',
      origin: 'test',
      times,
      recovered: null,
      deliveredPercent: null,
      levelMet: null,
    },
    someTargets,
  );
  return testDetailSchema.parse({
    id: 't1',
    title: contents.title,
    depth: 'failover',
    origin: 'test',
    state: 'completed',
    missed: false,
    environment: 'production',
    partial: false,
    restoresFromBackup: false,
    startsAt: '2026-03-28T22:00:00.000Z',
    endsAt: '2026-03-29T04:00:00.000Z',
    allDay: false,
    timeZone: 'Europe/Berlin',
    heldAt: '2026-03-29T00:00:00.000Z',
    heldPrecision: 'instant',
    enteredAfterwards: false,
    facilitator: { ref: 'user:default/jane', title: 'Jane' },
    entities: {
      count: 2,
      redacted: 1,
      examples: [{ entityRef: checkout, title: 'Checkout' }],
    },
    outcome: 'failed',
    outcomes: {
      passed: 0,
      'passed-with-deficiencies': 0,
      inconclusive: 0,
      failed: 1,
    },
    reviewed: true,
    reviewDueAt: null,
    openFindings: 1,
    waitingForMe: null,
    updatedAt: '2026-03-29T08:00:00.000Z',
    revision: 4,
    contents,
    scope: [
      {
        entityRef: checkout,
        title: 'Checkout',
        exists: true,
        tier: 'tier-1',
        rto: 'PT4H',
        rpo: 'PT1H',
        mbco: null,
        owner: null,
      },
    ],
    participants: [],
    plans: [
      {
        planId: 'p1',
        version: 2,
        title: 'Recovery',
        state: 'approved',
        inForce: true,
      },
    ],
    startedAt: '2026-03-29T00:00:00.000Z',
    startedBy: 'user:default/jane',
    endedAt: '2026-03-29T07:00:00.000Z',
    completedAt: '2026-03-29T07:30:00.000Z',
    completedBy: 'user:default/jane',
    summary: 'Too slow.',
    criteria: [{ id: 'a', met: false, note: 'Only by phone' }],
    steps: [],
    events: [
      {
        id: 'e1',
        clientId: null,
        kind: 'note',
        at: '2026-03-29T01:00:00.000Z',
        recordedAt: '2026-03-29T01:00:00.000Z',
        by: 'user:default/joe',
        text: 'Database | up',
        entityRefs: [],
        time: null,
        stepId: null,
      },
    ],
    results: [
      {
        entityRef: checkout,
        title: 'Checkout',
        times,
        recovered: null,
        deliveredPercent: null,
        levelMet: null,
        restoredFromBackup: false,
        partial: false,
        outcome: 'failed',
        measure,
        targets: someTargets,
        deficiencies: '',
        note: '',
        recordedAt: '2026-03-29T07:00:00.000Z',
        recordedBy: 'user:default/jane',
        revision: 1,
      },
    ],
    review: {
      by: 'user:default/ruth',
      at: '2026-03-30T08:00:00.000Z',
      note: 'Agreed.',
    },
    findings: [],
    attachments: [
      {
        kind: 'file',
        id: 'f1',
        title: '',
        addedAt: '2026-03-29T08:00:00.000Z',
        addedBy: 'user:default/jane',
        fileName: 'log.txt',
        mediaType: 'text/plain',
        bytes: 12,
        sha256: 'abc123',
      },
    ],
    reschedules: [],
    cancelled: null,
    machine: null,
    supplier: null,
    createdAt: '2026-03-01T08:00:00.000Z',
    createdBy: 'user:default/jane',
    allowedActions: [],
    ...said,
  });
}

const write = (said: Partial<TestDetail> = {}) =>
  writeTestReport(aTest(said), { timeZone: 'Europe/Berlin' });

describe('writeTestReport', () => {
  it('holds aims, scope, plan versions, times against targets, outcome, findings and who reviewed it', () => {
    const text = write();
    expect(text).toContain('## Aims');
    expect(text).toContain('- Checkout, component:default/checkout (tier-1)');
    expect(text).toContain('- and 1 that you may not see');
    expect(text).toContain('- Recovery, version 2, in force');
    expect(text).toContain('| RTA against RTO | 6 h | 4 h | **missed** |');
    expect(text).toContain('| RPA against RPO | 5 min | 1 h | met |');
    expect(text).toContain('- Orders go through – **not met**: Only by phone');
    expect(text).toContain('| Outcome | Failed |');
    expect(text).toContain('it took longer than the RTO');
    expect(text).toContain('user:default/ruth, 30 March 2026, 10:00:00');
    expect(text).toContain('log.txt, 12 bytes, SHA-256 `abc123`');
  });

  it('draws times against their targets', () => {
    expect(write()).toContain('| ██████████│█████ |');
    expect(write()).toContain('| █·········│ |');
  });

  it('writes moments with their offsets, over a change of the clocks', () => {
    const text = write();
    expect(text).toContain('29 March 2026, 01:30:00 (+01:00)');
    expect(text).toContain('29 March 2026, 08:30:00 (+02:00)');
  });

  it('lets no text of people pass for a part of the report', () => {
    const text = write();
    expect(text).toContain('# Failover \\| of \\<b\\>the\\</b\\> checkout');
    expect(text).toContain('> # Be fast');
    expect(text).not.toMatch(/^# Be fast/m);
    expect(text).not.toContain('<script>');
    expect(text).toContain('| Database \\| up |');
  });

  it('says that nobody has reviewed it, and what was entered afterwards', () => {
    const text = write({ review: null, enteredAfterwards: true });
    expect(text).toContain('| Reviewed | Not reviewed |');
    expect(text).toContain('Afterwards, not while it was held');
  });

  it('shows no times where nothing is measured', () => {
    const text = write({ depth: 'tabletop', results: aTest().results });
    expect(text).not.toContain('RTA against RTO');
  });
});

import { describeGap } from './gapTexts';

describe('describeGap', () => {
  it.each([
    [
      'owner-unresolved',
      { owner: 'group:default/a', state: 'empty-group', source: 'portal' },
      'group:default/a answers for its recovery, but has no members: nobody would be called.',
      'Add members to the group, or name another recovery owner.',
    ],
    [
      'owner-unresolved',
      { owner: 'group:default/a', state: 'missing', source: 'entity-owner' },
      'group:default/a, its owner in the catalog, answers for its recovery, but is not in the catalog: nobody would be called.',
      'Name a user or group that exists as recovery owner.',
    ],
    [
      'metadata-invalid',
      { field: 'rto', key: 'label:rto', value: 'TBD', accepted: 'Write it.' },
      'The label rto says "TBD", which can\'t be read as an RTO, so that it counts as not written.',
      'Write it.',
    ],
    [
      'metadata-invalid',
      { field: 'tier', key: 'portal:tier', value: 'gold', accepted: 'Choose.' },
      'The value saved in the portal says "gold", which can\'t be read as a tier, so that it counts as not written.',
      'Choose.',
    ],
    [
      'metadata-conflict',
      {
        field: 'tier',
        key: 'tag:t1',
        value: 't1',
        otherKey: 'tag:t2',
        otherValue: 't2',
        more: 1,
      },
      'The tag t1 and the tag t2 and 1 more disagree on the tier; the first one counts.',
      'Remove the mark that is wrong, or set the tier on purpose.',
    ],
    [
      'looser-than-agreed',
      {
        field: 'rpo',
        agreed: 'PT0S',
        effective: 'none',
        agreedOn: '2026-03-01',
      },
      'The RPO is "holds no data", looser than 0 (no loss) as agreed on 1 March 2026.',
      'Set the RPO as agreed, or record a new agreement that a second person confirms.',
    ],
    [
      'test-never',
      { tier: 'tier-1', depth: 'restore', every: 'P3M' },
      'tier-1 requires a restore test every 3 months, and none is on record.',
      'Plan a test that restores from a backup copy.',
    ],
    [
      'test-failed',
      {
        tier: 'tier-1',
        depth: 'failover',
        every: 'P1Y',
        test: 'Drill',
        testId: 't1',
        heldOn: '2026-03-01',
        rtaSeconds: 21_600,
        rto: 'PT4H',
        rpaSeconds: 60,
        rpo: 'PT1H',
      },
      'The failover test “Drill” of 1 March 2026 failed: it took 6 h to come back, and the RTO was 4 h. It has not been passed since.',
      'Mend what failed, and pass a failover test.',
    ],
    [
      'retest-needed',
      {
        tier: 'tier-1',
        depth: 'failover',
        every: 'P1Y',
        test: 'Drill',
        testId: 't1',
        heldOn: '2026-03-01',
        reason: 'steps-changed',
        more: 1,
      },
      'The failover test “Drill” of 1 March 2026 was passed, and does not prove anything any more: the recovery steps in force are not those that were tested; and 1 more.',
      'Repeat the failover test.',
    ],
    [
      'test-overdue',
      {
        tier: 'tier-1',
        depth: 'restore',
        every: 'P3M',
        test: 'Drill',
        testId: 't1',
        heldOn: '2026-03-01',
        dueOn: '2026-06-01',
      },
      'tier-1 requires a restore test every 3 months. The last one that counts is “Drill” of 1 March 2026; the next was due on 1 June 2026.',
      'Plan a test that restores from a backup copy.',
    ],
    [
      'result-unreviewed',
      {
        tier: 'tier-1',
        depth: 'restore',
        every: 'P3M',
        test: 'Drill',
        testId: 't1',
        heldOn: '2026-03-01',
        dueOn: '2026-03-31',
      },
      'Nobody has reviewed “Drill” of 1 March 2026 by 31 March 2026: until then it counted as passed.',
      'Have somebody review the result who neither facilitated the test nor recorded it.',
    ],
    [
      'due-soon',
      {
        about: 'test',
        tier: 'tier-1',
        depth: 'restore',
        every: 'P3M',
        test: 'Drill',
        testId: 't1',
        heldOn: '2026-03-01',
        dueOn: '2026-06-01',
      },
      'tier-1 requires a restore test every 3 months. “Drill” of 1 March 2026 counts until 1 June 2026.',
      'Plan a test that restores from a backup copy.',
    ],
    [
      'finding-overdue',
      {
        finding: 'Too slow',
        findingId: 'f1',
        findingSeverity: 'high',
        dueOn: '2026-06-01',
      },
      'The finding “Too slow” should have been resolved by 1 June 2026.',
      'Resolve it, or have somebody accept that nothing will be done about it.',
    ],
    [
      'bia-missing',
      { tier: 'tier-1', unit: 'system' },
      'tier-1 requires a business impact analysis, and none is recorded for its system.',
      'Make a business impact analysis of its system.',
    ],
  ] as const)('says of %s with %j', (code, params, message, action) => {
    expect(describeGap(code, params)).toEqual({ message, action });
  });

  it('throws for a code that no room speaks about yet', () => {
    expect(() => describeGap('emergency-copy-old', {})).toThrow(RangeError);
  });
});

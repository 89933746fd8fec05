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

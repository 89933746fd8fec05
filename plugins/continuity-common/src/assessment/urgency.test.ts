import { defaultPolicy } from '../policy/defaultPolicy';
import type { ContinuityStatus } from './status';
import { urgency } from './urgency';

const late = [{ late: true }];
const lateButExempt = [
  { late: true, exemption: { id: 'e', until: '', reason: '' } },
];

describe('urgency', () => {
  it('puts late ones first, then the worst status, then the most critical tier', () => {
    const order: Array<
      [ContinuityStatus, string | null, Parameters<typeof urgency>[0]['gaps']]
    > = [
      ['exposed', 'tier-1', late],
      ['exposed', 'tier-3', late],
      ['at-risk', 'tier-1', late],
      ['exposed', 'tier-1', []],
      ['exposed', 'tier-2', lateButExempt],
      ['at-risk', 'tier-1', []],
      ['unassessed', null, []],
      ['exempt', 'tier-1', []],
      ['met', 'tier-1', []],
      ['not-required', 'tier-4', []],
      ['out-of-scope', null, []],
    ];
    const keys = order.map(([status, tier, gaps]) =>
      urgency({ status, tier, gaps }, defaultPolicy),
    );
    expect(keys).toEqual([...keys].sort((a, b) => a - b));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every(key => Number.isInteger(key) && key < 2_000_000)).toBe(
      true,
    );
  });
});

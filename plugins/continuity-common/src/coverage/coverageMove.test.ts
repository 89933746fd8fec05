import type { ContinuityStatus } from '../assessment/status';
import { coverageMove } from './coverageMove';

const at = (
  status: ContinuityStatus,
  more: { tier?: string | null; underlyingStatus?: ContinuityStatus } = {},
) => ({ status, underlyingStatus: status, tier: 'tier-1', ...more });

const without = { policyChanged: false };

describe('coverageMove', () => {
  it.each([
    ['what was fixed', at('exposed'), at('met'), 'work', 'better'],
    ['what got less bad', at('exposed'), at('at-risk'), 'work', 'better'],
    ['what broke', at('met'), at('exposed'), 'work', 'worse'],
    [
      'a lower tier',
      at('exposed'),
      at('not-required', { tier: 'tier-4' }),
      'tier',
      'better',
    ],
    [
      'a first tier',
      at('unassessed', { tier: null }),
      at('exposed'),
      'tier',
      'worse',
    ],
    ['leaving the scope', at('exposed'), at('out-of-scope'), 'scope', 'better'],
    ['coming into scope', at('out-of-scope'), at('exposed'), 'scope', 'worse'],
    [
      'an exemption',
      at('exposed'),
      at('exempt', { underlyingStatus: 'exposed' }),
      'exemption',
      'better',
    ],
    [
      'the end of an exemption',
      at('exempt', { underlyingStatus: 'exposed' }),
      at('exposed'),
      'exemption',
      'worse',
    ],
    [
      'what was fixed while it was exempt',
      at('exempt', { underlyingStatus: 'exposed' }),
      at('met'),
      'work',
      'better',
    ],
    ['leaving the catalog', at('exposed'), undefined, 'catalog', 'better'],
    [
      'appearing as unassessed',
      undefined,
      at('unassessed'),
      'catalog',
      'worse',
    ],
    ['appearing as met', undefined, at('met'), 'catalog', 'same'],
    [
      'a change between two that are no worse',
      at('met'),
      at('not-required', { tier: 'tier-4' }),
      'tier',
      'same',
    ],
  ] as const)('calls %s by its name', (_, before, after, cause, direction) => {
    expect(coverageMove(before, after, without)).toEqual({ cause, direction });
  });

  it('never calls fixed what a new policy changed', () => {
    expect(
      coverageMove(at('exposed'), at('met'), { policyChanged: true }),
    ).toEqual({ cause: 'policy', direction: 'better' });
  });

  it('says nothing where the status is the same, or where nothing of it counts', () => {
    expect(
      coverageMove(at('met'), at('met', { tier: 'tier-2' }), without),
    ).toBeUndefined();
    expect(
      coverageMove(undefined, at('out-of-scope'), without),
    ).toBeUndefined();
  });
});

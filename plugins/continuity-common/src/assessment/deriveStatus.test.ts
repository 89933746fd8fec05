import { deriveStatus, deriveUnderlyingStatus } from './deriveStatus';

const exemption = { id: 'e1', until: '2026-12-31', reason: 'moving' };
const critical = { severity: 'critical' as const };
const warning = { severity: 'warning' as const };
const information = { severity: 'information' as const };
const exempted = { ...critical, exemption };
const exemptedWarning = { ...warning, exemption };

const standing = { inScope: true, tier: 'gold', tierRequiresNothing: false };
type Gaps = Parameters<typeof deriveStatus>[0];

describe('deriveStatus', () => {
  it.each<[string, Gaps, Partial<typeof standing>, string, string]>([
    ['no gap', [], {}, 'met', 'met'],
    [
      'nothing required',
      [],
      { tierRequiresNothing: true },
      'not-required',
      'not-required',
    ],
    ['information only', [information], {}, 'met', 'met'],
    ['a warning', [information, warning], {}, 'at-risk', 'at-risk'],
    [
      'a warning where nothing is required',
      [warning],
      { tierRequiresNothing: true },
      'at-risk',
      'at-risk',
    ],
    ['a critical gap', [warning, critical], {}, 'exposed', 'exposed'],
    ['everything exempted', [exempted], {}, 'exempt', 'exposed'],
    [
      'an exempted warning where nothing is required',
      [exemptedWarning],
      { tierRequiresNothing: true },
      'exempt',
      'at-risk',
    ],
    [
      'an exempted information',
      [{ ...information, exemption }],
      {},
      'met',
      'met',
    ],
    [
      'a warning beside an exempted critical gap',
      [exempted, warning],
      {},
      'at-risk',
      'exposed',
    ],
    [
      'a critical gap beside an exempted one',
      [exempted, critical],
      {},
      'exposed',
      'exposed',
    ],
    [
      'out of scope, whatever else',
      [critical],
      { inScope: false },
      'out-of-scope',
      'out-of-scope',
    ],
    [
      'no tier, whatever else',
      [critical, exempted],
      { tier: null as never },
      'unassessed',
      'unassessed',
    ],
    [
      'no tier although everything is exempted',
      [exempted],
      { tier: null as never },
      'unassessed',
      'unassessed',
    ],
  ])('%s', (_, gaps, said, status, underlying) => {
    expect(deriveStatus(gaps, { ...standing, ...said })).toBe(status);
    expect(deriveUnderlyingStatus(gaps, { ...standing, ...said })).toBe(
      underlying,
    );
  });
});

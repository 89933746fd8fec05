import { defaultPolicy } from '../policy/defaultPolicy';
import { parseProfileValue } from './parseProfileValue';
import type { ProfileField } from '../terms/profileField';

const context = { policy: defaultPolicy, entityRef: 'component:shop/checkout' };

describe('parseProfileValue', () => {
  it.each<[ProfileField, string, unknown]>([
    ['tier', ' tier-2 ', 'tier-2'],
    ['rto', '4h', 'PT4H'],
    ['rto', '1.5 hr', 'PT1H30M'],
    ['rto', '0', 'PT0S'],
    ['rpo', '0', 'PT0S'],
    ['rpo', 'none', 'none'],
    ['rpo', 'None', 'none'],
    ['rpo', 'PT90M', 'PT1H30M'],
    ['mtpd', 'PT24H', 'P1D'],
    ['wrt', '30 min', 'PT30M'],
    ['recoveryTime', '0', 'PT0S'],
    ['mbco', '30 % of orders', { text: '30 % of orders', percent: 30 }],
    ['recoveryOwner', 'payments', 'group:shop/payments'],
    [
      'recoveryAlternates',
      'user:default/jane, payments ,group:shop/payments,',
      ['user:default/jane', 'group:shop/payments'],
    ],
  ])('reads the %s "%s"', (field, text, value) => {
    expect(parseProfileValue(field, text, context)).toEqual({
      ok: true,
      value,
    });
  });

  it.each<[ProfileField, string, string]>([
    ['tier', 'Tier-2', '"tier-1", "tier-2", "tier-3", "tier-4"'],
    ['tier', 'TBD', '"tier-1", "tier-2", "tier-3", "tier-4"'],
    ['tier', '', 'There is no tier here'],
    ['tier', 'constructor', 'is no tier of the policy'],
    ['rto', '4-6 h', 'is a range'],
    ['rto', '<=5 min', 'is a bound'],
    ['rto', '30+ days', 'is a bound'],
    ['rto', 'best effort', 'promises no time'],
    ['rto', '4', 'has no unit'],
    ['rto', 'none', 'for the RPO only'],
    ['mtpd', 'none', 'for the RPO only'],
    ['wrt', 'none', 'for the RPO only'],
    ['rpo', 'n/a', '"none" if it holds no data'],
    ['recoveryOwner', 'component:default/checkout', 'is a component'],
    ['recoveryAlternates', 'jane doe', 'is no entity reference'],
    ['recoveryAlternates', ' , ', 'There is no name here'],
  ])('refuses the %s "%s" and says what is accepted', (field, text, words) => {
    expect(parseProfileValue(field, text, context)).toEqual({
      ok: false,
      message: expect.stringContaining(words),
    });
  });

  it('takes at most twenty alternates', () => {
    const names = (count: number) =>
      Array.from({ length: count }, (_, i) => `user:default/u${i}`).join(',');
    expect(parseProfileValue('recoveryAlternates', names(20), context).ok).toBe(
      true,
    );
    expect(parseProfileValue('recoveryAlternates', names(21), context).ok).toBe(
      false,
    );
  });
});

import { canonicalPolicy } from './canonicalPolicy';
import { defaultPolicy } from './defaultPolicy';
import { parsePolicy } from './parsePolicy';

describe('canonicalPolicy', () => {
  it.each<[string, unknown]>([
    ['in another order of keys', { dueSoon: 'P30D', timeZone: 'UTC' }],
    [
      'with another order of fields to inherit',
      {
        inherit: [...defaultPolicy.inherit].reverse(),
      },
    ],
    ['with another way to run', { sweep: { frequency: '1h' } }],
  ])('is the same text for a policy written %s', (_, config) => {
    expect(canonicalPolicy(parsePolicy(config))).toBe(
      canonicalPolicy(defaultPolicy),
    );
  });

  it('is the same text for targets in other words', () => {
    const tier = (rto: string) =>
      canonicalPolicy(parsePolicy({ tiers: [{ id: 'a', targets: { rto } }] }));
    expect(tier('90 min')).toBe(tier('PT1H30M'));
    expect(tier('90 min')).not.toBe(tier('91 min'));
  });

  it('is another text for tiers in another order', () => {
    const tiers = [{ id: 'a' }, { id: 'b' }];
    expect(canonicalPolicy(parsePolicy({ tiers }))).not.toBe(
      canonicalPolicy(parsePolicy({ tiers: [...tiers].reverse() })),
    );
  });
});

import { defaultPolicy } from '../defaultPolicy';
import { exemptionPolicy } from '../exemptionPolicy';
import { parsePolicy } from '../parsePolicy';
import { refusalOf } from '../refusalOf';

describe('the section exemptions', () => {
  it('lets an exemption last a year, and be renewed twice, by default', () => {
    expect(exemptionPolicy(defaultPolicy)).toEqual({
      longest: 'P1Y',
      renewals: 2,
      remindBefore: 'P14D',
    });
  });

  it('is what it is by default in a policy that was recorded before there were exemptions', () => {
    const { exemptions, ...recorded } = defaultPolicy;
    expect(exemptionPolicy(recorded)).toEqual(exemptions);
  });

  it('keeps what it names, normalised; no renewal at all is a choice', () => {
    const { exemptions } = parsePolicy({
      exemptions: { longest: 'p6m', renewals: 0 },
    });
    expect(exemptions).toEqual({
      longest: 'P6M',
      renewals: 0,
      remindBefore: 'P14D',
    });
  });

  it.each<[string, object, RegExp]>([
    ['hours', { longest: 'PT12H' }, /exemptions\.longest: .*whole years/],
    ['half a renewal', { renewals: 1.5 }, /exemptions\.renewals: .*whole/],
    ['fewer than none', { renewals: -1 }, /exemptions\.renewals: .*from 0/],
    ['words', { remindBefore: 'soon' }, /exemptions\.remindBefore: /],
    ['an unknown key', { maximum: 'P1Y' }, /exemptions\.maximum/],
  ])('refuses %s', (_, exemptions, message) => {
    expect(refusalOf({ exemptions }).join('\n')).toMatch(message);
  });
});

import { defaultPolicy } from '../../policy/defaultPolicy';
import { biaContent } from './aBia';
import { deriveBia } from './deriveBia';
import { fallingImpacts } from './fallingImpacts';
import { quickBia } from './quickBia';
import { recommendTier } from './recommendTier';

function quick(intolerableAfter: string, rpo: string | null = 'PT1H') {
  return {
    ...quickBia({ intolerableAfter, rpo }, defaultPolicy.bia),
    criticalPeriods: [],
  };
}

describe('quickBia', () => {
  it.each([
    ['PT1H', 'ccccc'],
    ['PT4H', 'nsccc'],
    ['P1D', 'nmscc'],
    ['P3D', 'nnmsc'],
    ['P7D', 'nnnns'],
    ['beyond', 'nnnnm'],
  ])(
    'answered with %s gives the same MTPD, RPO and tier as the full form',
    (answer, rated) => {
      const [short, full] = [
        deriveBia(quick(answer)),
        deriveBia(biaContent({ financial: rated })),
      ];
      const of = ({ mtpd, beyond, rpo }: typeof short) => ({
        mtpd,
        beyond,
        rpo,
      });
      expect(of(short)).toEqual(of(full));
      const options = { policy: defaultPolicy, wrt: null };
      expect(recommendTier(short, options)).toEqual(
        recommendTier(full, options),
      );
    },
  );

  it.each(['PT2H', 'PT30M', 'P30D'])(
    'takes %s as it is, between the points of the policy or outside of them',
    answer => {
      const content = quick(answer);
      expect(deriveBia(content).mtpd).toBe(answer);
      expect(fallingImpacts(content)).toEqual([]);
    },
  );
});

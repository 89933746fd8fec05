import { aProfile, aValue, savedBy } from '../../dev/fixtures/aContinuity';
import { conflictingFields } from './conflictingFields';

const mine = (value: string) => aValue(value, savedBy('jonas'), null);
const base = aProfile({
  rto: mine('PT4H'),
  rpo: mine('PT1H'),
  wrt: mine('PT2H'),
});

describe('conflictingFields', () => {
  it('asks only about fields that both changed to different values', () => {
    const current = aProfile({
      rto: mine('PT2H'),
      rpo: mine('PT0S'),
      wrt: mine('PT2H'),
      mtpd: mine('P1D'),
    });
    const result = conflictingFields({
      base,
      current,
      patch: { rto: 'PT1H', rpo: 'PT0S', wrt: 'PT3H' },
    });
    expect(result).toEqual({
      contested: [{ field: 'rto', theirs: 'PT2H', mine: 'PT1H' }],
      theirs: ['mtpd'],
      mine: ['wrt'],
    });
  });

  it('sees that one cleared what the other set', () => {
    const current = aProfile({ rpo: mine('PT1H'), wrt: mine('PT2H') });
    const { contested } = conflictingFields({
      base,
      current,
      patch: { rto: 'PT1H' },
    });
    expect(contested).toEqual([{ field: 'rto', theirs: null, mine: 'PT1H' }]);
  });
});

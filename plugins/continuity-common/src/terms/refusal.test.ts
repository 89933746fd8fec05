import { refused, refusalSchema } from './refusal';
import { refusalTexts, type RefusalCode } from './refusalTexts';

describe('refused', () => {
  it('says its sentence with the values, whatever stands in them', () => {
    const params = { text: '$& {{text}} "4"' };
    expect(refused('value-not-a-day', params)).toEqual({
      code: 'value-not-a-day',
      params,
      message: '"$& {{text}} "4"" is no day. Write one such as "2026-01-31".',
    });
  });

  it.each(Object.keys(refusalTexts) as RefusalCode[])(
    'of %s fits the contract',
    code => {
      const said = refused(code);
      expect(refusalSchema.parse(said)).toEqual(said);
    },
  );
});

import { parseMbco } from './parseMbco';

describe('parseMbco', () => {
  it.each<[string, number]>([
    ['30 % of orders', 30],
    ['30% of orders', 30],
    ['at least 99.5 % of requests', 99.5],
    ['12,5 % of normal', 12.5],
    ['orders at 40 percent', 40],
    ['orders at 40 per cent of normal', 40],
    ['0 %: nothing is served while the plan runs', 0],
    ['100 %', 100],
  ])('takes the one percentage of "%s"', (text, percent) => {
    expect(parseMbco(text)).toEqual({ ok: true, value: { text, percent } });
  });

  it.each([
    'read-only access',
    '20-30 % of orders',
    '20 to 30 % of orders',
    '20 % - 30 % of orders',
    '50 % of orders and 10 % of reports',
    'answers take at most 150 % of the usual time',
    'one of 3 tills per branch',
  ])('takes no percentage of "%s", so that a person judges it', text => {
    expect(parseMbco(text)).toEqual({ ok: true, value: { text } });
  });

  it.each(['120 % of orders', '-30 % of orders'])(
    'refuses "%s", which is no share of normal service',
    text => {
      expect(parseMbco(text)).toEqual({
        ok: false,
        message: expect.stringContaining('0 to 100 %'),
      });
    },
  );

  it.each([
    '',
    '  ',
    'TBD',
    'n/a',
    'none',
    'unknown',
    '?',
    '{{ values.mbco }}',
  ])('refuses "%s", which says nothing', text => {
    expect(parseMbco(text)).toEqual({
      ok: false,
      message: expect.stringContaining('Write what must work'),
    });
  });

  it('refuses a text of more than 2000 characters', () => {
    expect(parseMbco('a'.repeat(2000)).ok).toBe(true);
    expect(parseMbco('a'.repeat(2001)).ok).toBe(false);
  });

  it('trims the text', () => {
    expect(parseMbco('  read-only \n')).toEqual({
      ok: true,
      value: { text: 'read-only' },
    });
  });
});

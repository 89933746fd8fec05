import fc from 'fast-check';
import { canonicalJson } from './canonicalJson';

describe('canonicalJson', () => {
  it.each<[unknown, string]>([
    [null, 'null'],
    [true, 'true'],
    [-0, '0'],
    [1e21, '1e+21'],
    [0.1, '0.1'],
    ['a"\n€', '"a\\"\\n€"'],
    [[3, 1, 2], '[3,1,2]'],
    [{ b: 1, a: [{ d: 1, c: 2 }] }, '{"a":[{"c":2,"d":1}],"b":1}'],
    [{ a: undefined, b: null }, '{"b":null}'],
    [
      { '\u20ac': 1, '\r': 2, '1': 3, '\ud83d\ude00': 4, '\ufb33': 5 },
      '{"\\r":2,"1":3,"\u20ac":1,"\ud83d\ude00":4,"\ufb33":5}',
    ],
    [Object.create(null), '{}'],
  ])('writes %j as %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each<[string, unknown, string]>([
    ['undefined', undefined, "JSON can't hold a value of type undefined"],
    [
      'undefined in a list',
      [undefined],
      "JSON can't hold a value of type undefined",
    ],
    ['NaN', { a: NaN }, 'JSON has no number NaN'],
    ['infinity', -Infinity, 'JSON has no number -Infinity'],
    ['a function', { a: () => 1 }, "JSON can't hold a value of type function"],
    ['a bigint', 1n, "JSON can't hold a value of type bigint"],
    ['a date', new Date(0), "JSON can't hold a Date"],
    ['a map', new Map(), "JSON can't hold a Map"],
  ])('refuses %s', (_, value, message) => {
    expect(() => canonicalJson(value)).toThrow(new TypeError(message));
  });

  it('gives back the value, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(JSON.parse(canonicalJson(value))).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
    );
  });

  it('does not depend on the order in which keys were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
    );
  });
});

import { storable } from './storable';

describe('storable', () => {
  it('replaces what no database takes, however deep, in keys, too', () => {
    expect(
      storable({
        'a\0': ['\ud800b', { c: 'd\udc00' }],
        e: '😀',
        f: 0,
        g: null,
      }),
    ).toEqual({
      'a\ufffd': ['\ufffdb', { c: 'd\ufffd' }],
      e: '😀',
      f: 0,
      g: null,
    });
  });

  it('leaves everything else as it is', () => {
    const value = { a: ['b', { c: 'ü 😀' }], d: undefined };
    expect(storable(value)).toBe(value);
    expect(storable(undefined)).toBeUndefined();
  });
});

import { defaultPolicy } from '../policy/defaultPolicy';
import { applyProfilePatch, parseProfilePatch } from './parseProfilePatch';

const parse = (patch: Record<string, unknown>) =>
  parseProfilePatch(patch, defaultPolicy, 'component:shop/checkout');

describe('parseProfilePatch', () => {
  it('keeps zero, none, cleared and untouched apart', () => {
    expect(parse({ rto: '0', rpo: 'none', mtpd: null })).toEqual({
      ok: true,
      values: { rto: 'PT0S', rpo: 'none' },
      cleared: ['mtpd'],
    });
  });

  it('takes an undefined field as untouched', () => {
    expect(parse({ rto: undefined })).toEqual({
      ok: true,
      values: {},
      cleared: [],
    });
  });

  it('names every wrong field with what is accepted', () => {
    expect(
      parse({ tier: 'gold', rto: '4-6 h', rpo: '5m', owner: 'payments' }),
    ).toEqual({
      ok: false,
      issues: [
        { field: 'tier', message: expect.stringContaining('"tier-1"') },
        { field: 'rto', message: expect.stringContaining('is a range') },
        { field: 'owner', message: expect.stringContaining('recoveryOwner') },
      ],
    });
  });

  it.each<[string, unknown]>([
    ['tier', ''],
    ['rto', '  '],
    ['recoveryAlternates', []],
    ['mbco', ''],
  ])('refuses an empty %s and points to null', (field, value) => {
    expect(parse({ [field]: value })).toEqual({
      ok: false,
      issues: [{ field, message: expect.stringContaining('send null') }],
    });
  });

  it.each<[string, unknown, string]>([
    ['rto', 0, 'quotation marks'],
    ['rto', true, 'as a text'],
    ['mbco', { text: '' }, 'needs a text'],
    ['mbco', { percent: 30 }, 'needs a text'],
    ['mbco', { text: 'orders', percent: 101 }, 'from 0 to 100'],
    ['mbco', { text: 'orders', percent: '30' }, 'from 0 to 100'],
    ['mbco', { text: 'orders', percent: NaN }, 'from 0 to 100'],
    ['recoveryAlternates', ['user:default/jane', ''], 'There is no name here'],
    ['recoveryAlternates', Array(21).fill('a'), 'at most 20'],
  ])('refuses %s %j', (field, value, words) => {
    expect(parse({ [field]: value })).toEqual({
      ok: false,
      issues: [{ field, message: expect.stringContaining(words) }],
    });
  });

  it('takes the percentage beside the text, zero included, and none where none is said', () => {
    expect(
      parse({ mbco: { text: '30 % of orders', percent: 0 } }),
    ).toMatchObject({
      values: { mbco: { text: '30 % of orders', percent: 0 } },
    });
    expect(parse({ mbco: { text: '30 % of orders' } })).toMatchObject({
      values: { mbco: { text: '30 % of orders' } },
    });
    expect(parse({ mbco: '30 % of orders' })).toMatchObject({
      values: { mbco: { text: '30 % of orders', percent: 30 } },
    });
  });

  it('reads owner and alternates in the namespace of the entity', () => {
    expect(
      parse({ recoveryOwner: 'payments', recoveryAlternates: ['b', 'a', 'b'] }),
    ).toEqual({
      ok: true,
      values: {
        recoveryOwner: 'group:shop/payments',
        recoveryAlternates: ['group:shop/b', 'group:shop/a'],
      },
      cleared: [],
    });
  });

  it('takes no field from the prototype of what was sent', () => {
    expect(parse(Object.create({ rto: '4h' }))).toEqual({
      ok: true,
      values: {},
      cleared: [],
    });
  });
});

describe('applyProfilePatch', () => {
  it('sets, clears and leaves alone, in the order of the fields', () => {
    const after = applyProfilePatch(
      { mtpd: 'P1D', rto: 'PT4H', wrt: 'PT1H' },
      { values: { rto: 'PT0S', tier: 'tier-1' }, cleared: ['mtpd'] },
    );
    expect(JSON.stringify(after)).toBe(
      '{"tier":"tier-1","rto":"PT0S","wrt":"PT1H"}',
    );
  });
});

import { hideEntities } from './hideEntities';
import { collectEntityRefs, entityRefsIn } from './entityRefsIn';

describe('entityRefsIn', () => {
  it.each([
    ['group:default/payments', ['group:default/payments']],
    ['Component:Shop/Check-Out', ['component:shop/check-out']],
    ['group:payments', ['group:default/payments']],
    [
      'Ask group:default/payments. Or user:default/a.b, please',
      ['group:default/payments', 'user:default/a.b'],
    ],
    ['"system:default/shop"', ['system:default/shop']],
    ['custom-kind:ns/name', ['custom-kind:ns/name']],
    ['https://example.com/group:default/x', []],
    ['url:https://example.com/a/b', []],
    ['PT4H at 12:30, see note: later', []],
    ['2026-01-01T10:00:00.000Z', []],
  ])('finds in %j %j', (text, refs) => {
    expect(entityRefsIn(text)).toEqual(refs);
  });
});

describe('hideEntities', () => {
  const hidden = new Set(['group:default/pay', 'component:default/ledger']);

  it.each([
    ['a value', 'group:default/pay', 'hidden:default/hidden'],
    ['another case', 'Group:Default/Pay', 'hidden:default/hidden'],
    ['a short ref', 'group:pay', 'hidden:default/hidden'],
    [
      'a sentence',
      'Owned by group:default/pay, used by component:default/ledger.',
      'Owned by a hidden entity, used by a hidden entity.',
    ],
    [
      'a name that begins like a hidden one',
      'group:default/payments and group:default/pay',
      'group:default/payments and a hidden entity',
    ],
    ['a number', 4, 4],
    ['nothing', null, null],
  ])('replaces refs in %s', (_, value, expected) => {
    expect(hideEntities({ value }, hidden)).toEqual({ value: expected });
  });

  it('replaces refs in keys', () => {
    expect(
      hideEntities({ 'group:default/pay': { state: 'ok' } }, hidden),
    ).toEqual({ 'hidden:default/hidden': { state: 'ok' } });
  });

  it('replaces the raw text beside a hidden value, which may be a bare name', () => {
    const answer = {
      recoveryOwner: {
        value: 'group:default/pay',
        origin: { source: 'catalog', raw: 'pay' },
      },
      tier: { value: 'tier-1', origin: { source: 'catalog', raw: 'tier-1' } },
    };
    expect(hideEntities(answer, hidden)).toEqual({
      recoveryOwner: {
        value: 'hidden:default/hidden',
        origin: { source: 'catalog', raw: 'a hidden entity' },
      },
      tier: { value: 'tier-1', origin: { source: 'catalog', raw: 'tier-1' } },
    });
  });

  it('leaves an answer without hidden entities as it is', () => {
    const answer = { owner: 'group:default/other' };
    expect(hideEntities(answer, new Set())).toBe(answer);
    expect(hideEntities(answer, hidden)).toEqual(answer);
  });
});

describe('collectEntityRefs', () => {
  it('looks into values, lists, keys and sentences', () => {
    expect(
      collectEntityRefs({
        'user:default/a': [{ text: 'see system:default/b' }, 'group:x'],
        n: 1,
        z: null,
      }),
    ).toEqual(
      new Set(['user:default/a', 'system:default/b', 'group:default/x']),
    );
  });
});

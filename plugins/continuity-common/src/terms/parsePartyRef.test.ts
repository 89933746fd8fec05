import { parsePartyRef } from './parsePartyRef';

describe('parsePartyRef', () => {
  it.each([
    ['payments-oncall', 'group:shop/payments-oncall'],
    ['Payments-OnCall', 'group:shop/payments-oncall'],
    ['other/payments', 'group:other/payments'],
    ['user:jane', 'user:shop/jane'],
    ['User:Default/Jane.Doe', 'user:default/jane.doe'],
    [' group:default/a ', 'group:default/a'],
  ])('reads "%s" as %s', (text, ref) => {
    expect(parsePartyRef(text, { namespace: 'shop' })).toEqual({
      ok: true,
      ref,
    });
  });

  it.each([
    ['component:default/checkout', 'is a component'],
    ['', 'There is no name here'],
    ['Payments Team', 'is no entity reference'],
    ['jane@example.com', 'is no entity reference'],
    ['{{ values.owner }}', 'is no entity reference'],
    ['group:', 'is no entity reference'],
    ['group:default/', 'is no entity reference'],
    ['https://example.com/jane', 'is no entity reference'],
    ['a'.repeat(64), 'is no entity reference'],
  ])('refuses "%s" and says what to write', (text, problem) => {
    const parsed = parsePartyRef(text, { namespace: 'default' });
    expect(parsed).toEqual({
      ok: false,
      message: expect.stringContaining(problem),
    });
    expect(parsed).toEqual({
      ok: false,
      message: expect.stringContaining('group:default/payments-oncall'),
    });
  });
});

import { coverageQuerySchema } from './coverage';

describe('the filters of the coverage list', () => {
  it.each([
    ['owner', 'payments', 'group:default/payments'],
    ['owner', 'Group:Payments', 'group:default/payments'],
    ['owner', 'user:default/olivia', 'user:default/olivia'],
    ['system', 'Shop', 'system:default/shop'],
    ['domain', 'money/sales', 'domain:money/sales'],
    ['owner', 'http://x', 'http://x'],
  ] as const)('take %s %s for %s', (filter, written, meant) => {
    expect(coverageQuerySchema.parse({ [filter]: [written] })).toEqual({
      [filter]: [meant],
    });
  });
});

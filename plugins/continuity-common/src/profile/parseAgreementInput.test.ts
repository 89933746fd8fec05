import { defaultPolicy } from '../policy/defaultPolicy';
import type { AgreementInput } from './agreement';
import { parseAgreementInput } from './parseAgreementInput';

const read = (
  said: Partial<AgreementInput>,
  policy = defaultPolicy,
  now = '2026-06-15T12:00:00Z',
) =>
  parseAgreementInput(
    {
      values: { rto: '4h' },
      with: 'Head of sales',
      reference: 'SLA-12',
      agreedOn: '2026-06-15',
      ...said,
    },
    { policy, entityRef: 'component:default/checkout', now },
  );

describe('parseAgreementInput', () => {
  it('reads the values as the profile does, zero and none included', () => {
    expect(read({ values: { rto: '0', rpo: 'none', mtpd: '24h' } })).toEqual({
      ok: true,
      input: {
        values: { rto: 'PT0S', rpo: 'none', mtpd: 'P1D' },
        with: 'Head of sales',
        reference: 'SLA-12',
        agreedOn: '2026-06-15',
      },
    });
  });

  it('names every wrong field', () => {
    const result = read({
      values: { tier: 'gold', rto: '4-6 h', rpo: '' },
      agreedOn: '2026-06-16',
    });
    expect(result).toMatchObject({ ok: false });
    const fields = result.ok ? [] : result.issues.map(issue => issue.field);
    expect(fields.sort()).toEqual(['agreedOn', 'rpo', 'rto', 'tier']);
  });

  it('refuses an agreement about nothing', () => {
    expect(read({ values: {} })).toEqual({
      ok: false,
      issues: [{ field: 'values', message: expect.stringContaining('tier') }],
    });
  });

  it("takes today's date in the policy's zone, and not tomorrow's", () => {
    const auckland = { ...defaultPolicy, timeZone: 'Pacific/Auckland' };
    expect(read({ agreedOn: '2026-06-16' }, auckland).ok).toBe(true);
    expect(read({ agreedOn: '2026-06-17' }, auckland).ok).toBe(false);
    expect(read({ agreedOn: '2026-06-16' }).ok).toBe(false);
  });
});

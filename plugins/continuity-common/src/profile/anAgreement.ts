import type { Agreement } from './agreement';

/** Builds an agreement of a test: tier-2 as the shipped policy has it, in force since 1 March 2026. */
export function anAgreement(said: Partial<Agreement> = {}): Agreement {
  return {
    id: 'a1',
    entityRef: 'component:default/checkout',
    values: { tier: 'tier-2', rto: 'PT4H', rpo: 'PT1H', mtpd: 'P1D' },
    with: 'Head of sales',
    reference: 'SLA-12',
    agreedOn: '2026-03-01',
    state: 'in-force',
    looserThanBefore: [],
    recordedBy: 'user:default/jane',
    recordedAt: '2026-03-02T09:00:00.000Z',
    ...said,
  };
}

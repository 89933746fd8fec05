import { company as catalog } from '../__testUtils__/aCompany';
import { found, judge, type Scene } from '../__testUtils__/aScene';

describe('what was there before', () => {
  it.each<[string, NonNullable<Scene['standing']>, string, string[]]>([
    [
      'plan-missing',
      [
        { entityRef: 'web', code: 'plan-missing' },
        { entityRef: 'ledger', code: 'plan-missing' },
        { entityRef: 'mailer', code: 'plan-missing' },
      ],
      'plan-missing',
      ['critical component:ledger', 'critical component:web'],
    ],
    [
      'plan-stale: one for each plan, at what is nearest',
      [
        {
          entityRef: 'web',
          code: 'plan-stale',
          params: { planId: 'p', plan: 'P' },
        },
        {
          entityRef: 'ledger',
          code: 'plan-stale',
          params: { planId: 'p', plan: 'P' },
        },
      ],
      'plan-stale',
      ['warning component:ledger p'],
    ],
    [
      'plan-review-overdue',
      [
        {
          entityRef: 'web',
          code: 'plan-review-overdue',
          params: { planId: 'p', plan: 'P' },
        },
      ],
      'plan-review-overdue',
      ['warning component:web p'],
    ],
    [
      'test-overdue, of whichever gap',
      [
        { entityRef: 'web', code: 'test-long-overdue' },
        { entityRef: 'web', code: 'test-overdue' },
      ],
      'test-overdue',
      ['warning component:web'],
    ],
    [
      'test-overdue: not before the first is due',
      [
        { entityRef: 'web', code: 'test-never', late: false },
        { entityRef: 'api', code: 'test-never' },
      ],
      'test-overdue',
      ['warning component:api'],
    ],
    [
      'test-failed',
      [{ entityRef: 'web', code: 'test-failed' }],
      'test-failed',
      ['critical component:web'],
    ],
    [
      'owner-unresolved',
      [{ entityRef: 'web', code: 'owner-missing' }],
      'owner-unresolved',
      ['warning component:web'],
    ],
    [
      'owner-unresolved, of no weight where the tier requires no plan',
      [
        { entityRef: 'web', code: 'owner-unresolved', severity: 'information' },
        { entityRef: 'api', code: 'owner-unresolved', severity: 'critical' },
      ],
      'owner-unresolved',
      ['warning component:api', 'information component:web'],
    ],
  ])('is told as %s', (_, standing, rule, expected) => {
    const scene = { catalog, touched: { ledger: 'modify' as const }, standing };
    expect(found(scene, rule)).toEqual(expected);
    expect(
      judge(scene).findings.every(({ origin }) => origin === 'already-there'),
    ).toBe(true);
  });

  it('is not told of what the change removes', () => {
    const standing = [{ entityRef: 'ledger', code: 'plan-missing' as const }];
    expect(
      found(
        { catalog, touched: { ledger: 'remove' }, standing },
        'plan-missing',
      ),
    ).toEqual([]);
  });
});

import { parsePolicy } from '../policy/parsePolicy';
import { assess } from './assess';
import { aPolicyOf, someFacts } from './someFacts';

const policy = aPolicyOf({});
const dueAt = '2026-03-06T00:00:00.000Z';
const review = { changeId: 'c1', title: 'Fail over by hand', dueAt };

function reviewGaps(now: string, changeReviews = [review]) {
  const assessment = assess(
    someFacts({ portal: { tier: 'gold' }, changeReviews }),
    undefined,
    policy,
    now,
  );
  const gaps = assessment.gaps.filter(
    ({ code }) => code === 'change-review-overdue',
  );
  return { assessment, gaps };
}

describe('the review of an emergency change', () => {
  it('is no gap before it is due, and the assessment changes at that moment', () => {
    const { gaps, assessment } = reviewGaps('2026-03-05T23:59:59.999Z');
    expect(gaps).toEqual([]);
    expect(assessment.nextChangeAt).toBe(dueAt);
  });

  it('is a warning from then on, late at once, and says which change', () => {
    const { gaps, assessment } = reviewGaps(dueAt);
    expect(gaps).toEqual([
      {
        code: 'change-review-overdue',
        severity: 'warning',
        requirement: 'change:c1',
        since: dueAt,
        dueBy: dueAt,
        late: true,
        params: {
          changeId: 'c1',
          change: 'Fail over by hand',
          dueOn: '2026-03-05',
        },
        message:
          'The emergency change “Fail over by hand” touched it, and was to be reviewed by 5 March 2026: nobody has looked whether its plan still holds.',
        action: 'Review the change, and record what the review found.',
      },
    ]);
    expect(assessment.status).toBe('at-risk');
  });

  it('is one gap for each change', () => {
    const { gaps } = reviewGaps('2026-04-01T00:00:00.000Z', [
      review,
      { ...review, changeId: 'c2' },
    ]);
    expect(gaps.map(({ requirement }) => requirement)).toEqual([
      'change:c1',
      'change:c2',
    ]);
  });
});

describe('an open plan change request', () => {
  it('makes the plan stale with the name of the change, and can’t be confirmed away', () => {
    const planned = parsePolicy(undefined);
    const { gaps, plans } = assess(
      someFacts({
        portal: { tier: 'tier-3' },
        plans: {
          isInWork: false,
          source: null,
          inForce: [
            {
              planId: 'p1',
              title: 'Checkout',
              kind: 'service-recovery',
              version: 2,
              approvedAt: '2026-01-02T00:00:00.000Z',
              reviewedAt: null,
              covers: true,
              through: null,
              watched: {
                dependencies: [],
                owner: 'group:default/payments',
                recoveryOwner: 'group:default/payments',
                rto: 'P1D',
                rpo: 'P1D',
                mtpd: 'P3D',
                bia: null,
              },
              contacts: [],
              isPrimary: false,
              changeRequest: 'r1',
              changeRequestedFor: 'CHG0031337: New database',
            },
          ],
        },
      }),
      undefined,
      planned,
      '2026-02-01T00:00:00.000Z',
    );
    expect(plans[0].staleReasons).toEqual([
      {
        key: 'change-request-open:r1',
        code: 'change-request-open',
        subject: 'r1',
        before: null,
        after: 'CHG0031337: New database',
        confirmable: false,
      },
    ]);
    expect(gaps.find(({ code }) => code === 'plan-stale')?.message).toMatch(
      /^The change “CHG0031337: New database” was made and asks for another plan\./,
    );
  });
});

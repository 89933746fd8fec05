import { defaultPolicy } from '../../policy/defaultPolicy';
import { parseRiskInput } from './parseRiskInput';
import type { RiskInput } from './riskAssessment';

const context = {
  policy: defaultPolicy,
  now: '2026-03-01T12:00:00.000Z',
  recordedBy: 'user:default/jane',
};
const ransomware = {
  id: 'ransomware',
  rating: { likelihood: 3, impact: 5 },
  treatment: 'reduce' as const,
  owner: 'security',
  residual: { likelihood: 2, impact: 5 },
  dueOn: '2026-06-30',
};

function agreed(
  threat: Partial<RiskInput['threats'][number]> = {},
  said: Partial<RiskInput> = {},
): RiskInput {
  return {
    state: 'agreed',
    threats: [{ ...ransomware, ...threat }],
    agreedWith: 'Security board',
    ...said,
  };
}

describe('parseRiskInput', () => {
  it('fills in what was left out', () => {
    expect(
      parseRiskInput(
        agreed(
          {},
          {
            threats: [
              ransomware,
              {
                id: 'loss-of-site',
                notApplicable: true,
                measures: 'Cloud only',
              },
            ],
          },
        ),
        context,
      ),
    ).toEqual({
      ok: true,
      risk: {
        state: 'agreed',
        content: {
          threats: [
            {
              ...ransomware,
              title: 'Ransomware',
              notApplicable: false,
              owner: 'group:default/security',
            },
            {
              id: 'loss-of-site',
              title: 'Loss of the site',
              notApplicable: true,
              rating: null,
              treatment: null,
              measures: 'Cloud only',
              owner: null,
              residual: null,
              dueOn: null,
            },
          ],
        },
        assessor: 'user:default/jane',
        agreedWith: 'Security board',
        assessedOn: '2026-03-01',
      },
    });
  });

  it.each<[string, RiskInput, string]>([
    [
      'a threat that is not rated',
      agreed({}, { threats: [ransomware, { id: 'capacity' }] }),
      'threats.1.rating',
    ],
    ['no treatment', agreed({ treatment: null }), 'threats.0.treatment'],
    ['nobody who answers', agreed({ owner: null }), 'threats.0.owner'],
    [
      'an owner who is none',
      agreed({ owner: 'component:default/x' }, { state: 'draft' }),
      'threats.0.owner',
    ],
    ['no day', agreed({ dueOn: null }), 'threats.0.dueOn'],
    [
      'more left than there was',
      agreed({ residual: { likelihood: 4, impact: 5 } }),
      'threats.0.residual',
    ],
    [
      'a threat of their own without a title',
      agreed({ id: 'flood' }),
      'threats.0.title',
    ],
    [
      'a threat twice',
      agreed({}, { threats: [ransomware, ransomware] }),
      'threats.1.id',
    ],
    [
      'nothing rated',
      agreed({}, { threats: [{ id: 'capacity', notApplicable: true }] }),
      'threats',
    ],
    ['nobody who agreed', agreed({}, { agreedWith: '' }), 'agreedWith'],
    [
      'a day that has not come',
      agreed({}, { assessedOn: '2026-03-02' }),
      'assessedOn',
    ],
  ])('refuses %s', (_, input, field) => {
    const parsed = parseRiskInput(input, context);
    expect(parsed.ok ? [] : parsed.issues.map(i => i.field)).toEqual([field]);
  });

  it('lets an accepted risk have no day, and a draft be unfinished', () => {
    for (const input of [
      agreed({ treatment: 'accept', dueOn: null }),
      agreed(
        {},
        {
          state: 'draft',
          threats: [{ id: 'capacity' }],
          agreedWith: undefined,
        },
      ),
    ]) {
      expect(parseRiskInput(input, context)).toMatchObject({ ok: true });
    }
  });
});

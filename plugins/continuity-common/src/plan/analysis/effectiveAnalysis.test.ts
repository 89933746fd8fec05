import { aBia } from './aBia';
import { analysisDue, effectiveBia } from './effectiveAnalysis';
import type { Bia } from './bia';

const system = 'system:default/shop';
const part = 'component:default/checkout';

function sources(own: Bia[], systems?: Bia[]) {
  return {
    entity: { entityRef: part },
    analyses: { bia: own, risk: [] },
    ...(systems && {
      system: {
        entity: { entityRef: system },
        analyses: { bia: systems, risk: [] },
      },
    }),
  };
}

describe('effectiveBia', () => {
  const agreed = aBia({ id: 'own' });
  const ofSystem = aBia({ id: 'system', entityRef: system });

  it.each([
    ['its own before its system’s', sources([agreed], [ofSystem]), 'own', null],
    [
      'its system’s where it has none',
      sources([], [ofSystem]),
      'system',
      system,
    ],
    [
      'its system’s while its own is a draft',
      sources([aBia({ state: 'draft' })], [ofSystem]),
      'system',
      system,
    ],
    [
      'its system’s while its own waits',
      sources([aBia({ state: 'awaiting-second-person' })], [ofSystem]),
      'system',
      system,
    ],
    [
      'none of its system’s drafts',
      sources([], [aBia({ state: 'draft' })]),
      undefined,
      null,
    ],
    ['none without a system', sources([]), undefined, null],
    [
      'the agreed one beside a newer draft',
      sources([aBia({ id: 'new', state: 'draft' }), agreed]),
      'own',
      null,
    ],
  ])('is %s', (_, facts, id, from) => {
    const found = effectiveBia(facts);
    expect([found.current?.id, found.from]).toEqual([id, from]);
  });

  it('knows the own draft and what waits', () => {
    const found = effectiveBia(
      sources([
        aBia({ id: 'waits', state: 'awaiting-second-person' }),
        aBia({ id: 'draft', state: 'draft' }),
        agreed,
      ]),
    );
    expect([found.draft?.id, found.pending?.id]).toEqual(['draft', 'waits']);
  });

  it('falls due at the end of its day, by the calendar', () => {
    expect(analysisDue(aBia(), 'P1Y', 'Europe/Berlin')).toEqual({
      dueOn: '2027-03-01',
      dueAt: '2027-03-01T23:00:00.000Z',
    });
    expect(analysisDue(aBia(), undefined, 'UTC')).toBeNull();
    expect(analysisDue(null, 'P1Y', 'UTC')).toBeNull();
  });
});

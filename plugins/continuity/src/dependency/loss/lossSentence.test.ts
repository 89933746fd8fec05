import type { WhatIfAnswer } from 'backstage-plugin-continuity-common';
import { HOUR } from '../../../dev/fixtures/aDependency';
import { aLossItem, aWhatIfAnswer } from '../../../dev/fixtures/aLoss';
import type { Translate } from '../../translation/Translate';
import { lossMessages } from './lossMessages';
import { lossSentence } from './lossSentence';

const texts = lossMessages.sentence as Record<string, string>;

/** As the translation API does it, plurals and all. */
const t = ((key: string, values: Record<string, unknown> = {}) => {
  const name = key.replace('dependency.loss.sentence.', '');
  const plural = `${name}_${values.count === 1 ? 'one' : 'other'}`;
  return (texts[plural] ?? texts[name]).replace(/{{(\w+)}}/g, (_, each) =>
    String(values[each]),
  );
}) as unknown as Translate;

const sentence = (answer: WhatIfAnswer) => lossSentence(t, answer, String);
const tier1 = { id: 'tier-1', title: 'Mission critical', rank: 0 };
const tier3 = { id: 'tier-3', title: 'Important', rank: 2 };

function anAnswer(
  items: WhatIfAnswer['items'],
  summary: Partial<WhatIfAnswer['summary']>,
): WhatIfAnswer {
  const answer = aWhatIfAnswer({ items });
  return {
    ...answer,
    summary: { ...answer.summary, byTier: [], beyondRto: 0, ...summary },
  };
}

describe('lossSentence', () => {
  it('says by how much at most the most critical tiers miss their targets', () => {
    const items = [
      aLossItem('a', { tier: tier1, lateBySeconds: 3 * HOUR }),
      aLossItem('b', { tier: tier1, lateBySeconds: HOUR }),
      aLossItem('c', { tier: tier3, lateBySeconds: 9 * HOUR }),
    ];
    expect(
      sentence(
        anAnswer(items, {
          lost: 1,
          affected: 2,
          withinRto: 0,
          beyondRto: 3,
          byTier: [
            { tier: tier1, hit: 2, beyondRto: 2, covered: 0 },
            { tier: tier3, hit: 7, beyondRto: 1, covered: 0 },
          ],
        }),
      ),
    ).toBe(
      '3 entities are lost or can’t work; none is proven to be back in time; 2 tier-1 entities miss their RTO by up to 3 h; one tier-3 entity misses its RTO by up to 9 h.',
    );
  });

  it('names the longest delay only where all that is hit is known', () => {
    const late = aLossItem('a', { tier: tier1, lateBySeconds: 3 * HOUR });
    const summary = {
      lost: 0,
      affected: 1,
      withinRto: 0,
      beyondRto: 1,
      byTier: [{ tier: tier1, hit: 1, beyondRto: 1, covered: 0 }],
    };
    expect(sentence(anAnswer([late], summary))).toBe(
      'One entity is lost or can’t work; none is proven to be back in time; one tier-1 entity misses its RTO by up to 3 h.',
    );
    expect(
      sentence({
        ...anAnswer([late], { ...summary, affected: 2, unprovenRto: 1 }),
        totalItems: 2,
      }),
    ).toBe(
      '2 entities are lost or can’t work; none is proven to be back in time; one tier-1 entity misses its RTO; of one nobody can tell.',
    );
  });

  it('counts apart what has no tier, and what has no target', () => {
    const late = aLossItem('a', { tier: null, lateBySeconds: 2 * HOUR });
    expect(
      sentence(
        anAnswer([late, aLossItem('b')], {
          lost: 0,
          affected: 2,
          withinRto: 0,
          beyondRto: 1,
          withoutRto: 1,
        }),
      ),
    ).toBe(
      '2 entities are lost or can’t work; none is proven to be back in time; one misses its RTO by up to 2 h; one has no RTO.',
    );
  });
});

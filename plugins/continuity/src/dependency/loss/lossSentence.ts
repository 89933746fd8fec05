import {
  describeDuration,
  type WhatIfAnswer,
} from 'backstage-plugin-continuity-common';
import type { Translate } from '../../translation/Translate';

type Answer = Pick<WhatIfAnswer, 'summary' | 'items' | 'totalItems'>;

/** Of the tiers that miss their targets, so many are named, the most critical first. */
const TIERS_NAMED = 2;

/** The longest delay among some; null where not all of them are known, since a longest of some would be too good. */
function longestDelay(
  { items, totalItems, summary }: Answer,
  counts: (item: WhatIfAnswer['items'][number]) => boolean,
): string | null {
  // Degraded ones stand last and miss nothing
  if (items.length < Math.min(totalItems, summary.lost + summary.affected)) {
    return null;
  }
  const longest = items
    .filter(counts)
    .reduce((worst, item) => Math.max(worst, item.lateBySeconds ?? 0), 0);
  return longest > 0 ? describeDuration(longest) : null;
}

function missedParts(
  t: Translate,
  answer: Answer,
  number: (value: number) => string,
): string[] {
  const { summary } = answer;
  const named = summary.byTier
    .filter(({ beyondRto }) => beyondRto > 0)
    .slice(0, TIERS_NAMED);
  const parts = named.map(({ tier, beyondRto }): string => {
    const time = longestDelay(answer, item => item.tier?.id === tier.id);
    const values = {
      count: beyondRto,
      shown: number(beyondRto),
      tier: tier.id,
    };
    return time
      ? t('dependency.loss.sentence.beyondTier', { ...values, time })
      : t('dependency.loss.sentence.beyondTierPlain', values);
  });
  const others = named.reduce(
    (left, { beyondRto }) => left - beyondRto,
    summary.beyondRto,
  );
  if (others > 0) {
    const ids = new Set(named.map(({ tier }) => tier.id));
    const time = longestDelay(answer, item => !ids.has(item.tier?.id ?? ''));
    const values = { count: others, shown: number(others) };
    parts.push(
      time
        ? t('dependency.loss.sentence.beyond', { ...values, time })
        : t('dependency.loss.sentence.beyondPlain', values),
    );
  }
  return parts;
}

/** The result in one sentence: "9 entities are lost or can't work; 7 are back in time; 2 tier-1 entities miss their RTO by up to 3 h." */
export function lossSentence(
  t: Translate,
  answer: Answer,
  number: (value: number) => string,
): string {
  const { summary } = answer;
  const counted = (count: number) => ({ count, shown: number(count) });
  const hit = summary.lost + summary.affected;
  const parts: string[] = [t('dependency.loss.sentence.hit', counted(hit))];
  if (hit > 0) {
    parts.push(
      summary.withinRto > 0
        ? t('dependency.loss.sentence.within', counted(summary.withinRto))
        : t('dependency.loss.sentence.withinNone'),
    );
  }
  parts.push(...missedParts(t, answer, number));
  if (summary.unprovenRto > 0) {
    parts.push(
      t('dependency.loss.sentence.unproven', counted(summary.unprovenRto)),
    );
  }
  if (summary.withoutRto > 0) {
    parts.push(
      t('dependency.loss.sentence.withoutRto', counted(summary.withoutRto)),
    );
  }
  return `${parts.join('; ')}.`;
}

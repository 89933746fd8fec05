import {
  describeDuration,
  durationSeconds,
  type BiaContent,
  type BiaResult,
} from 'backstage-plugin-continuity-common';
import type { Translate } from '../../translation/Translate';
import { categoryName, pointText } from '../analysis/analysisWords';

/** What each category says, in words. */
export function categorySentences(
  t: Translate,
  content: BiaContent,
  result: BiaResult,
): string[] {
  return content.categories.map(category => {
    const found = result.categories.find(({ id }) => id === category.id);
    const name = categoryName(t, category);
    if (found?.mtpd) {
      return t('analysis.bia.curve.category', {
        category: name,
        time: pointText(t, found.mtpd),
      });
    }
    return found?.beyond
      ? t('analysis.bia.curve.categoryBeyond', {
          category: name,
          time: pointText(t, found.beyond),
        })
      : t('analysis.bia.curve.categoryUnrated', { category: name });
  });
}

/** The picture of an analysis in words: when it is intolerable, and whether recovery is earlier. `back` in seconds; null = unset. */
export function biaSentence(
  t: Translate,
  options: { content: BiaContent; result: BiaResult; back: number | null },
): string {
  const { content, result, back } = options;
  const parts: string[] = [];
  if (result.mtpd !== null) {
    parts.push(
      t('analysis.bia.curve.sentence', { time: pointText(t, result.mtpd) }),
    );
    if (back !== null) {
      const slack = durationSeconds(result.mtpd) - back;
      parts.push(
        slack >= 0
          ? t('analysis.bia.curve.inTime', {
              back: describeDuration(back),
              slack: describeDuration(slack),
            })
          : t('analysis.bia.curve.tooLate', {
              back: describeDuration(back),
              over: describeDuration(-slack),
            }),
      );
    }
  } else if (result.beyond !== null) {
    parts.push(
      t('analysis.bia.curve.sentenceBeyond', {
        time: pointText(t, result.beyond),
      }),
    );
  }
  return [...parts, ...categorySentences(t, content, result)].join(' ');
}

import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { relativeTime } from '../record/relativeTime';
import { formatDay } from '../status/formatDay';
import { statusKey } from '../status/statusKey';
import type { Translate } from '../translation/Translate';

/** The header in one sentence: what needs attention, and what there is to rely on. */
export function summarySentence(
  t: Translate,
  continuity: EntityContinuity,
  options: { locale: string; timeZone?: string },
): string {
  const { status, underlyingStatus, gaps, agreement } = continuity;
  const open = gaps.filter(
    gap => gap.severity !== 'information' && !gap.exemption,
  );
  const late = open.filter(gap => gap.late).length;
  const parts: string[] = [];
  if (open.length > 0) {
    const attention = t('assessment.summary.attention', { count: open.length });
    parts.push(
      late > 0
        ? `${attention}, ${t('assessment.summary.late', { count: late })}`
        : attention,
    );
  } else if (status === 'exempt') {
    parts.push(t('assessment.summary.exempt'));
  } else if (status === 'not-required') {
    parts.push(t('assessment.summary.notRequired'));
  } else {
    parts.push(t('assessment.summary.met'));
  }
  if (underlyingStatus !== status) {
    parts.push(
      t('assessment.summary.underlying', {
        status: t(`status.${statusKey(underlyingStatus)}`),
      }),
    );
  }
  const { last } = continuity.tests;
  if (last) {
    parts.push(
      t('testing.card.summary', {
        outcome: t(`testing.card.summaryOutcome.${last.outcome}`),
        age: relativeTime(last.heldAt, {
          locale: options.locale,
          now: new Date(),
        }),
      }),
    );
  }
  const { current } = agreement;
  if (current) {
    parts.push(
      t('assessment.summary.agreed', {
        with: current.with,
        date: formatDay(current.agreedOn, { locale: options.locale }),
      }),
    );
  }
  return parts.join(' · ');
}

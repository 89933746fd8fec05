import {
  deriveBia,
  describeDuration,
  describeImpactPoint,
  durationSeconds,
  fallingImpacts,
  parseBiaInput,
  recommendTier,
  type Bia,
  type BiaInput,
  type BiaResult,
  type ContinuityPolicy,
  type FallingImpact,
  type TierRecommendation,
} from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';

export interface BiaRow {
  id: string;
  title: string;
  intolerableFrom: string;
  /** A rating's id for each point; a missing one is not rated. */
  impacts: Record<string, string>;
  note?: string;
}

/** The form of a business impact analysis as it stands. Both ways of answering are kept while the other one is tried. */
export interface BiaDraft {
  method: 'quick' | 'full';
  /** A point of the policy, `beyond`, `other`, or nothing yet. */
  quickAfter: string;
  quickOther: string;
  rpo: string;
  holdsNoData: boolean;
  points: string[];
  rows: BiaRow[];
  dataLoss: string;
  periods: Array<{ text: string; every: string }>;
  assessor: string;
  agreedWith: string;
  assessedOn: string;
  note: string;
}

/** The form as it opens: with the draft, else with what is agreed now, else empty with the two questions first. */
export function biaDraftOf(
  from: Bia | null,
  policy: ContinuityPolicy,
): BiaDraft {
  const { bia: scale } = policy;
  const isQuick = !from || from.content.method === 'quick';
  const content = from?.content;
  const known = new Set(scale.ratings.map(({ id }) => id));
  const sent = content?.method === 'full' ? content.categories : [];
  const rows = [
    ...scale.categories.map(category => ({
      ...category,
      impacts: {},
      ...sent.find(({ id }) => id === category.id),
    })),
    ...sent.filter(({ id }) => !scale.categories.some(c => c.id === id)),
  ].map(row => ({
    ...row,
    // what the scale of today does not know has to be rated anew
    impacts: Object.fromEntries(
      Object.entries(row.impacts).filter(([, rating]) => known.has(rating)),
    ),
  }));
  const after = isQuick ? from?.result.mtpd ?? undefined : undefined;
  const points = [
    ...new Set([
      ...scale.points,
      ...(content?.method === 'full' ? content.points : []),
    ]),
  ].sort((a, b) => durationSeconds(a) - durationSeconds(b));
  return {
    method: isQuick ? 'quick' : 'full',
    ...quickOf(from, isQuick, after, scale.points),
    rpo:
      content?.rpo && content.rpo !== 'none'
        ? describeDuration(durationSeconds(content.rpo))
        : '',
    holdsNoData: content?.rpo === 'none',
    points,
    rows,
    dataLoss: content?.dataLoss ?? '',
    periods: (content?.criticalPeriods ?? []).map(({ text, every = '' }) => ({
      text,
      every,
    })),
    // whoever renews it has looked anew
    assessor: from?.state === 'draft' ? from.assessor ?? '' : '',
    agreedWith: from?.agreedWith ?? '',
    assessedOn: DateTime.now().setZone(policy.timeZone).toISODate() ?? '',
    note: '',
  };
}

function quickOf(
  from: Bia | null,
  isQuick: boolean,
  after: string | undefined,
  points: string[],
): Pick<BiaDraft, 'quickAfter' | 'quickOther'> {
  if (!from || !isQuick) return { quickAfter: '', quickOther: '' };
  if (after === undefined) return { quickAfter: 'beyond', quickOther: '' };
  return points.includes(after)
    ? { quickAfter: after, quickOther: '' }
    : { quickAfter: 'other', quickOther: describeImpactPoint(after) };
}

/** What the form says, as the API takes it. */
export function biaInputOf(
  draft: BiaDraft,
  state: 'draft' | 'agreed',
): BiaInput {
  const rpo = draft.holdsNoData ? 'none' : draft.rpo.trim();
  const after =
    draft.quickAfter === 'other' ? draft.quickOther.trim() : draft.quickAfter;
  return {
    state,
    ...(draft.method === 'quick'
      ? after && { quick: { intolerableAfter: after } }
      : {
          points: draft.points,
          categories: draft.rows
            .filter(({ impacts }) => Object.keys(impacts).length > 0)
            .map(({ id, title, intolerableFrom, impacts, note }) => ({
              id,
              title,
              intolerableFrom,
              impacts,
              ...(note && { note }),
            })),
        }),
    ...(rpo && { rpo }),
    ...(draft.dataLoss.trim() && { dataLoss: draft.dataLoss.trim() }),
    criticalPeriods: draft.periods
      .filter(({ text }) => text.trim())
      .map(({ text, every }) => ({
        text: text.trim(),
        ...(every.trim() && { every: every.trim() }),
      })),
    ...(draft.assessedOn && { assessedOn: draft.assessedOn }),
    ...(draft.assessor && { assessor: draft.assessor }),
    ...(draft.agreedWith.trim() && { agreedWith: draft.agreedWith.trim() }),
    ...(draft.note.trim() && { note: draft.note.trim() }),
  };
}

/** What follows from the form as it stands. */
export interface LiveBia {
  result: BiaResult | null;
  recommendation: TierRecommendation | null;
  falls: FallingImpact[];
}

/** Reads the form with the server's own rules while one writes. */
export function liveBia(
  draft: BiaDraft,
  options: { policy: ContinuityPolicy; wrt: string | null },
): LiveBia {
  const { policy } = options;
  const rated = draft.rows.filter(
    ({ impacts }) => Object.keys(impacts).length > 0,
  );
  const falls =
    draft.method === 'full'
      ? fallingImpacts({
          points: draft.points,
          ratings: policy.bia.ratings,
          categories: rated,
        })
      : [];
  const {
    assessedOn: _day,
    criticalPeriods: _periods,
    ...judged
  } = biaInputOf(draft, 'draft');
  const read = (input: BiaInput) =>
    parseBiaInput(input, {
      policy,
      now: new Date().toISOString(),
      recordedBy: null,
    });
  // a time that is half written says nothing yet, and takes nothing away from what was rated
  const { rpo: _rpo, ...withoutRpo } = judged;
  const first = read(judged);
  const parsed = first.ok ? first : read(withoutRpo);
  if (!parsed.ok || falls.length > 0) {
    return { result: null, recommendation: null, falls };
  }
  const result = deriveBia(parsed.bia.content);
  return { result, recommendation: recommendTier(result, options), falls };
}

import { DateTime } from 'luxon';
import type { ContinuityPolicy } from '../../policy/policy';
import { parseCadence } from '../../terms/cadence';
import { parseRpo } from '../../terms/duration';
import { durationSeconds } from '../../terms/durationSeconds';
import { describeImpactPoint, parseImpactPoint } from '../../terms/impactPoint';
import { parsePartyRef } from '../../terms/parsePartyRef';
import type { Bia, BiaCategory, BiaContent, BiaInput } from './bia';
import { fallingImpacts } from './fallingImpacts';
import { quickBia } from './quickBia';

/**
 * What is wrong with one field of an analysis, by its path in what was sent.
 *
 * @public
 */
export interface AnalysisIssue {
  /** `categories.0.impacts.P1D`, `rpo`, `threats.3.owner`. */
  field: string;
  message: string;
}

/**
 * An analysis to record, or every field that was refused.
 *
 * @public
 */
export type ParsedBiaInput =
  | {
      ok: true;
      bia: Pick<
        Bia,
        'content' | 'assessor' | 'agreedWith' | 'assessedOn' | 'note'
      > & { state: 'draft' | 'agreed' };
    }
  | { ok: false; issues: AnalysisIssue[] };

/** Reads the parts of an analysis, and gathers what is wrong with them. */
class BiaReader {
  readonly issues: AnalysisIssue[] = [];

  constructor(
    private readonly input: BiaInput,
    private readonly policy: ContinuityPolicy,
  ) {}

  refuse(field: string, message: string): void {
    this.issues.push({ field, message });
  }

  content(): BiaContent {
    const { input, policy } = this;
    const rpo = this.rpo();
    const graded = input.quick
      ? this.quick(input.quick.intolerableAfter, rpo)
      : this.full(rpo);
    return {
      ...graded,
      ...(input.dataLoss?.trim() && { dataLoss: input.dataLoss.trim() }),
      criticalPeriods: this.criticalPeriods(),
      ratings: policy.bia.ratings,
    };
  }

  private rpo(): string | null {
    const text = this.input.rpo;
    if (text === undefined || text === null) return null;
    const parsed = parseRpo(text);
    if (!parsed.ok) {
      this.refuse('rpo', parsed.message);
      return null;
    }
    return parsed.value.kind === 'none' ? 'none' : parsed.value.iso;
  }

  private quick(text: string, rpo: string | null) {
    const { bia: scale } = this.policy;
    if (this.input.categories) {
      this.refuse(
        'categories',
        'Answer the two questions of a quick analysis, or rate the categories; not both.',
      );
    }
    if (text.trim().toLowerCase() === 'beyond') {
      return quickBia({ intolerableAfter: 'beyond', rpo }, scale);
    }
    const parsed = parseImpactPoint(text);
    if (!parsed.ok) {
      this.refuse('quick.intolerableAfter', parsed.message);
      return quickBia({ intolerableAfter: 'beyond', rpo }, scale);
    }
    return quickBia({ intolerableAfter: parsed.iso, rpo }, scale);
  }

  private full(rpo: string | null) {
    const points = this.points();
    const categories = (this.input.categories ?? []).map((_, index) =>
      this.category(index, points),
    );
    const content = {
      method: 'full' as const,
      points,
      ratings: this.policy.bia.ratings,
      categories,
      rpo,
    };
    for (const fall of fallingImpacts(content)) {
      this.refuse(
        `categories.${fall.index}.impacts.${fall.point}`,
        `${fall.title} is "${fall.earlierRating}" after ${describeImpactPoint(
          fall.earlierPoint,
        )} and only "${fall.rating}" after ${describeImpactPoint(
          fall.point,
        )}: impact can't fall over time. Rate it "${
          fall.earlierRating
        }" or worse, or the earlier one less.`,
      );
    }
    return content;
  }

  private points(): string[] {
    const written = this.input.points;
    if (!written) return this.policy.bia.points;
    const points = new Set<string>();
    written.forEach((text, index) => {
      const parsed = parseImpactPoint(text);
      if (parsed.ok) {
        points.add(parsed.iso);
      } else {
        this.refuse(`points.${index}`, parsed.message);
      }
    });
    if (written.length === 0) {
      this.refuse('points', 'Write at least one point in time, such as "1d".');
    }
    return [...points].sort((a, b) => durationSeconds(a) - durationSeconds(b));
  }

  private category(index: number, points: string[]): BiaCategory {
    const { categories: known, ratings } = this.policy.bia;
    const sent = this.input.categories![index];
    const ofPolicy = known.find(({ id }) => id === sent.id);
    const path = `categories.${index}`;
    const title = sent.title ?? ofPolicy?.title;
    if (title === undefined) {
      this.refuse(
        `${path}.title`,
        `"${sent.id}" is no category of the policy. Give it a title.`,
      );
    }
    if (
      this.input.categories!.findIndex(({ id }) => id === sent.id) !== index
    ) {
      this.refuse(`${path}.id`, `"${sent.id}" is there twice.`);
    }
    const accepted = ratings.map(({ id }) => id);
    const intolerableFrom = sent.intolerableFrom ?? ofPolicy?.intolerableFrom;
    if (intolerableFrom === undefined || !accepted.includes(intolerableFrom)) {
      this.refuse(
        `${path}.intolerableFrom`,
        `Say from which rating it is intolerable: ${accepted.join(', ')}.`,
      );
    }
    return {
      id: sent.id,
      title: title ?? sent.id,
      intolerableFrom: intolerableFrom ?? accepted[accepted.length - 1],
      impacts: this.impacts(index, points),
      ...(sent.note?.trim() && { note: sent.note.trim() }),
    };
  }

  private impacts(index: number, points: string[]): BiaCategory['impacts'] {
    const accepted = this.policy.bia.ratings.map(({ id }) => id);
    const found: Record<string, string> = {};
    for (const [text, rating] of Object.entries(
      this.input.categories![index].impacts,
    )) {
      const path = `categories.${index}.impacts.${text}`;
      const parsed = parseImpactPoint(text);
      if (!parsed.ok) {
        this.refuse(path, parsed.message);
      } else if (!points.includes(parsed.iso)) {
        this.refuse(
          path,
          `${describeImpactPoint(
            parsed.iso,
          )} is none of the points in time: ${points
            .map(describeImpactPoint)
            .join(', ')}.`,
        );
      } else if (rating !== null && !accepted.includes(rating)) {
        this.refuse(
          path,
          `"${rating}" is no rating. Write one of ${accepted.join(', ')}.`,
        );
      } else if (rating !== null && Object.hasOwn(found, parsed.iso)) {
        this.refuse(
          path,
          `${describeImpactPoint(parsed.iso)} is rated twice. Rate it once.`,
        );
      } else if (rating !== null) {
        found[parsed.iso] = rating;
      }
    }
    // in the order of time, whatever the order in which they came
    return Object.fromEntries(
      points
        .filter(point => Object.hasOwn(found, point))
        .map(point => [point, found[point]]),
    );
  }

  private criticalPeriods(): BiaContent['criticalPeriods'] {
    return (this.input.criticalPeriods ?? []).map(({ text, every }, index) => {
      if (every === undefined || every.trim() === '') return { text };
      const parsed = parseCadence(every);
      if (parsed.ok) return { text, every: parsed.iso };
      this.refuse(`criticalPeriods.${index}.every`, parsed.message);
      return { text };
    });
  }
}

/**
 * The day of an analysis: today where none was written, refused where it has not come yet.
 *
 * @param now - ISO instant
 */
export function readAssessedOn(
  written: string | undefined,
  context: { timeZone: string; now: string },
): { day: string; issue?: AnalysisIssue } {
  const zone = context.timeZone;
  const today = DateTime.fromISO(context.now, { zone }).toISODate()!;
  if (written === undefined || written <= today) {
    return { day: written ?? today };
  }
  const message = `${written} has not come yet. Write the day of the analysis, ${today} or before.`;
  return { day: today, issue: { field: 'assessedOn', message } };
}

/**
 * Reads what somebody sends to record a business impact analysis, for the server's 400 and for the form. A draft may be unfinished; an agreed one has
 * at least one rating, an RPO, and says with whom it was agreed. Impact that falls over time is refused in both.
 *
 * @param context - `recordedBy`: the user who is asking, the assessor where none is named; null for a service; `now`: ISO instant
 * @public
 */
export function parseBiaInput(
  input: BiaInput,
  context: {
    policy: ContinuityPolicy;
    now: string;
    recordedBy: string | null;
  },
): ParsedBiaInput {
  const { policy, now, recordedBy } = context;
  const reader = new BiaReader(input, policy);
  const content = reader.content();
  const { day: assessedOn, issue } = readAssessedOn(input.assessedOn, {
    timeZone: policy.timeZone,
    now,
  });
  if (issue) reader.refuse(issue.field, issue.message);
  let assessor = recordedBy;
  if (input.assessor?.trim()) {
    const parsed = parsePartyRef(input.assessor, { namespace: 'default' });
    if (parsed.ok) {
      assessor = parsed.ref;
    } else {
      reader.refuse('assessor', parsed.message);
    }
  }
  if (input.state === 'agreed') {
    requireAgreement(input, content, reader);
  }
  if (reader.issues.length > 0) return { ok: false, issues: reader.issues };
  return {
    ok: true,
    bia: {
      state: input.state,
      content,
      assessor,
      agreedWith: input.agreedWith || null,
      assessedOn,
      ...(input.note?.trim() && { note: input.note.trim() }),
    },
  };
}

function requireAgreement(
  input: BiaInput,
  content: BiaContent,
  reader: BiaReader,
): void {
  const isRated = content.categories.some(
    ({ impacts }) => Object.keys(impacts).length > 0,
  );
  const isRefused = reader.issues.some(({ field }) =>
    field.startsWith('categories'),
  );
  if (!isRated && !isRefused) {
    reader.refuse(
      'categories',
      'Rate at least one category at one point in time, or save it as a draft.',
    );
  }
  if (content.rpo === null && !reader.issues.some(i => i.field === 'rpo')) {
    reader.refuse(
      'rpo',
      'Say how much data may be lost: a time such as "1h", "0" for none, or "none" if it holds no data.',
    );
  }
  if (!input.agreedWith) {
    reader.refuse(
      'agreedWith',
      'Say with whom in the business it was agreed, or save it as a draft.',
    );
  }
}

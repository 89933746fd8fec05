import type {
  Assessment,
  AssessmentMemory,
} from 'backstage-plugin-continuity-common';
import type { AssessmentContent, AssessmentRow } from './assessmentRow';

/** What is stored of the interval that an assessment goes on from. */
export type KnownInterval = Pick<
  AssessmentRow,
  | 'id'
  | 'valid_from'
  | 'valid_to'
  | 'next_change_at'
  | 'policy_version'
  | 'memory'
  | 'memory_before'
  | 'assessed_at'
  | 'people_known'
  | 'hash'
  | 'facts_hash'
>;

/** The changes to the table that bring one entity up to a moment. */
export interface IntervalPlan {
  inserts: Array<Omit<AssessmentRow, 'id'>>;
  replaces: AssessmentRow[];
  patches: KnownInterval[];
  deletes: number[];
  /** The last assessment, where what is shown changed. */
  shown: Assessment | null;
  /** The last assessment, whether or not anything changed. */
  latest: Assessment;
}

interface Tip extends KnownInterval {
  stored: boolean;
  content?: AssessmentContent;
}

const MOST_STEPS = 10_000;

/**
 * Assesses one entity as of a change, and then again at each moment at which time alone changes the answer, up to now.
 *
 * An interval begins where something that is shown changed. What changes without being shown (since when a requirement applies) is
 * kept in the interval that goes on. Several changes at one moment leave one interval, as if only the last of them had been: each starts
 * from what was remembered before that moment.
 */
export function planIntervals(options: {
  /** The interval that is open now. */
  current: KnownInterval | null;
  /** The interval that ends where the current one begins. */
  prior: KnownInterval | null;
  /** What was remembered when the entity left the catalog, where that still counts. */
  remembered: AssessmentMemory | undefined;
  /** The moment of the change. */
  from: string;
  until: string;
  policyVersion: string;
  peopleKnown: boolean;
  /** Of what it is made from. */
  factsHash: string;
  assessAt(memory: AssessmentMemory | undefined, now: string): Assessment;
  contentOf(assessment: Assessment): AssessmentContent;
}): IntervalPlan {
  const { current, prior, policyVersion, peopleKnown, factsHash } = options;
  const plan = {
    inserts: [] as IntervalPlan['inserts'],
    replaces: [] as IntervalPlan['replaces'],
    patches: [] as IntervalPlan['patches'],
    deletes: [] as number[],
  };
  let tip: Tip | null = current && { ...current, stored: true };
  let shown: Assessment | null = null;
  let latest: Assessment | undefined;
  let now = current ? later(options.from, current.assessed_at) : options.from;

  for (let steps = 0; ; steps++) {
    const before = memoryBefore(tip, now, options.remembered);
    latest = options.assessAt(before, now);
    const content = options.contentOf(latest);
    const state = {
      next_change_at: latest.nextChangeAt,
      policy_version: policyVersion,
      memory: JSON.stringify(latest.memory),
      memory_before: before === undefined ? null : JSON.stringify(before),
      assessed_at: now,
      people_known: peopleKnown,
      facts_hash: factsHash,
    };
    if (tip?.hash === content.hash) {
      if (isNews(tip, state)) Object.assign(tip, state);
    } else {
      shown = latest;
      const startsHere = tip !== null && now === tip.valid_from;
      if (
        startsHere &&
        tip!.id === current?.id &&
        prior?.hash === content.hash
      ) {
        // what there was for a moment of no length is undone, and the interval before goes on
        plan.deletes.push(tip!.id);
        tip = { ...prior, ...state, valid_to: null, stored: true };
      } else if (startsHere) {
        Object.assign(tip!, state, { content, hash: content.hash });
      } else {
        if (tip) settle(plan, { ...tip, valid_to: now }, current);
        tip = {
          id: 0,
          stored: false,
          valid_from: now,
          valid_to: null,
          content,
          hash: content.hash,
          ...state,
        };
      }
    }
    const next = latest.nextChangeAt;
    if (next === null || next > options.until) break;
    if (next <= now || steps > MOST_STEPS) {
      throw new Error(
        `The assessment at ${now} says that it changes at ${next}, which leads nowhere`,
      );
    }
    now = next;
  }
  settle(plan, tip!, current, prior);
  return { ...plan, shown, latest };
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** What an assessment at this moment may remember. */
function memoryBefore(
  tip: Tip | null,
  now: string,
  remembered: AssessmentMemory | undefined,
): AssessmentMemory | undefined {
  if (!tip) return remembered;
  const text = now > tip.assessed_at ? tip.memory : tip.memory_before;
  return text === null ? undefined : JSON.parse(text);
}

/** `assessed_at` by itself is none: an entity that is looked at again and again would be written each time. */
function isNews(
  tip: KnownInterval,
  state: Omit<
    KnownInterval,
    'id' | 'valid_from' | 'valid_to' | 'hash' | 'memory_before'
  >,
): boolean {
  return (
    tip.next_change_at !== state.next_change_at ||
    tip.policy_version !== state.policy_version ||
    tip.memory !== state.memory ||
    tip.people_known !== state.people_known ||
    tip.facts_hash !== state.facts_hash
  );
}

function settle(
  plan: Pick<IntervalPlan, 'inserts' | 'replaces' | 'patches'>,
  tip: Tip,
  ...stored: Array<KnownInterval | null>
): void {
  const { stored: isStored, content, ...known } = tip;
  const { id, ...fields } = known;
  if (!isStored) {
    plan.inserts.push({ ...content!, ...fields });
    return;
  }
  if (content) {
    plan.replaces.push({ ...content, ...known });
    return;
  }
  const was = stored.find(interval => interval?.id === id)!;
  if (
    was.valid_to !== known.valid_to ||
    was.assessed_at !== known.assessed_at ||
    // of two changes at one moment, the later one may only move what comes next
    isNews(was, known)
  ) {
    plan.patches.push(known);
  }
}

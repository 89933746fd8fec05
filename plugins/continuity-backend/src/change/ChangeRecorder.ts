import { ConflictError } from '@backstage/errors';
import type {
  ChangeAssessment,
  ChangeDescription,
  ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { ChangeStore, StoredChange } from './ChangeStore';
import type { ChangeSubject } from './ChangeSubject';
import {
  ChangeWriter,
  saidOf,
  type Asked,
  type ChangeStep,
} from './ChangeWriter';
import { assertMay } from './changeSteps';

interface Options {
  policy: ContinuityPolicy;
  changeStore: ChangeStore;
  changeWriter: ChangeWriter;
}

/** What is kept with an assessment. */
export interface Recording {
  whole: ChangeAssessment;
  /** What was asked about. */
  subject: ChangeSubject;
  said: ChangeDescription;
  source: string;
  by: string;
  /** The tool's own word on who asked for it; default: whoever records it. */
  requestedBy?: string;
}

type Also = (trx: Knex.Transaction, change: StoredChange) => Promise<void>;

/** Keeps changes with their assessments: as a new one, or as the next assessment of one that is there. */
export class ChangeRecorder {
  readonly #options: Options;

  static create(options: Options) {
    return new ChangeRecorder(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Undefined where the same was recorded at the same moment by somebody else. */
  async begin(recording: Recording, also?: Also): Promise<string | undefined> {
    const { whole, subject, said, source, by, requestedBy = by } = recording;
    const type = said.type ?? 'normal';
    return this.#options.changeWriter.begin(
      {
        source,
        externalId: said.id ?? null,
        url: said.url ?? null,
        title: said.title ?? said.id ?? usualTitle(whole),
        type,
        treatedAs: whole.treatedAs,
        model: said.model ?? null,
        major: said.major ?? false,
        state: 'planned',
        plannedStart: said.plannedStart ?? null,
        plannedEnd: said.plannedEnd ?? null,
        requestedBy,
        updatedBy: by,
        approvedAt: null,
        approvedBy: null,
        implementedAt: null,
        implementedBy: null,
        reviewDueAt: whole.reviewDueAt,
        reviewDoneAt: null,
        reviewDoneBy: null,
        reviewOutcome: null,
        ...resultOf(whole),
      },
      { assessment: whole, asked: askedOf(whole), subject },
      also,
    );
  }

  /** The next assessment of a change that is not implemented yet; what is said of it now replaces what was. */
  async next(
    changeId: string,
    recording: Recording,
    also?: Also,
  ): Promise<void> {
    const { by } = recording;
    await this.#options.changeWriter.change(
      changeId,
      by,
      ({ change }) => nextAssessment(change, recording),
      also,
    );
  }
}

/** @throws ConflictError where the change is implemented or withdrawn. */
export function nextAssessment(
  change: StoredChange,
  { whole, subject, said, by }: Recording,
): ChangeStep {
  assertMay('assess', change, { by });
  if (said.id !== undefined && said.id !== change.externalId) {
    throw new ConflictError(
      'This change has another id. Leave "id" or "changeId" out.',
    );
  }
  const after: StoredChange = {
    ...change,
    url: said.url ?? change.url,
    title: said.title ?? change.title,
    type: said.type ?? change.type,
    treatedAs: whole.treatedAs,
    model: said.model ?? change.model,
    major: said.major ?? change.major,
    plannedStart: said.plannedStart ?? change.plannedStart,
    plannedEnd: said.plannedEnd ?? change.plannedEnd,
    reviewDueAt: whole.reviewDueAt && (change.reviewDueAt ?? whole.reviewDueAt),
    lastAssessment: change.lastAssessment + 1,
    ...resultOf(whole),
  };
  return {
    change: after,
    assessment: { assessment: whole, asked: askedOf(whole), subject },
    record: {
      action: 'assessed',
      before: saidOf(change),
      after: { ...saidOf(after), assessment: after.lastAssessment },
    },
  };
}

/** What is said of a change already, where the question leaves it out. */
export function withKnown(
  said: ChangeDescription,
  known: StoredChange | undefined,
): ChangeDescription {
  if (!known) return said;
  const { type, model, major, plannedStart, plannedEnd, title } = known;
  return {
    title,
    type,
    major,
    ...(known.externalId !== null && { id: known.externalId }),
    ...(model !== null && { model }),
    ...(plannedStart !== null && { plannedStart }),
    ...(plannedEnd !== null && { plannedEnd }),
    ...said,
  };
}

function resultOf(whole: ChangeAssessment) {
  const { verdict, headline, counts, totalImpacted } = whole;
  return {
    verdict,
    headline,
    caused: counts.caused,
    alreadyThere: counts.alreadyThere,
    totalImpacted,
  };
}

function usualTitle({ touched }: ChangeAssessment): string {
  const [first] = touched;
  if (!first) return 'Change that touches nothing known';
  return touched.length === 1
    ? `Change of ${first.entityRef}`
    : `Change of ${first.entityRef} and ${touched.length - 1} more`;
}

/** Those that cover what is impacted, and those that watch what comes or goes beside it. */
function plansOf({ plans, findings }: ChangeAssessment): string[] {
  return [
    ...new Set([
      ...plans.map(({ planId }) => planId),
      ...findings.flatMap(({ planId }) => planId ?? []),
    ]),
  ];
}

/** Plans are asked for a review where something material is known to change; what is only possible stays information. */
function askedOf(whole: ChangeAssessment): Asked {
  const caused = whole.findings.filter(({ origin }) => origin === 'caused');
  return {
    entities: whole.impacted.map(({ entityRef, effect }) => ({
      entityRef,
      effect,
      asked: [
        ...new Set(
          caused
            .filter(finding => finding.entityRef === entityRef)
            .map(({ what }) => what),
        ),
      ],
    })),
    plans: plansOf(whole).map(planId => {
      const reasons = caused
        .filter(
          finding =>
            finding.planId === planId &&
            finding.rule === 'plan-review-needed' &&
            finding.severity !== 'information',
        )
        .map(({ why }) => why);
      return {
        planId,
        reasons: reasons.length > 0 ? [...new Set(reasons)] : null,
      };
    }),
  };
}

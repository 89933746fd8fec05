import type {
  ChangeAssessment,
  ChangeDetail,
  PlanChangeRequest,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { CallbackStore } from '../../change/CallbackStore';
import type { ChangeStore, StoredChange } from '../../change/ChangeStore';
import { changeRecordRef } from '../../change/ChangeWriter';
import { mayStep } from '../../change/mayStep';
import { PlanChangeRequests } from '../../change/PlanChangeRequests';
import {
  ChangeAccess,
  ChangeCaller,
  ChangeRight,
} from '../../permissions/ChangeAccess';
import { collectEntityRefs } from '../../permissions/entityRefsIn';
import { hideEntities } from '../../permissions/hideEntities';
import { readNames } from '../../permissions/readNames';
import type { RecordStore } from '../../record/RecordStore';
import { ChangeQuestionKeeper } from './ChangeQuestionKeeper';
import { ChangeSight } from './ChangeSight';
import { ChangeSummaries } from './ChangeSummaries';
import { PlanChangeRequestReader } from '../plan/PlanChangeRequestReader';

/** Steps of its history that a change's page shows. */
const MOST_HISTORY = 100;

interface Options {
  database: Knex;
  records: RecordStore;
  changeStore: ChangeStore;
  changeAccess: ChangeAccess;
  changeQuestionKeeper: ChangeQuestionKeeper;
  changeSight: ChangeSight;
  changeSummaries: ChangeSummaries;
  planChangeRequests: PlanChangeRequests;
  planChangeRequestReader: PlanChangeRequestReader;
  callbackStore: CallbackStore;
}

type Action = ChangeDetail['allowedActions'][number];

const rightFor: Record<Exclude<Action, 'assess'>, ChangeRight> = {
  update: 'update',
  approve: 'approve',
  implement: 'update',
  withdraw: 'update',
  review: 'review',
};

/** Reads all that the page of a change shows, without what the caller may not be told of. */
export class ChangeReader {
  readonly #options: Options;

  static create(options: Options) {
    return new ChangeReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async detail(changeId: string, caller: ChangeCaller): Promise<ChangeDetail> {
    const { changeStore, changeSight, changeSummaries, records } =
      this.#options;
    const { access } = caller;
    const { change } = await changeSight.open(changeId, access);
    const [summary] = await changeSummaries.of([change], access);
    const stored = await changeStore.assessment(
      change.id,
      change.lastAssessment,
    );
    const assessment = await changeSight.show(stored!.assessment, access);
    const history = await records.list({
      entityRef: changeRecordRef(change.id),
      limit: MOST_HISTORY,
    });
    const draft: Omit<ChangeDetail, 'assessment'> = {
      ...summary,
      assessments: await changeStore.assessmentsOf(change.id),
      question: await this.#question(change, caller),
      requests: await this.#requests(change, caller),
      history: history.items.map(({ at, by, action, reason }) => ({
        at,
        by,
        action,
        reason: reason ?? null,
      })),
      callback: await this.#options.callbackStore.stateOf(change.id),
      allowedActions: await this.#actions(change, caller),
    };
    const { isShown } = await changeSight.among(collectEntityRefs(draft), {
      access,
    });
    const hidden = [...collectEntityRefs(draft)].filter(ref => !isShown(ref));
    const shown = hideEntities(draft, new Set(hidden));
    return {
      ...shown,
      headline: assessment.headline,
      caused: assessment.counts.caused,
      alreadyThere: assessment.counts.alreadyThere,
      totalImpacted: assessment.totalImpacted,
      assessment: await this.#named(assessment, shown),
    };
  }

  /** By what things are called now; the assessment's own names are those of its day. */
  async #named(
    assessment: ChangeAssessment,
    rest: unknown,
  ): Promise<ChangeAssessment> {
    const names = await readNames(this.#options.database, [assessment, rest]);
    return { ...assessment, names };
  }

  async #question(
    change: StoredChange,
    { access }: ChangeCaller,
  ): Promise<ChangeDetail['question']> {
    const { changeQuestionKeeper } = this.#options;
    return (await changeQuestionKeeper.of(change, access)).question;
  }

  async #requests(
    change: StoredChange,
    caller: ChangeCaller,
  ): Promise<PlanChangeRequest[]> {
    const { planChangeRequests, planChangeRequestReader } = this.#options;
    return planChangeRequestReader.describe(
      await planChangeRequests.ofChange(change.id),
      caller.access,
    );
  }

  async #actions(
    change: StoredChange,
    caller: ChangeCaller,
  ): Promise<Action[]> {
    const { isUser, subject } = caller.access;
    const rights = await this.#options.changeAccess.rightsFor(
      caller,
      change.id,
    );
    const steps = Object.keys(rightFor) as Array<keyof typeof rightFor>;
    const allowed: Action[] = steps.filter(
      step =>
        rights.has(rightFor[step]) &&
        (isUser || (step !== 'approve' && step !== 'review')) &&
        mayStep(step, change, { by: subject }).ok,
    );
    const mayAssess =
      caller.mayRecord &&
      rights.has('update') &&
      mayStep('assess', change, { by: subject }).ok;
    return mayAssess ? [...allowed, 'assess'] : allowed;
  }
}

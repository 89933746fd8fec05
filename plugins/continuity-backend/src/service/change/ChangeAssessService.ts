import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type {
  ChangeAssessment,
  ChangeDetail,
} from 'backstage-plugin-continuity-common';
import type { ChangeStore, StoredChange } from '../../change/ChangeStore';
import { assertMay } from '../../change/changeSteps';
import { changeNotFound } from '../../change/ChangeWriter';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { ChangeAccess, ChangeCaller } from '../../permissions/ChangeAccess';
import { ChangeCheckService } from './ChangeCheckService';
import {
  ChangeRecorder,
  withKnown,
  type Recording,
} from '../../change/ChangeRecorder';
import { ChangeSight } from './ChangeSight';
import { ChangeQuestionKeeper } from './ChangeQuestionKeeper';
import type { ChangeQuestion } from './ChangeQuestionReader';
import { ChangeReader } from './ChangeReader';

interface Options {
  changeAccess: ChangeAccess;
  changeCheck: ChangeCheckService;
  changeQuestionKeeper: ChangeQuestionKeeper;
  changeReader: ChangeReader;
  changeRecorder: ChangeRecorder;
  changeSight: ChangeSight;
  changeStore: ChangeStore;
}

const notAgain: Record<string, string> = {
  'not-kept':
    'This change was assessed with files or documents before those were kept. Check them as they are now, and record that under the same id.',
  'too-large':
    'This change was assessed with more files or documents than are kept. Check them as they are now, and record that under the same id.',
  hidden:
    'This change touches what you may not see. Ask somebody who may to assess it again.',
};

/** Answers `POST /changes/assess`, and keeps what is to be kept. */
export class ChangeAssessService {
  readonly #options: Options;

  static create(options: Options) {
    return new ChangeAssessService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async assess(
    question: ChangeQuestion,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<ChangeAssessment> {
    const { changeAccess, changeCheck } = this.#options;
    const caller = await changeAccess.of(credentials);
    const { access } = caller;
    if (question.record !== true) {
      if (question.changeId !== undefined) {
        throw new WrongFieldsError([
          {
            path: 'changeId',
            message:
              'An assessment is added to a change only with "record": true. Say so, or leave "changeId" out.',
          },
        ]);
      }
      const { shown } = await changeCheck.check(question, {
        access,
        keep: false,
      });
      return shown;
    }
    changeAccess.assertMayRecord(caller);
    const source = access.isUser ? 'portal' : 'ci';
    const known = await this.#known(question, { source, caller });
    const said = withKnown(question.change ?? {}, known);
    const { shown, whole } = await changeCheck.check(
      { ...question, change: said },
      { access, keep: true },
    );
    const recording = {
      whole: whole!,
      subject: question,
      said,
      source,
      by: access.subject,
    };
    const changeId = await this.#keep(recording, { known, caller });
    return { ...shown, changeId };
  }

  /** Asks again what was asked before, by the catalog as it is now. */
  async again(
    changeId: string,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<ChangeDetail> {
    const { changeAccess, changeCheck, changeRecorder, changeReader } =
      this.#options;
    const caller = await changeAccess.of(credentials);
    const { access } = caller;
    changeAccess.assertMayRecord(caller);
    const known = await this.#opened(changeId, caller);
    const by = access.subject;
    assertMay('assess', known, { by });
    const { question, subject } = await this.#options.changeQuestionKeeper.of(
      known,
      access,
    );
    if (!subject) throw new ConflictError(notAgain[question!.again]);
    const said = withKnown({}, known);
    const { whole } = await changeCheck.check(
      { ...subject, change: said },
      { access, keep: true },
    );
    await changeRecorder.next(changeId, {
      whole: whole!,
      subject,
      said,
      source: known.source,
      by,
    });
    return changeReader.detail(changeId, caller);
  }

  async #opened(changeId: string, caller: ChangeCaller): Promise<StoredChange> {
    const { changeSight, changeAccess } = this.#options;
    const { change } = await changeSight.open(changeId, caller.access);
    await changeAccess.assertAllowed(caller, 'update', changeId);
    return change;
  }

  async #known(
    { changeId, change }: ChangeQuestion,
    { source, caller }: { source: string; caller: ChangeCaller },
  ): Promise<StoredChange | undefined> {
    const { changeStore, changeAccess } = this.#options;
    if (changeId !== undefined) return this.#opened(changeId, caller);
    if (change?.id === undefined) return undefined;
    const known = await changeStore.findExternal({
      source,
      externalId: change.id,
    });
    // the same id is the same change, also for who did not record it first
    if (known) await changeAccess.assertAllowed(caller, 'update', known.id);
    return known;
  }

  async #keep(
    recording: Recording,
    {
      known,
      caller,
    }: { known: StoredChange | undefined; caller: ChangeCaller },
  ): Promise<string> {
    const { changeRecorder, changeStore, changeAccess } = this.#options;
    if (known) {
      await changeRecorder.next(known.id, recording);
      return known.id;
    }
    const begun = await changeRecorder.begin(recording);
    if (begun !== undefined) return begun;
    const { source, said } = recording;
    const other =
      said.id === undefined
        ? undefined
        : await changeStore.findExternal({ source, externalId: said.id });
    if (!other) throw changeNotFound();
    await changeAccess.assertAllowed(caller, 'update', other.id);
    if (other.state === 'withdrawn') {
      throw new ConflictError('This change was withdrawn meanwhile.');
    }
    await changeRecorder.next(other.id, recording);
    return other.id;
  }
}

import type { ChangeDetail } from 'backstage-plugin-continuity-common';
import type { ChangeStore, StoredChange } from '../../change/ChangeStore';
import {
  keptSubjectOf,
  subjectBehind,
  type ChangeSubject,
} from '../../change/ChangeSubject';
import { mayStep } from '../../change/mayStep';
import type { Access } from '../../permissions/CallerAccess';
import { ChangeSight } from './ChangeSight';

interface Options {
  changeStore: ChangeStore;
  changeSight: ChangeSight;
}

/** Says what a change was assessed with, and whether somebody may have that asked again. */
export class ChangeQuestionKeeper {
  readonly #options: Options;

  static create(options: Options) {
    return new ChangeQuestionKeeper(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @returns `subject` only where it can be asked again by the caller; `question` null where nobody may any more */
  async of(
    change: StoredChange,
    access: Access,
  ): Promise<{ question: ChangeDetail['question']; subject?: ChangeSubject }> {
    const { changeStore } = this.#options;
    if (!mayStep('assess', change, { by: access.subject }).ok) {
      return { question: null };
    }
    const kept =
      (await changeStore.subject(change.id)) ?? (await this.#behind(change));
    if (!kept) {
      const nothing = { entities: null, files: null, documents: null };
      return { question: { again: 'not-kept', ...nothing } };
    }
    const { subject, ...counts } = kept;
    if (subject === null)
      return { question: { again: 'too-large', ...counts } };
    // to whom something is hidden it is not in the catalog: the answer would be better than the truth
    if (await this.#hides(change, access)) {
      return { question: { again: 'hidden', ...counts } };
    }
    return { question: { again: 'possible', ...counts }, subject };
  }

  async #behind({ id, lastAssessment }: StoredChange) {
    const { changeStore } = this.#options;
    const stored = await changeStore.assessment(id, lastAssessment);
    const subject = stored && subjectBehind(stored.assessment);
    return subject && keptSubjectOf(subject);
  }

  async #hides(change: StoredChange, access: Access): Promise<boolean> {
    const { changeStore, changeSight } = this.#options;
    const touched = (await changeStore.entitiesOf([change.id]))
      .filter(({ effect }) => effect === 'touched')
      .map(({ entityRef }) => entityRef);
    const { isVisible } = await changeSight.among(touched, { access });
    return !touched.every(isVisible);
  }
}

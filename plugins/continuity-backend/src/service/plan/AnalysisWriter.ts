import { randomUUID } from 'node:crypto';
import {
  deriveBia,
  effectiveBia,
  loosenedBia,
  type Bia,
  type ContinuityPolicy,
  type ParsedBiaInput,
  type RecordEntry,
  type RiskAssessment,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AnalysisSort } from '../../plan/analysisRow';
import type { AnalysisStore } from '../../plan/AnalysisStore';
import { describeAnalysis } from '../../plan/describeAnalysis';
import type { RecordStore } from '../../record/RecordStore';
import { lockEntity } from '../profile/lockEntity';
import type { OpenedEntity } from '../profile/EntityContinuityService';
import { AnalysisSections } from './AnalysisSections';

interface Options {
  policy: ContinuityPolicy;
  sections: AnalysisSections;
  analyses: AnalysisStore;
  records: RecordStore;
}

/** What a business impact analysis says, checked. */
export type SaidBia = Extract<ParsedBiaInput, { ok: true }>['bia'];

type Written<T extends Bia | RiskAssessment> = (
  trx: Knex.Transaction,
  base: Pick<T, 'id' | 'entityRef' | 'revision' | 'recordedBy' | 'recordedAt'>,
) => Promise<T>;

interface How {
  /** The revision it started from. */
  revision: number;
  at: string;
  imported?: RecordEntry['imported'];
}

/** What the history calls each sort of analysis. */
export const recordTypes = { bia: 'bia', risk: 'risk-assessment' } as const;

/** Writes analyses, in the transaction of somebody who says what has to be assessed again. */
export class AnalysisWriter {
  readonly #options: Options;

  static create(options: Options) {
    return new AnalysisWriter(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Of a business impact analysis that asks for less than what binds the entity, a second person decides. False where the revision is stale. */
  async writeBia(
    trx: Knex.Transaction,
    opened: OpenedEntity,
    { state, ...said }: SaidBia,
    how: How,
  ): Promise<boolean> {
    const result = deriveBia(said.content);
    return this.write<Bia>('bia', trx, opened, {
      ...how,
      write: async (_, base) => {
        const looserThanBefore =
          state === 'agreed' ? await this.loosened(opened, result, trx) : [];
        return {
          ...base,
          ...said,
          result,
          looserThanBefore,
          state: looserThanBefore.length > 0 ? 'awaiting-second-person' : state,
        };
      },
    });
  }

  /** False where somebody else was faster. */
  async write<T extends Bia | RiskAssessment>(
    sort: AnalysisSort,
    trx: Knex.Transaction,
    opened: OpenedEntity,
    { revision, at, imported, write }: How & { write: Written<T> },
  ): Promise<boolean> {
    const { analyses, records } = this.#options;
    const { entityRef } = opened.entity.facts;
    await lockEntity(trx, entityRef);
    const stored = (await analyses.revisionsOf(entityRef, trx))[sort];
    if (stored !== revision) return false;
    const facts = (await analyses.analysesOf([entityRef], trx)).get(entityRef);
    const known: Array<Bia | RiskAssessment> = facts?.[sort] ?? [];
    const draft = known.find(({ state }) => state === 'draft');
    const analysis = await write(trx, {
      id: draft?.id ?? randomUUID(),
      entityRef,
      revision: stored + 1,
      recordedBy: opened.access.subject,
      recordedAt: at,
    } as T);
    await this.#supersede(trx, known, analysis.state);
    if (draft) {
      await analyses.replaceDraft(trx, sort, analysis);
    } else {
      await analyses.add(trx, sort, analysis);
    }
    const before = known.find(({ state }) => state === 'agreed');
    await records.append(trx, [
      {
        entityRef,
        type: recordTypes[sort],
        action: analysis.state === 'draft' ? 'drafted' : 'recorded',
        by: opened.access.subject,
        at,
        ...(analysis.note ? { reason: analysis.note } : {}),
        ...(imported && { imported }),
        before: before ? describeAnalysis(before) : null,
        after: describeAnalysis(analysis),
        revision: analysis.revision,
      },
    ]);
    return true;
  }

  /** A part that takes over its system's analysis is bound by it, until one of its own is agreed. */
  async loosened(
    opened: OpenedEntity,
    result: Bia['result'],
    trx?: Knex.Transaction,
  ): Promise<Bia['looserThanBefore']> {
    const { sections } = this.#options;
    const sources = await sections.sourcesOf(opened.entity, trx);
    return this.loosenedFrom(sources, { opened, result });
  }

  /** The same where the analyses of the entity and its system are known. */
  loosenedFrom(
    sources: Parameters<typeof effectiveBia>[0],
    {
      opened: { stored },
      result,
    }: { opened: OpenedEntity; result: Bia['result'] },
  ): Bia['looserThanBefore'] {
    const { policy } = this.#options;
    const { current } = effectiveBia(sources);
    return current
      ? loosenedBia(current.result, result, {
          policy,
          wrt: stored.assessment.profile.wrt.value,
        })
      : [];
  }

  /** What the new one takes the place of: an agreed one replaces the agreed one, and whatever waits. */
  async #supersede(
    trx: Knex.Transaction,
    known: Array<Bia | RiskAssessment>,
    state: Bia['state'],
  ): Promise<void> {
    if (state === 'draft') return;
    for (const { id, state: from } of known) {
      const isReplaced =
        from === 'awaiting-second-person' ||
        (from === 'agreed' && state === 'agreed');
      if (isReplaced) {
        await this.#options.analyses.setState(trx, {
          id,
          from,
          to: 'superseded',
        });
      }
    }
  }
}

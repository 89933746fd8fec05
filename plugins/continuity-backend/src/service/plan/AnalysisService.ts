import { randomUUID } from 'node:crypto';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  deriveBia,
  effectiveBia,
  loosenedBia,
  parseBiaInput,
  parseRiskInput,
  type Bia,
  type BiaAnswer,
  type BiaInput,
  type ContinuityPolicy,
  type EntityContinuity,
  type RiskAnswer,
  type RiskAssessment,
  type RiskInput,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import { ProfileConflictError } from '../../contract/ProfileConflictError';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { Access, CallerAccess } from '../../permissions/CallerAccess';
import type { AnalysisSort } from '../../plan/analysisRow';
import type { AnalysisStore } from '../../plan/AnalysisStore';
import { describeAnalysis } from '../../plan/describeAnalysis';
import type { RecordStore } from '../../record/RecordStore';
import { AnalysisSections } from './AnalysisSections';
import {
  EntityContinuityService,
  type OpenedEntity,
} from '../profile/EntityContinuityService';
import { holdsContinuity } from '../profile/holdsContinuity';
import { lockEntity } from '../profile/lockEntity';
import { PartyCheck } from '../profile/PartyCheck';

interface Options {
  database: Knex;
  policy: ContinuityPolicy;
  access: CallerAccess;
  entities: EntityContinuityService;
  sections: AnalysisSections;
  analyses: AnalysisStore;
  parties: PartyCheck;
  records: RecordStore;
  engine: AssessmentEngine;
  clock: () => Date;
}

interface Caller {
  credentials: BackstageCredentials;
}

const recordTypes = { bia: 'bia', risk: 'risk-assessment' } as const;

/** Shows and records business impact analyses and risk assessments (DOMAIN.md §4). What an analysis asks less of needs a second person: {@link AnalysisDecisions}. */
export class AnalysisService {
  readonly #options: Options;

  static create(options: Options) {
    return new AnalysisService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async getBia(entityRef: string, { credentials }: Caller): Promise<BiaAnswer> {
    const { access: caller, entities, sections, analyses } = this.#options;
    const opened = await entities.open(entityRef, await caller.of(credentials));
    const { bia } = await sections.of(opened);
    const history = await analyses.biasOf(entityRef);
    return entities.hide({ ...bia, history }, opened.access);
  }

  async getRiskAssessment(
    entityRef: string,
    { credentials }: Caller,
  ): Promise<RiskAnswer> {
    const { access: caller, entities, sections, analyses } = this.#options;
    const opened = await entities.open(entityRef, await caller.of(credentials));
    const { risk } = await sections.of(opened);
    const history = await analyses.risksOf(entityRef);
    return entities.hide({ ...risk, history }, opened.access);
  }

  async recordBia(
    entityRef: string,
    input: BiaInput,
    options: Caller & { revision: number },
  ): Promise<EntityContinuity> {
    const opened = await this.#openToRecord(entityRef, options);
    const parsed = parseBiaInput(input, this.#contextOf(opened.access));
    if (!parsed.ok) throw wrongFields(parsed.issues);
    const { state, ...said } = parsed.bia;
    await this.#checkParties(
      said.assessor ? [{ path: 'assessor', ref: said.assessor }] : [],
      opened.access,
    );
    const result = deriveBia(said.content);
    await this.#record('bia', opened, {
      revision: options.revision,
      write: async (trx, base) => {
        const looserThanBefore =
          state === 'agreed' ? await this.#loosened(trx, opened, result) : [];
        return {
          ...base,
          ...said,
          result,
          looserThanBefore,
          state: looserThanBefore.length > 0 ? 'awaiting-second-person' : state,
        } satisfies Bia;
      },
    });
    return this.#options.entities.get(entityRef, options);
  }

  async recordRiskAssessment(
    entityRef: string,
    input: RiskInput,
    options: Caller & { revision: number },
  ): Promise<EntityContinuity> {
    const opened = await this.#openToRecord(entityRef, options);
    const parsed = parseRiskInput(input, this.#contextOf(opened.access));
    if (!parsed.ok) throw wrongFields(parsed.issues);
    const { risk } = parsed;
    await this.#checkParties(
      [
        ...(risk.assessor ? [{ path: 'assessor', ref: risk.assessor }] : []),
        ...risk.content.threats.flatMap(({ owner }, index) =>
          owner ? [{ path: `threats.${index}.owner`, ref: owner }] : [],
        ),
      ],
      opened.access,
    );
    await this.#record('risk', opened, {
      revision: options.revision,
      write: async (_, base) => ({ ...base, ...risk }),
    });
    return this.#options.entities.get(entityRef, options);
  }

  async #openToRecord(
    entityRef: string,
    { credentials }: Caller,
  ): Promise<OpenedEntity> {
    const { access: caller, entities } = this.#options;
    const access = await caller.of(credentials);
    caller.assertNotDenied(access, 'analysis.update');
    const opened = await entities.open(entityRef, access);
    await caller.assertAllowed(access, 'analysis.update', entityRef);
    if (!holdsContinuity(opened.entity)) {
      throw wrongFields([
        {
          field: 'path',
          message: `A ${opened.entity.facts.kind} is not analysed; analyse what has to be recovered.`,
        },
      ]);
    }
    return opened;
  }

  #contextOf(access: Access) {
    return {
      policy: this.#options.policy,
      now: this.#options.clock().toISOString(),
      recordedBy: access.isUser ? access.subject : null,
    };
  }

  /** Who is asking exists, whether or not the catalog knows them. */
  async #checkParties(
    named: Array<{ path: string; ref: string }>,
    access: Access,
  ): Promise<void> {
    const issues = await this.#options.parties.issuesOf(
      named.filter(({ ref }) => ref !== access.subject),
      access,
    );
    if (issues.length > 0) throw new WrongFieldsError(issues);
  }

  /** A part that takes over its system's analysis is bound by it, until one of its own is agreed. */
  async #loosened(
    trx: Knex.Transaction,
    { entity, stored }: OpenedEntity,
    result: Bia['result'],
  ): Promise<Bia['looserThanBefore']> {
    const { sections, policy } = this.#options;
    const { current } = effectiveBia(await sections.sourcesOf(entity, trx));
    return current
      ? loosenedBia(current.result, result, {
          policy,
          wrt: stored.assessment.profile.wrt.value,
        })
      : [];
  }

  async #record<T extends Bia | RiskAssessment>(
    sort: AnalysisSort,
    opened: OpenedEntity,
    options: {
      revision: number;
      write: (
        trx: Knex.Transaction,
        base: Pick<
          T,
          'id' | 'entityRef' | 'revision' | 'recordedBy' | 'recordedAt'
        >,
      ) => Promise<T>;
    },
  ): Promise<void> {
    const { database, analyses, records, engine, clock } = this.#options;
    const { entityRef } = opened.entity.facts;
    const at = clock().toISOString();
    await engine.settleDue(at);
    const isStale = await database.transaction(async trx => {
      await lockEntity(trx, entityRef);
      const stored = (await analyses.revisionsOf(entityRef, trx))[sort];
      if (stored !== options.revision) return true;
      const facts = (await analyses.analysesOf([entityRef], trx)).get(
        entityRef,
      );
      const known: Array<Bia | RiskAssessment> = facts?.[sort] ?? [];
      const draft = known.find(({ state }) => state === 'draft');
      const analysis = await options.write(trx, {
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
          before: before ? describeAnalysis(before) : null,
          after: describeAnalysis(analysis),
          revision: analysis.revision,
        },
      ]);
      await engine.markDirty(trx, [entityRef], at);
      return false;
    });
    if (isStale) await this.#refuseStale(sort, opened, options.revision);
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

  async #refuseStale(
    sort: AnalysisSort,
    opened: OpenedEntity,
    revision: number,
  ): Promise<never> {
    const { entities, records } = this.#options;
    const { entityRef } = opened.entity.facts;
    const current = await entities.get(entityRef, {
      credentials: opened.access.credentials,
    });
    const { items } = await records.list({ entityRef, limit: 100 });
    const changedSince = items.filter(
      entry =>
        entry.type === recordTypes[sort] && (entry.revision ?? 0) > revision,
    );
    throw new ProfileConflictError(
      {
        current,
        changedSince: await entities.hideInHistory(changedSince, opened.access),
      },
      'Somebody else changed this analysis after you opened it. Nothing of yours was saved; look at the newer state and decide again.',
    );
  }
}

function wrongFields(
  issues: Array<{ field: string; message: string }>,
): WrongFieldsError {
  return new WrongFieldsError(
    issues.map(({ field, message }) => ({ path: field, message })),
  );
}

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  parseBiaInput,
  parseRiskInput,
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
import type { RecordStore } from '../../record/RecordStore';
import { AnalysisSections } from './AnalysisSections';
import { AnalysisWriter, recordTypes } from './AnalysisWriter';
import {
  EntityContinuityService,
  type OpenedEntity,
} from '../profile/EntityContinuityService';
import { holdsContinuity } from '../profile/holdsContinuity';
import { PartyCheck } from '../profile/PartyCheck';

interface Options {
  database: Knex;
  policy: ContinuityPolicy;
  access: CallerAccess;
  entities: EntityContinuityService;
  sections: AnalysisSections;
  analyses: AnalysisStore;
  analysisWriter: AnalysisWriter;
  parties: PartyCheck;
  records: RecordStore;
  engine: AssessmentEngine;
  clock: () => Date;
}

interface Caller {
  credentials: BackstageCredentials;
}

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
    const { analysisWriter } = this.#options;
    const opened = await this.#openToRecord(entityRef, options);
    const parsed = parseBiaInput(input, this.#contextOf(opened.access));
    if (!parsed.ok) throw wrongFields(parsed.issues);
    const { bia: said } = parsed;
    await this.#checkParties(
      said.assessor ? [{ path: 'assessor', ref: said.assessor }] : [],
      opened.access,
    );
    await this.#record('bia', opened, options.revision, (trx, at) =>
      analysisWriter.writeBia(trx, opened, said, {
        revision: options.revision,
        at,
      }),
    );
    return this.#options.entities.get(entityRef, options);
  }

  async recordRiskAssessment(
    entityRef: string,
    input: RiskInput,
    options: Caller & { revision: number },
  ): Promise<EntityContinuity> {
    const { analysisWriter } = this.#options;
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
    await this.#record('risk', opened, options.revision, (trx, at) =>
      analysisWriter.write<RiskAssessment>('risk', trx, opened, {
        revision: options.revision,
        at,
        write: async (_, base) => ({ ...base, ...risk }),
      }),
    );
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

  async #record(
    sort: AnalysisSort,
    opened: OpenedEntity,
    revision: number,
    write: (trx: Knex.Transaction, at: string) => Promise<boolean>,
  ): Promise<void> {
    const { database, engine, clock } = this.#options;
    const { entityRef } = opened.entity.facts;
    const at = clock().toISOString();
    await engine.settleDue(at);
    const isWritten = await database.transaction(async trx => {
      if (!(await write(trx, at))) return false;
      await engine.markDirty(trx, [entityRef], at);
      return true;
    });
    if (!isWritten) await this.#refuseStale(sort, opened, revision);
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

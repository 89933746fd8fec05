import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  applyProfilePatch,
  compareAgreedValues,
  parseAgreementInput,
  parseProfilePatch,
  type Agreement,
  type ContinuityPolicy,
  type PortalProfile,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import type { AssessmentEngine } from '../assessment/AssessmentEngine';
import { profileDifference } from '../profile/profileDifference';
import type { ProfileStore } from '../profile/ProfileStore';
import type { RecordStore } from '../record/RecordStore';
import type { ClassificationStore } from '../dependency/ClassificationStore';
import type { AnalysisStore } from '../plan/AnalysisStore';
import { DatabaseExemptionStore } from '../exemption/DatabaseExemptionStore';
import { readSeedFile } from './readSeedFile';
import { seedBia, seedRiskAssessment } from './seedAnalyses';
import { seedClassification } from './seedClassification';
import { seedExemption } from './seedExemption';
import { SeedFile } from './seedFileSchema';
import { seedMoment } from './seedMoment';
import { type SeedActs, SeedTimeline } from './SeedTimeline';

interface Options {
  database: Knex;
  policy: ContinuityPolicy;
  profiles: ProfileStore;
  records: RecordStore;
  analyses: AnalysisStore;
  classifications: ClassificationStore;
  engine: AssessmentEngine;
  logger: LoggerService;
  clock: () => Date;
}

/** When things happen, and in which transaction all of them do, if in one. */
interface Where {
  timeline: SeedTimeline;
  whole: Knex.Transaction | undefined;
}

/** Fills an empty store with records from a file, by the same rules as people's own entries. For development. */
export class SeedService {
  readonly #options: Options;

  static create(options: Options) {
    return new SeedService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** All or nothing; does nothing where anybody, or an earlier start, saved anything. */
  async seed(file: string): Promise<void> {
    const { database, profiles, clock } = this.#options;
    if (!(await profiles.isEmpty())) return;
    const timeline = SeedTimeline.standing(clock());
    await database.transaction(trx =>
      timeline.play(this.acts(file, timeline, trx)),
    );
  }

  /** What people did to profiles, analyses, dependencies and exemptions: each in a transaction of its own, or all in one. */
  acts(
    file: string,
    timeline: SeedTimeline,
    whole?: Knex.Transaction,
  ): SeedActs[] {
    const { database, policy, analyses, records, logger } = this.#options;
    const seeds = readSeedFile(file);
    const context = {
      policy,
      analyses,
      records,
      exemptionStore: DatabaseExemptionStore.create({ database }),
      now: timeline.startedAt.toISOString(),
    };
    logger.info(
      `Begins with ${seeds.profiles.length} profile changes and ${seeds.agreements.length} agreements from ${file}`,
    );
    const { profiles: values, agreements, bias, riskAssessments } = seeds;
    return [
      this.#inTime({ timeline, whole }, values, {
        dated: seed => seed.at,
        write: (trx, seed) => this.#seedProfile(trx, seed),
      }),
      this.#inTime({ timeline, whole }, agreements, {
        dated: seed => seed.agreedOn,
        write: (trx, seed) => this.#seedAgreement(trx, seed, context.now),
      }),
      this.#inTime({ timeline, whole }, bias, {
        dated: seed => seed.assessedOn,
        write: (trx, seed) => seedBia(trx, seed, context),
      }),
      this.#inTime({ timeline, whole }, riskAssessments, {
        dated: seed => seed.assessedOn,
        write: (trx, seed) => seedRiskAssessment(trx, seed, context),
      }),
      this.#inTime({ timeline, whole }, seeds.dependencies, {
        dated: seed => seed.at,
        write: (trx, seed) => seedClassification(trx, seed, this.#options),
      }),
      ...seeds.exemptions.map(seed =>
        seedExemption(seed, {
          ...context,
          timeline,
          knex: whole ?? database,
          act: write => this.#act({ timeline, whole }, seed.entityRef, write),
        }),
      ),
    ];
  }

  /** One after the other, the oldest first. */
  #inTime<T extends { entityRef: string }>(
    where: Where,
    seeds: T[],
    options: {
      dated: (seed: T) => string;
      write: (
        trx: Knex.Transaction,
        seed: T & { moment: DateTime },
      ) => Promise<void>;
    },
  ): SeedActs {
    const zone = this.#options.policy.timeZone;
    const { timeline } = where;
    const inOrder = seeds
      .map(seed => ({
        seed,
        at: seedMoment(options.dated(seed), { now: timeline.startedAt, zone }),
      }))
      .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    return async () => {
      for (const { seed, at } of inOrder) {
        await timeline.at(at);
        await this.#act(where, seed.entityRef, trx =>
          options.write(trx, {
            ...seed,
            moment: DateTime.fromISO(at, { zone }),
          }),
        );
      }
    };
  }

  async #act(
    { timeline, whole }: Where,
    entityRef: string,
    write: (trx: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    const { database, engine } = this.#options;
    const act = async (trx: Knex.Transaction) => {
      await write(trx);
      await engine.markDirty(trx, [entityRef], timeline.now());
    };
    await (whole ? act(whole) : database.transaction(act));
  }

  async #seedProfile(
    trx: Knex.Transaction,
    seed: SeedFile['profiles'][number] & { moment: DateTime },
  ): Promise<void> {
    const { profiles, records, policy } = this.#options;
    const { entityRef, by, reason } = seed;
    const parsed = parseProfilePatch(seed.values, policy, entityRef);
    if (!parsed.ok) throw refusal('profile', entityRef, parsed.issues);
    const stored = (await profiles.profilesOf([entityRef], trx)).get(entityRef);
    const before = stored?.values ?? {};
    const after = applyProfilePatch(before, parsed);
    const difference = profileDifference(before, after);
    if (!difference) return;
    const at = isoOf(seed.moment);
    const profile: PortalProfile = {
      entityRef,
      values: after,
      revision: (stored?.revision ?? 0) + 1,
      updatedAt: at,
      updatedBy: by,
    };
    await profiles.save(trx, profile);
    await records.append(trx, [
      {
        entityRef,
        type: 'profile',
        action: 'seeded',
        by,
        at,
        reason,
        ...difference,
        revision: profile.revision,
      },
    ]);
  }

  async #seedAgreement(
    trx: Knex.Transaction,
    seed: SeedFile['agreements'][number] & { moment: DateTime },
    now: string,
  ): Promise<void> {
    const { profiles, records, policy } = this.#options;
    const { entityRef, by, confirmedBy, note, reference } = seed;
    const agreedOn = seed.moment.toISODate()!;
    const parsed = parseAgreementInput(
      { values: seed.values, with: seed.with, reference, agreedOn },
      { policy, entityRef, now },
    );
    if (!parsed.ok) throw refusal('agreement', entityRef, parsed.issues);
    const at = isoOf(seed.moment);
    const known =
      (await profiles.agreementsOf([entityRef], trx)).get(entityRef) ?? [];
    const before = known.find(({ state }) => state === 'in-force');
    const looser = before
      ? compareAgreedValues(before.values, parsed.input.values, policy)
      : [];
    const isInForce = looser.length === 0 || confirmedBy !== undefined;
    if (before && isInForce) {
      await profiles.setAgreementState(trx, {
        id: before.id,
        from: 'in-force',
        to: 'superseded',
      });
    }
    const agreement: Agreement = {
      ...parsed.input,
      id: randomUUID(),
      entityRef,
      state: isInForce ? 'in-force' : 'awaiting-second-person',
      looserThanBefore: looser,
      recordedBy: by,
      recordedAt: at,
      ...(confirmedBy ? { confirmedBy, confirmedAt: at } : {}),
      ...(note ? { note } : {}),
    };
    await profiles.addAgreement(trx, agreement);
    await records.append(trx, [
      {
        entityRef,
        type: 'agreement',
        action: 'seeded',
        by,
        at,
        ...(note ? { reason: note } : {}),
        before: before ? { values: before.values } : null,
        after: {
          values: agreement.values,
          state: agreement.state,
          agreedOn,
          reference,
          with: agreement.with,
        },
      },
    ]);
  }
}

function isoOf(moment: DateTime): string {
  return moment.toUTC().toISO()!;
}

function refusal(
  what: string,
  entityRef: string,
  issues: Array<{ field: string; message: string }>,
): InputError {
  const mistakes = issues.map(({ field, message }) => `- ${field}: ${message}`);
  return new InputError(
    `continuity.seed.file: the ${what} of ${entityRef} can’t be used:\n${mistakes.join(
      '\n',
    )}`,
  );
}

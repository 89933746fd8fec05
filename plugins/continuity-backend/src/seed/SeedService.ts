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
import { DateTime, Duration } from 'luxon';
import type { AssessmentEngine } from '../assessment/AssessmentEngine';
import { profileDifference } from '../profile/profileDifference';
import type { ProfileStore } from '../profile/ProfileStore';
import type { RecordStore } from '../record/RecordStore';
import type { AnalysisStore } from '../plan/AnalysisStore';
import { DatabaseExemptionStore } from '../exemption/DatabaseExemptionStore';
import { readSeedFile } from './readSeedFile';
import { seedBia, seedRiskAssessment } from './seedAnalyses';
import { seedExemption } from './seedExemption';
import { SeedFile } from './seedFileSchema';

interface Options {
  database: Knex;
  policy: ContinuityPolicy;
  profiles: ProfileStore;
  records: RecordStore;
  analyses: AnalysisStore;
  engine: AssessmentEngine;
  logger: LoggerService;
  clock: () => Date;
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

  /** Does nothing where anybody, or an earlier start, saved anything. */
  async seed(file: string): Promise<void> {
    const { database, policy, profiles, analyses, records, engine, logger } =
      this.#options;
    if (!(await profiles.isEmpty())) return;
    const seeds = readSeedFile(file);
    const now = this.#options.clock().toISOString();
    await database.transaction(async trx => {
      const refs = new Set<string>();
      for (const seed of this.#inTime(seeds.profiles, s => s.at)) {
        await this.#seedProfile(trx, seed);
        refs.add(seed.entityRef);
      }
      for (const seed of this.#inTime(seeds.agreements, s => s.agreedOn)) {
        await this.#seedAgreement(trx, seed);
        refs.add(seed.entityRef);
      }
      const context = { policy, analyses, records, now };
      for (const seed of this.#inTime(seeds.bias, s => s.assessedOn)) {
        await seedBia(trx, seed, context);
        refs.add(seed.entityRef);
      }
      for (const seed of this.#inTime(
        seeds.riskAssessments,
        s => s.assessedOn,
      )) {
        await seedRiskAssessment(trx, seed, context);
        refs.add(seed.entityRef);
      }
      const exemptionStore = DatabaseExemptionStore.create({ database });
      for (const seed of seeds.exemptions) {
        await seedExemption(trx, seed, { ...context, exemptionStore });
        refs.add(seed.entityRef);
      }
      await engine.markDirty(trx, [...refs], now);
    });
    logger.info(
      `Began with ${seeds.profiles.length} profile changes and ${seeds.agreements.length} agreements from ${file}`,
    );
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
  ): Promise<void> {
    const { profiles, records, policy, clock } = this.#options;
    const { entityRef, by, confirmedBy, note, reference } = seed;
    const agreedOn = seed.moment.toISODate()!;
    const parsed = parseAgreementInput(
      { values: seed.values, with: seed.with, reference, agreedOn },
      { policy, entityRef, now: clock().toISOString() },
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

  #inTime<T>(
    seeds: T[],
    textOf: (seed: T) => string,
  ): Array<T & { moment: DateTime }> {
    return seeds
      .map(seed => ({ ...seed, moment: this.#momentOf(textOf(seed)) }))
      .sort((a, b) => a.moment.toMillis() - b.moment.toMillis());
  }

  #momentOf(text: string): DateTime {
    const zone = this.#options.policy.timeZone;
    return text.startsWith('-')
      ? DateTime.fromJSDate(this.#options.clock(), { zone }).minus(
          Duration.fromISO(text.slice(1)),
        )
      : DateTime.fromISO(text, { zone });
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

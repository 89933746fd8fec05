import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve as resolvePath } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  parsePlanMarkdown,
  type ContinuityPolicy,
  type PlanContents,
  type PlanKind,
  type PlanVersion,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AssessmentEngine } from '../assessment/AssessmentEngine';
import { PlanApproval } from '../assessment/PlanApproval';
import { PlanNotes } from '../plan/PlanNotes';
import type { PlanStore, StoredPlan } from '../plan/PlanStore';
import {
  formOf,
  newVersion,
  planRecordRef,
  scopeRefs,
} from '../plan/PlanWriter';
import type { RecordStore } from '../record/RecordStore';
import { findSeedFile, readSeedFile } from './readSeedFile';
import { seedMoment } from './seedMoment';
import { SeedFile } from './seedFileSchema';

interface Options {
  database: Knex;
  planStore: PlanStore;
  planNotes: PlanNotes;
  planApproval: PlanApproval;
  records: RecordStore;
  engine: AssessmentEngine;
  policy: ContinuityPolicy;
  logger: LoggerService;
  clock: () => Date;
}

type PlanSeedEntry = SeedFile['plans'][number];

/**
 * Fills an empty store with plans from a seed file, as if people had written and approved them. It is for a catalog that was read to its end, since
 * what is true of an entity when its plan is approved has to be remembered. For development.
 */
export class PlanSeed {
  readonly #options: Options;
  readonly #file: string;

  static create(options: Options & { file: string }) {
    return new PlanSeed(options);
  }

  private constructor(options: Options & { file: string }) {
    this.#options = options;
    this.#file = options.file;
  }

  async run(): Promise<void> {
    const { database, planStore, engine, logger } = this.#options;
    if (!(await planStore.isEmpty())) return;
    if (!(await database('mirror_entities').first('entity_ref'))) return;
    const { plans } = readSeedFile(this.#file);
    if (plans.length === 0) return;
    await engine.drain();
    const now = this.#options.clock().toISOString();
    await database.transaction(async trx => {
      const dirty = new Set<string>();
      for (const seed of plans) {
        for (const ref of await this.#seed(trx, seed)) dirty.add(ref);
      }
      await engine.markDirty(trx, [...dirty], now);
    });
    await engine.drain();
    logger.info(`Began with ${plans.length} plans from ${this.#file}`);
  }

  async #seed(trx: Knex.Transaction, seed: PlanSeedEntry): Promise<string[]> {
    const { planStore, planNotes } = this.#options;
    const texts = seed.versions.map(({ file }) => this.#read(file));
    const first = seed.versions[0];
    let plan = beginning(seed, {
      ...texts[0],
      by: first.by,
      at: this.#moment(first.at),
    });
    await planStore.insert(trx, plan);
    const save = async (changed: StoredPlan) => {
      plan = { ...changed, revision: plan.revision + 1 };
      await planStore.save(trx, plan);
    };
    const dirty: string[] = [];
    for (const [at, entry] of seed.versions.entries()) {
      const { contents } = texts[at];
      dirty.push(...scopeRefs(contents));
      await save(
        await this.#version(trx, plan, { number: at + 1, contents, entry }),
      );
    }
    await this.#remember(trx, seed);
    const { reviewed, archived, contacts } = seed;
    if (reviewed) {
      const at = this.#moment(reviewed.at);
      await save({ ...plan, reviewedAt: at });
      await this.#note(trx, seed.id, {
        action: 'confirmed',
        by: reviewed.by,
        at,
        reason: reviewed.because,
      });
    }
    if (archived) await save(await this.#archive(trx, plan, archived));
    await planNotes.replaceContacts(trx, seed.id, {
      items: contacts,
      by: first.by,
      at: this.#moment(first.at),
    });
    return dirty;
  }

  async #version(
    trx: Knex.Transaction,
    plan: StoredPlan,
    options: {
      number: number;
      contents: PlanContents;
      entry: PlanSeedEntry['versions'][number];
    },
  ): Promise<StoredPlan> {
    const { planStore, planApproval } = this.#options;
    const { number, contents, entry } = options;
    const at = this.#moment(entry.at);
    let version = newVersion({ version: number, contents, by: entry.by, at });
    await planStore.insertVersion(trx, plan.id, version);
    await planStore.indexVersion(trx, plan.id, version, 'open');
    await this.#note(trx, plan.id, {
      action: number === 1 ? 'created' : 'version-begun',
      by: entry.by,
      at,
      version: number,
    });
    const { submitted, returned, approved } = entry;
    if (submitted) {
      version = {
        ...version,
        state: returned ? 'draft' : 'in-review',
        submittedAt: this.#moment(submitted.at),
        submittedBy: submitted.by,
        ...(returned && {
          returnedAt: this.#moment(returned.at),
          returnedBy: returned.by,
          returnReason: returned.reason,
        }),
      } as PlanVersion;
      await planStore.saveVersion(trx, plan.id, version);
      await this.#note(trx, plan.id, {
        action: 'submitted',
        by: submitted.by,
        at: this.#moment(submitted.at),
        version: number,
      });
    }
    const opened: StoredPlan = {
      ...plan,
      lastVersion: number,
      openVersion: number,
      openState: version.state as StoredPlan['openState'],
      updatedAt: at,
      updatedBy: entry.by,
    };
    if (!approved) return opened;
    const approvedAt = this.#moment(approved.at);
    await this.#note(trx, plan.id, {
      action: 'approved',
      by: approved.by,
      at: approvedAt,
      version: number,
    });
    const { plan: inForce } = await planApproval.putIntoForce(trx, opened, {
      version,
      by: approved.by,
      onBehalfOf: approved.onBehalfOf ?? null,
      at: approvedAt,
    });
    return { ...inForce, updatedAt: approvedAt, updatedBy: approved.by };
  }

  async #archive(
    trx: Knex.Transaction,
    plan: StoredPlan,
    archived: NonNullable<PlanSeedEntry['archived']>,
  ): Promise<StoredPlan> {
    const { planStore } = this.#options;
    const at = this.#moment(archived.at);
    const version = await planStore.version(
      plan.id,
      plan.inForceVersion ?? plan.lastVersion,
      trx,
    );
    await planStore.saveVersion(trx, plan.id, {
      ...version!,
      state: 'archived',
    });
    await planStore.indexVersion(trx, plan.id, version!, 'past');
    await planStore.namePeople(trx, plan.id, []);
    await this.#note(trx, plan.id, {
      action: 'archived',
      by: archived.by,
      at,
      reason: archived.reason,
    });
    return {
      ...plan,
      openVersion: null,
      openState: null,
      archivedAt: at,
      archivedBy: archived.by,
      archivedReason: archived.reason,
      updatedAt: at,
      updatedBy: archived.by,
    };
  }

  async #remember(trx: Knex.Transaction, seed: PlanSeedEntry): Promise<void> {
    const { planStore } = this.#options;
    const watches = await planStore.watchesOf(seed.id, trx);
    for (const { entityRef, without, rto, owner } of seed.remembered) {
      const watch = watches.get(entityRef);
      if (!watch?.facts) continue;
      await planStore.saveWatches(trx, [
        {
          ...watch,
          facts: {
            ...watch.facts,
            dependencies: watch.facts.dependencies.filter(
              ref => !without.includes(ref),
            ),
            ...(rto && { rto }),
            ...(owner && { owner, recoveryOwner: owner }),
          },
        },
      ]);
    }
  }

  async #note(
    trx: Knex.Transaction,
    planId: string,
    entry: {
      action: string;
      by: string;
      at: string;
      reason?: string;
      version?: number;
    },
  ): Promise<void> {
    const { version, ...rest } = entry;
    await this.#options.records.append(trx, [
      {
        entityRef: planRecordRef(planId),
        type: 'plan',
        ...rest,
        before: null,
        after: version === undefined ? null : { version },
      },
    ]);
  }

  #read(file: string): { kind: PlanKind; contents: PlanContents } {
    const path = resolvePath(dirname(findSeedFile(this.#file)), file);
    if (!existsSync(path)) {
      throw new InputError(`The seed file names ${path}, and there is none.`);
    }
    const parsed = parsePlanMarkdown(readFileSync(path, 'utf8'));
    if (parsed.ok) return parsed;
    const mistakes = parsed.issues.map(
      ({ line, message }) => `- line ${line ?? '?'}: ${message}`,
    );
    throw new InputError(`${path} is no plan:\n${mistakes.join('\n')}`);
  }

  #moment(text: string): string {
    const { clock, policy } = this.#options;
    return seedMoment(text, { now: clock(), zone: policy.timeZone });
  }
}

function beginning(
  seed: PlanSeedEntry,
  first: { kind: PlanKind; contents: PlanContents; by: string; at: string },
): StoredPlan {
  return {
    id: seed.id,
    kind: first.kind,
    ownerRef: seed.owner,
    title: first.contents.title,
    revision: 1,
    lastVersion: 1,
    inForceVersion: null,
    openVersion: 1,
    openState: 'draft',
    form: formOf(first.contents, null),
    approvedAt: null,
    approvedBy: null,
    reviewedAt: null,
    fallbackDueAt: null,
    contacts: [],
    createdAt: first.at,
    createdBy: first.by,
    updatedAt: first.at,
    updatedBy: first.by,
    archivedAt: null,
    archivedBy: null,
    archivedReason: null,
  };
}

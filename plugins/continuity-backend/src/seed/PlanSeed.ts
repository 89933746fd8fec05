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
import { type SeedActs, SeedTimeline } from './SeedTimeline';

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

/** Does one step at its moment; a plan that comes back is saved. */
type Act = (
  done: { by: string; at: string },
  write: (
    trx: Knex.Transaction,
    how: { plan: StoredPlan; by: string; at: string },
  ) => Promise<StoredPlan | void>,
) => Promise<void>;

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
    const { database, engine, clock } = this.#options;
    if (!(await database('mirror_entities').first('entity_ref'))) return;
    const timeline = SeedTimeline.standing(clock());
    const acts = await this.acts(timeline);
    if (acts.length === 0) return;
    await engine.drain();
    await timeline.play(acts);
    await engine.drain();
  }

  /** What people did to plans; nothing where there are plans. */
  async acts(timeline: SeedTimeline): Promise<SeedActs[]> {
    const { planStore, logger } = this.#options;
    if (!(await planStore.isEmpty())) return [];
    const { plans } = readSeedFile(this.#file);
    logger.info(`Begins with ${plans.length} plans from ${this.#file}`);
    return plans.map(seed => () => this.#seed(seed, timeline));
  }

  async #seed(seed: PlanSeedEntry, timeline: SeedTimeline): Promise<void> {
    const { planStore, planNotes, database, engine } = this.#options;
    const texts = seed.versions.map(({ file }) => this.#read(file));
    const first = seed.versions[0];
    const at = this.#moment(first.at, timeline);
    let plan = beginning(seed, { ...texts[0], by: first.by, at });
    const dirty = new Set<string>();
    const act: Act = async (done, write) => {
      const moment = this.#moment(done.at, timeline);
      await timeline.at(moment);
      await database.transaction(async trx => {
        const changed = await write(trx, { plan, by: done.by, at: moment });
        if (changed) {
          plan = { ...changed, revision: plan.revision + 1 };
          await planStore.save(trx, plan);
        }
        await engine.markDirty(trx, [...dirty], timeline.now());
      });
    };
    await act(first, async trx => {
      await planStore.insert(trx, plan);
      await planNotes.replaceContacts(trx, seed.id, {
        items: seed.contacts,
        by: first.by,
        at,
      });
    });
    for (const [index, entry] of seed.versions.entries()) {
      const { contents } = texts[index];
      if (entry.approved) scopeRefs(contents).forEach(ref => dirty.add(ref));
      await this.#version(act, { number: index + 1, contents, entry });
    }
    await this.#afterwards(act, seed);
  }

  async #version(
    act: Act,
    options: {
      number: number;
      contents: PlanContents;
      entry: PlanSeedEntry['versions'][number];
    },
  ): Promise<void> {
    const { planStore } = this.#options;
    const { number, contents, entry } = options;
    const { submitted, returned, approved } = entry;
    let version: PlanVersion;
    await act(entry, async (trx, { plan, by, at }) => {
      version = newVersion({ version: number, contents, by, at });
      await planStore.insertVersion(trx, plan.id, version);
      await planStore.indexVersion(trx, plan.id, version, 'open');
      const action = number === 1 ? 'created' : 'version-begun';
      await this.#note(trx, plan.id, { action, by, at, version: number });
      return {
        ...plan,
        lastVersion: number,
        openVersion: number,
        openState: 'draft',
        updatedAt: at,
        updatedBy: by,
      };
    });
    if (submitted) {
      await act(submitted, async (trx, { plan, by, at }) => {
        version = {
          ...version,
          state: 'in-review',
          submittedAt: at,
          submittedBy: by,
        };
        await planStore.saveVersion(trx, plan.id, version);
        await this.#note(trx, plan.id, {
          action: 'submitted',
          by,
          at,
          version: number,
        });
        return { ...plan, openState: 'in-review' };
      });
    }
    if (returned) {
      await act(returned, async (trx, { plan, by, at }) => {
        version = {
          ...version,
          state: 'draft',
          returnedAt: at,
          returnedBy: by,
          returnReason: returned.reason,
        };
        await planStore.saveVersion(trx, plan.id, version);
        return { ...plan, openState: 'draft' };
      });
    }
    if (approved) {
      const { onBehalfOf = null } = approved;
      await act(approved, (trx, { plan, by, at }) =>
        this.#approve(trx, plan, { version, by, at, onBehalfOf }),
      );
    }
  }

  /** What changed about a version in force, what people said of it, and its end. */
  async #afterwards(act: Act, seed: PlanSeedEntry): Promise<void> {
    const { remembered, reviewed, archived } = seed;
    const last = seed.versions[seed.versions.length - 1];
    for (const { at, ...entity } of remembered) {
      await act(
        { by: last.by, at: at ?? last.approved?.at ?? last.at },
        (trx, { plan }) => this.#remember(trx, plan.id, entity),
      );
    }
    if (reviewed) {
      await act(reviewed, async (trx, { plan, by, at }) => {
        await this.#note(trx, plan.id, {
          action: 'confirmed',
          by,
          at,
          reason: reviewed.because,
        });
        return { ...plan, reviewedAt: at };
      });
    }
    if (archived) {
      await act(archived, (trx, { plan, by, at }) =>
        this.#archive(trx, plan, { by, at, reason: archived.reason }),
      );
    }
  }

  async #approve(
    trx: Knex.Transaction,
    plan: StoredPlan,
    options: {
      version: PlanVersion;
      by: string;
      at: string;
      onBehalfOf: string | null;
    },
  ): Promise<StoredPlan> {
    const { by, at, version } = options;
    await this.#note(trx, plan.id, {
      action: 'approved',
      by,
      at,
      version: version.version,
    });
    const { plan: inForce } = await this.#options.planApproval.putIntoForce(
      trx,
      plan,
      options,
    );
    return { ...inForce, updatedAt: at, updatedBy: by };
  }

  async #archive(
    trx: Knex.Transaction,
    plan: StoredPlan,
    { by, at, reason }: { by: string; at: string; reason: string },
  ): Promise<StoredPlan> {
    const { planStore } = this.#options;
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
    await this.#note(trx, plan.id, { action: 'archived', by, at, reason });
    return {
      ...plan,
      openVersion: null,
      openState: null,
      archivedAt: at,
      archivedBy: by,
      archivedReason: reason,
      updatedAt: at,
      updatedBy: by,
    };
  }

  async #remember(
    trx: Knex.Transaction,
    planId: string,
    remembered: Omit<PlanSeedEntry['remembered'][number], 'at'>,
  ): Promise<void> {
    const { planStore } = this.#options;
    const { entityRef, without, rto, owner } = remembered;
    const watch = (await planStore.watchesOf(planId, trx)).get(entityRef);
    if (!watch?.facts) return;
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

  #moment(text: string, timeline: SeedTimeline): string {
    const { policy } = this.#options;
    return seedMoment(text, {
      now: timeline.startedAt,
      zone: policy.timeZone,
    });
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

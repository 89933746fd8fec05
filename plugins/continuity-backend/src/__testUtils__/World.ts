import { mockServices } from '@backstage/backend-test-utils';
import {
  type Agreement,
  type ContinuityPolicy,
  defaultPolicy,
  type ProfileValues,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import {
  type AssessmentChange,
  DatabaseAssessmentEngine,
} from '../assessment/DatabaseAssessmentEngine';
import type { AssessmentRow } from '../assessment/assessmentRow';
import { CarryOverService } from '../catalog/CarryOverService';
import { CarryOverStore } from '../catalog/CarryOverStore';
import { CatalogRefresh } from '../catalog/CatalogRefresh';
import { CatalogSweep } from '../catalog/CatalogSweep';
import { DatabaseMirrorStore } from '../catalog/DatabaseMirrorStore';
import { migrateDatabase } from '../migrateDatabase';
import { DatabaseProfileStore } from '../profile/DatabaseProfileStore';
import { DatabaseRecordStore } from '../record/DatabaseRecordStore';
import { FakeCatalog } from './FakeCatalog';

/** All stores over one database, with a clock that only moves when a test moves it. */
export class World {
  readonly mirror: DatabaseMirrorStore;
  readonly profiles: DatabaseProfileStore;
  readonly records: DatabaseRecordStore;
  readonly carryOvers: CarryOverService;
  readonly engine: DatabaseAssessmentEngine;
  readonly sweep: CatalogSweep;
  readonly refresh: CatalogRefresh;
  readonly told: AssessmentChange[] = [];
  readonly logger = mockServices.logger.mock();
  readonly #clock: { now: string };

  static async create(options: {
    knex: Knex;
    catalog?: FakeCatalog;
    policy?: ContinuityPolicy;
    now?: string;
    stagedInMemory?: number;
    pageSize?: number;
  }): Promise<World> {
    await migrateDatabase(options.knex);
    return new World({
      catalog: new FakeCatalog(),
      ...options,
      clock: { now: options.now ?? '2026-01-01T00:00:00.000Z' },
    });
  }

  private constructor(
    readonly options: {
      knex: Knex;
      catalog: FakeCatalog;
      policy?: ContinuityPolicy;
      stagedInMemory?: number;
      pageSize?: number;
      clock: { now: string };
    },
  ) {
    const { knex: database, catalog, policy = defaultPolicy } = options;
    this.#clock = options.clock;
    const clock = () => new Date(this.#clock.now);
    this.mirror = DatabaseMirrorStore.create({ database });
    this.profiles = DatabaseProfileStore.create({ database });
    this.records = DatabaseRecordStore.create({ database });
    const store = CarryOverStore.create({ database });
    const shared = {
      database,
      policy,
      clock,
      logger: this.logger,
      mirror: this.mirror,
      profiles: this.profiles,
      records: this.records,
    };
    this.engine = DatabaseAssessmentEngine.create({
      ...shared,
      onChanged: async (_trx, changes) => {
        this.told.push(...changes);
      },
    });
    const writing = {
      ...shared,
      catalog,
      carryOvers: store,
      engine: this.engine,
    };
    this.sweep = CatalogSweep.create({
      ...writing,
      auth: mockServices.auth(),
      stagedInMemory: options.stagedInMemory,
      pageSize: options.pageSize,
    });
    this.refresh = CatalogRefresh.create({
      ...writing,
      timeoutMilliseconds: 200,
    });
    this.carryOvers = CarryOverService.create({
      ...shared,
      store,
      engine: this.engine,
    });
  }

  /** Another replica: same database, same clock, memory of its own. */
  replica(policy?: ContinuityPolicy): World {
    return new World({ ...this.options, ...(policy && { policy }) });
  }

  get catalog(): FakeCatalog {
    return this.options.catalog;
  }

  get knex(): Knex {
    return this.options.knex;
  }

  get now(): string {
    return this.#clock.now;
  }

  set now(now: string) {
    this.#clock.now = new Date(now).toISOString();
  }

  wait(milliseconds: number): void {
    this.now = new Date(Date.parse(this.now) + milliseconds).toISOString();
  }

  days(count: number): void {
    this.wait(count * 24 * 60 * 60 * 1000);
  }

  /** What a service does when somebody saves portal values. */
  async save(
    entityRef: string,
    values: ProfileValues,
    by = 'user:default/olivia',
  ): Promise<boolean> {
    const at = this.now;
    await this.engine.settleDue(at);
    const saved = await this.knex.transaction(async trx => {
      const before = await this.profiles.profilesOf([entityRef], trx);
      const done = await this.profiles.save(trx, {
        entityRef,
        values,
        revision: (before.get(entityRef)?.revision ?? 0) + 1,
        updatedAt: at,
        updatedBy: by,
      });
      await this.engine.markDirty(trx, [entityRef], at);
      return done;
    });
    await this.engine.drain();
    return saved;
  }

  /** What a service does when somebody records an agreement that is in force at once. */
  async agree(
    agreement: Pick<Agreement, 'id' | 'entityRef' | 'values' | 'agreedOn'>,
  ): Promise<void> {
    const at = this.now;
    await this.engine.settleDue(at);
    await this.knex.transaction(async trx => {
      const earlier = await this.profiles.agreementsOf(
        [agreement.entityRef],
        trx,
      );
      for (const { id, state } of earlier.get(agreement.entityRef) ?? []) {
        if (state === 'in-force') {
          await this.profiles.setAgreementState(trx, {
            id,
            from: 'in-force',
            to: 'superseded',
          });
        }
      }
      await this.profiles.addAgreement(trx, {
        with: 'Head of sales',
        reference: 'SLA-7',
        state: 'in-force',
        looserThanBefore: [],
        recordedBy: 'user:default/olivia',
        recordedAt: at,
        ...agreement,
      });
      await this.engine.markDirty(trx, [agreement.entityRef], at);
    });
    await this.engine.drain();
  }

  async current(entityRef: string) {
    return (await this.engine.current([entityRef])).get(entityRef);
  }

  async intervals(entityRef?: string): Promise<AssessmentRow[]> {
    const query = this.knex<AssessmentRow>('assessments');
    if (entityRef) {
      query.where('entity_ref', entityRef);
    }
    const rows = await query.orderBy(['entity_ref', 'valid_from', 'id']);
    return rows as AssessmentRow[];
  }

  async history(entityRef: string) {
    return (await this.records.list({ entityRef, limit: 100 })).items;
  }

  async sweepState() {
    return this.knex('sweep_state').where({ id: 1 }).first();
  }
}

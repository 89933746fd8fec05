import {
  decideExemptionTransition,
  exemptionHolds,
  exemptionPolicy,
  exemptionStateAt,
  latestExemptionDay,
  type ContinuityPolicy,
  type ExemptionAction,
  type ExemptionDetail,
  type ExemptionLimits,
  type ExemptionSummary,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { readTitles } from '../../catalog/readTitles';
import type {
  ExemptionStore,
  StoredExemption,
} from '../../exemption/ExemptionStore';
import { Access, CallerAccess } from '../../permissions/CallerAccess';
import { collectEntityRefs } from '../../permissions/entityRefsIn';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { hideEntities } from '../../permissions/hideEntities';
import { readNames } from '../../permissions/readNames';

interface Options {
  database: Knex;
  access: CallerAccess;
  hiddenEntities: HiddenEntities;
  exemptionStore: ExemptionStore;
  policy: ContinuityPolicy;
  clock: () => Date;
}

/** What the caller may do about the entities of exemptions. */
interface Rights {
  create: ReadonlySet<string>;
  approve: ReadonlySet<string>;
  /** Exemptions that have been renewed: the way on is the renewal. */
  renewed: ReadonlySet<string>;
}

/** Describes exemptions, in a fixed number of queries however many there are. */
export class ExemptionSummaries {
  readonly #options: Options;

  static create(options: Options) {
    return new ExemptionSummaries(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** What the policy allows who asks now. */
  limits(): ExemptionLimits {
    const { policy } = this.#options;
    const { longest, renewals } = exemptionPolicy(policy);
    return {
      longest,
      renewals,
      latestDay: latestExemptionDay(policy, this.#now()),
    };
  }

  /** In their order; of entities that the caller may see. Other refs are for the caller to hide. */
  async of(
    exemptions: StoredExemption[],
    access: Access,
  ): Promise<ExemptionSummary[]> {
    if (exemptions.length === 0) return [];
    const { access: caller, database, exemptionStore } = this.#options;
    const refs = [...new Set(exemptions.map(({ entityRef }) => entityRef))];
    const [titles, create, approve, renewed] = await Promise.all([
      readTitles(database, refs),
      caller.allowedAmong(access, 'exemption.create', refs),
      caller.allowedAmong(access, 'exemption.approve', refs),
      exemptionStore.renewed(exemptions.map(({ id }) => id)),
    ]);
    const now = this.#now();
    return exemptions.map(
      (exemption): ExemptionSummary => ({
        ...exemption,
        entityTitle: titles.get(exemption.entityRef) ?? null,
        state: exemptionStateAt(exemption, now),
        inForce:
          exemption.state === 'approved' && exemptionHolds(exemption, now),
        allowedActions: this.#actionsOn(exemption, access, {
          create,
          approve,
          renewed,
        }),
      }),
    );
  }

  async detail(
    exemption: StoredExemption,
    access: Access,
  ): Promise<ExemptionDetail> {
    const [summary] = await this.of([exemption], access);
    return this.named(
      {
        ...summary,
        limits: this.limits(),
        timeZone: this.#options.policy.timeZone,
      },
      access,
    );
  }

  /** The answer without what the caller may not see, and with what everything else in it is called. */
  async named<T extends object>(
    answer: T,
    access: Access,
  ): Promise<T & { names: Record<string, string> }> {
    const { database, hiddenEntities } = this.#options;
    const hidden = await hiddenEntities.among(
      collectEntityRefs(answer),
      access.read,
    );
    const shown = hideEntities(answer, hidden);
    return { ...shown, names: await readNames(database, shown) };
  }

  #actionsOn(
    exemption: StoredExemption,
    access: Access,
    rights: Rights,
  ): ExemptionAction[] {
    const { renewals } = exemptionPolicy(this.#options.policy);
    const { entityRef, decision, state, renewal } = exemption;
    const may = {
      create: rights.create.has(entityRef),
      approve: rights.approve.has(entityRef),
    };
    const canDecide = may.approve && access.isUser;
    const steps = [
      ['approve', canDecide],
      ['refuse', canDecide],
      ['withdraw', may.create],
      ['end', may.create || may.approve],
    ] as const;
    const by = { by: access.subject, now: this.#now() };
    const wasApproved =
      state === 'approved' || (state === 'ended' && decision !== null);
    return [
      ...steps
        .filter(
          ([step, allowed]) =>
            allowed && decideExemptionTransition(step, exemption, by).ok,
        )
        .map(([step]) => `exemption.${step}` as const),
      ...(wasApproved &&
      may.create &&
      renewal < renewals &&
      !rights.renewed.has(exemption.id)
        ? (['exemption.renew'] as const)
        : []),
    ];
  }

  #now(): string {
    return this.#options.clock().toISOString();
  }
}

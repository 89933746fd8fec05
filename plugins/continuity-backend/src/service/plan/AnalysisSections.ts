import {
  analysisDue,
  effectiveBia,
  effectiveRisk,
  recommendTier,
  tierById,
  type AnalysisSources,
  type ContinuityPolicy,
  type EntityBia,
  type EntityRisk,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { MirroredEntity } from '../../catalog/MirrorStore';
import type { AnalysisStore } from '../../plan/AnalysisStore';
import type { OpenedEntity } from '../profile/EntityContinuityService';

/** What the tab shows of an entity's business impact analysis and risk assessment. */
export class AnalysisSections {
  readonly #options: { analyses: AnalysisStore; policy: ContinuityPolicy };

  static create(options: {
    analyses: AnalysisStore;
    policy: ContinuityPolicy;
  }): AnalysisSections {
    return new AnalysisSections(options);
  }

  private constructor(options: {
    analyses: AnalysisStore;
    policy: ContinuityPolicy;
  }) {
    this.#options = options;
  }

  /** The analyses of an entity and of its system. */
  async sourcesOf(
    entity: MirroredEntity,
    trx?: Knex.Transaction,
  ): Promise<AnalysisSources> {
    return (await this.sourcesOfAll([entity], trx))(entity);
  }

  /** The same for many, read at once. */
  async sourcesOfAll(
    entities: MirroredEntity[],
    trx?: Knex.Transaction,
  ): Promise<(entity: MirroredEntity) => AnalysisSources> {
    const refs = entities.flatMap(({ facts: { entityRef }, systemRef }) =>
      systemRef === null ? [entityRef] : [entityRef, systemRef],
    );
    const found = await this.#options.analyses.analysesOf(
      [...new Set(refs)],
      trx,
    );
    return ({ facts: { entityRef }, systemRef }) => ({
      entity: { entityRef },
      analyses: found.get(entityRef),
      ...(systemRef !== null && {
        system: {
          entity: { entityRef: systemRef },
          analyses: found.get(systemRef),
        },
      }),
    });
  }

  async of({
    entity,
    stored,
  }: Pick<OpenedEntity, 'entity' | 'stored'>): Promise<{
    bia: EntityBia;
    risk: EntityRisk;
  }> {
    const { analyses, policy } = this.#options;
    const { profile, status } = stored.assessment;
    const sources = await this.sourcesOf(entity);
    const revisions = await analyses.revisionsOf(entity.facts.entityRef);
    const tier =
      profile.tier.value === null || status === 'out-of-scope'
        ? undefined
        : tierById(policy, profile.tier.value);
    const bia = effectiveBia(sources);
    const risk = effectiveRisk(sources);
    const shared = (
      key: 'bia' | 'risk',
      current: typeof bia.current | typeof risk.current,
    ) => {
      const every = tier?.requires[key]?.every;
      const due = analysisDue(current, every, policy.timeZone);
      return {
        required: every !== undefined,
        every: every ?? null,
        system: entity.systemRef,
        dueOn: due?.dueOn ?? null,
        dueAt: due?.dueAt ?? null,
        revision: revisions[key],
      };
    };
    return {
      bia: {
        ...shared('bia', bia.current),
        current: bia.current,
        from: bia.from,
        draft: bia.draft,
        pending: bia.pending,
        recommendation:
          bia.current &&
          recommendTier(bia.current.result, { policy, wrt: profile.wrt.value }),
      },
      risk: {
        ...shared('risk', risk.current),
        current: risk.current,
        from: risk.from,
        draft: risk.draft,
      },
    };
  }
}

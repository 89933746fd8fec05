import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  isSettledBy,
  mineGaps,
  type ContinuityStatus,
  type GapRights,
  type Mine,
  type MineItem,
} from 'backstage-plugin-continuity-common';
import type { CoverageGroupQueries } from '../../coverage/CoverageGroupQueries';
import type { CoverageQueries } from '../../coverage/CoverageQueries';
import { addCounts, noCounts } from '../../coverage/statusCounts';
import type { Access, CallerAccess } from '../../permissions/CallerAccess';
import {
  requirementKey,
  type DueTestQueries,
} from '../../testing/DueTestQueries';
import type { CoverageScope } from './CoverageScope';
import type { CoverageService } from './CoverageService';

/** Services with such a status have gaps that nobody is exempt from. */
const WITH_GAPS: ContinuityStatus[] = ['exposed', 'at-risk'];

interface Options {
  access: CallerAccess;
  coverage: CoverageService;
  coverageScope: CoverageScope;
  coverageQueries: CoverageQueries;
  coverageGroups: CoverageGroupQueries;
  dueTestQueries: DueTestQueries;
}

/** Who asks, with what the permission system says about them. */
export interface AskedForMine {
  credentials: BackstageCredentials;
  known: Access;
}

/** Reads how the services of a person and their groups stand, and the gaps that are due first. */
export class MineGapReader {
  readonly #options: Options;

  static create(options: Options) {
    return new MineGapReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async services(asked: AskedForMine): Promise<Mine['services']> {
    const { coverageScope, coverageQueries, coverageGroups } = this.#options;
    const { rows } = await coverageScope.resolve({ mine: true }, asked);
    const [groups, seen, all] = await Promise.all([
      coverageGroups.counts(rows),
      coverageQueries.totals(rows),
      coverageQueries.totals({ ...rows, visibility: { kind: 'all' } }),
    ]);
    const { counts, late } = [...groups.values()].reduce(addCounts, noCounts());
    return {
      total: seen.totalItems,
      late,
      counts,
      hidden: all.totalItems - seen.totalItems,
    };
  }

  /**
   * The gaps of the services whose first gap is due first: as many services as gaps are asked for have the most urgent ones among them.
   *
   * @param others - items that ask for what settles a gap, too; it is left out then
   */
  async gaps(
    { limit, others }: { limit: number; others: MineItem[] },
    asked: AskedForMine,
  ): Promise<{ items: MineItem[]; services: number }> {
    const { coverage, dueTestQueries } = this.#options;
    const list = await coverage.list(
      { mine: true, status: WITH_GAPS, sort: 'dueBy', limit },
      asked,
    );
    const services = list.items.map(service => ({
      ...service,
      gaps: service.gaps.filter(gap => !isSettledBy(gap, others)),
    }));
    const refs = services.flatMap(({ entityRef, system }) =>
      system ? [entityRef, system] : [entityRef],
    );
    const [planned, rightsFor] = await Promise.all([
      dueTestQueries.plannedFor(services.map(({ entityRef }) => entityRef)),
      this.#rightsAmong(asked.known, [...new Set(refs)]),
    ]);
    return {
      items: mineGaps(services, {
        rightsFor,
        plannedTest: (ref, requirement) =>
          planned.get(requirementKey(ref, requirement)),
        nameOf: ref => list.names[ref],
      }),
      services: list.totalItems,
    };
  }

  async #rightsAmong(
    access: Access,
    refs: string[],
  ): Promise<(entityRef: string) => GapRights> {
    const { access: caller } = this.#options;
    const [edit, agree, analyse] = await Promise.all(
      (['profile.update', 'agreement.create', 'analysis.update'] as const).map(
        action => caller.allowedAmong(access, action, refs),
      ),
    );
    return ref => ({
      mayEdit: edit.has(ref),
      mayAgree: agree.has(ref),
      mayAnalyse: analyse.has(ref),
      mayPlanTests: access.mayCreateTests,
      mayWritePlans: access.mayCreatePlans,
    });
  }
}

import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  addCadence,
  continuityEvidenceCreatePermission,
  continuityInsightsReviewPermission,
  insightsPolicy,
  kpiDefinitions,
  kpiIds,
  kpiPeriods,
  measureKpi,
  measureTier,
  parseCadence,
  reachesTarget,
  type ContinuityPolicy,
  type Insights,
  type InsightsReviewRequest,
  type Kpi,
  type KpiFacts,
  type KpiId,
  type KpiPeriods,
  type KpiQuery,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { KpiDays } from '../../coverage/KpiDays';
import { KpiFactsReader } from '../../coverage/KpiFactsReader';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { hideEntities } from '../../permissions/hideEntities';
import { readNames } from '../../permissions/readNames';
import type { RecordStore } from '../../record/RecordStore';
import type { StatusUpkeep } from '../../record/StatusUpkeep';
import { kpiDrillDown } from './kpiDrillDown';

/** What reviews of the figures are filed under. */
const REVIEW_REF = 'insights:review';

interface Options {
  database: Knex;
  permissions: PermissionsService;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
  records: RecordStore;
  engine: Pick<StatusUpkeep, 'settleDue'>;
  kpiDays: KpiDays;
  kpiFacts: KpiFactsReader;
  policy: ContinuityPolicy;
  clock: () => Date;
}

/** Answers how continuity goes, in figures, and keeps who reviewed what is aimed at. */
export class InsightsService {
  readonly #options: Options;

  static create(options: Options): InsightsService {
    return new InsightsService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async get(
    query: KpiQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<Insights> {
    const { database, policy, clock, engine, kpiFacts, kpiDays } =
      this.#options;
    const now = clock().toISOString();
    const { timeZone } = policy;
    const periods = readPeriods(query, { now, timeZone });
    await engine.settleDue();
    const facts = await kpiFacts.read(
      { from: periods.previous.from, to: periods.current.to },
      periods.days.to,
    );
    const items = kpiIds.flatMap(id => this.#item(id, facts, periods) ?? []);
    const hiddenHere = hideEntities(
      { review: await this.#review(now) },
      await this.#options.hiddenEntities.among(
        await this.#reviewers(),
        await this.#options.visibility.decide(credentials),
      ),
    );
    return {
      period: periods.days,
      previousPeriod: periods.previousDays,
      timeZone,
      until: periods.current.to,
      historySince: await kpiDays.historySince(),
      items,
      factors: this.#factors(items),
      ...hiddenHere,
      names: await readNames(database, hiddenHere),
      allowedActions: await this.#allowedActions(credentials),
    };
  }

  async review(
    request: InsightsReviewRequest,
    {
      credentials,
    }: { credentials: BackstageCredentials<BackstageUserPrincipal> },
  ): Promise<Insights> {
    const { database, records, policy, clock } = this.#options;
    const { factors, targets } = insightsPolicy(policy);
    await database.transaction(trx =>
      records.append(trx, [
        {
          entityRef: REVIEW_REF,
          type: 'insights',
          action: 'reviewed',
          by: credentials.principal.userEntityRef,
          at: clock().toISOString(),
          reason: request.note,
          before: null,
          // what was in force then: policies change
          after: { factors, targets },
        },
      ]),
    );
    return this.get({}, { credentials });
  }

  #item(id: KpiId, facts: KpiFacts, periods: KpiPeriods): Kpi | undefined {
    const { policy } = this.#options;
    const current = measureKpi(id, facts, periods.current);
    if (!current) return undefined;
    const definition = kpiDefinitions[id];
    const target = insightsPolicy(policy).targets[id] ?? null;
    return {
      id,
      ...definition,
      target,
      current,
      previous: measureKpi(id, facts, periods.previous) ?? null,
      reachesTarget: reachesTarget(current.value, target, definition.better),
      trend: periods.trend.map(({ day, period }) => ({
        day,
        value: measureKpi(id, facts, period)?.value ?? null,
      })),
      parts: id === 'coverage' ? this.#tiers(facts, periods) : [],
      drillDown: kpiDrillDown(id, periods.days),
    };
  }

  #tiers(facts: KpiFacts, periods: KpiPeriods): Kpi['parts'] {
    return this.#options.policy.tiers.flatMap(({ id, title }) => {
      const current = measureTier(id, facts, periods.current);
      return current
        ? [
            {
              key: id,
              title,
              current,
              previous: measureTier(id, facts, periods.previous) ?? null,
              drillDown: `/coverage?${new URLSearchParams({ tier: id })}`,
            },
          ]
        : [];
    });
  }

  #factors(items: Kpi[]): Insights['factors'] {
    return insightsPolicy(this.#options.policy).factors.map(factor => {
      const own = items.filter(({ id }) => factor.kpis.includes(id));
      return {
        id: factor.id,
        title: factor.title,
        description: factor.description ?? null,
        kpis: own.map(({ id }) => id),
        reached: own.filter(each => each.reachesTarget === true).length,
        measured: own.filter(each => each.reachesTarget !== null).length,
      };
    });
  }

  async #lastReview() {
    const row = await this.#options
      .database('records')
      .where('entity_ref', REVIEW_REF)
      .orderBy('seq', 'desc')
      .first('payload');
    return row ? JSON.parse(row.payload) : null;
  }

  async #reviewers(): Promise<string[]> {
    const last = await this.#lastReview();
    return last ? [last.by] : [];
  }

  async #review(now: string): Promise<Insights['review']> {
    const { policy } = this.#options;
    const every = insightsPolicy(policy).reviewEvery;
    const last = await this.#lastReview();
    if (!last) return { last: null, every, dueBy: null, overdue: true };
    const cadence = parseCadence(every);
    if (!cadence.ok) throw new RangeError(cadence.message);
    const dueBy = addCadence(last.at, cadence.cadence, policy.timeZone);
    return {
      last: { at: last.at, by: last.by, note: last.reason },
      every,
      dueBy,
      overdue: dueBy <= now,
    };
  }

  async #allowedActions(
    credentials: BackstageCredentials,
  ): Promise<Insights['allowedActions']> {
    const [review, evidence] = await this.#options.permissions.authorize(
      [
        { permission: continuityInsightsReviewPermission },
        { permission: continuityEvidenceCreatePermission },
      ],
      { credentials },
    );
    return [
      ...(review.result === AuthorizeResult.ALLOW
        ? (['insights.review'] as const)
        : []),
      ...(evidence.result === AuthorizeResult.ALLOW
        ? (['evidence.create'] as const)
        : []),
    ];
  }
}

function readPeriods(
  query: KpiQuery,
  options: { now: string; timeZone: string },
): KpiPeriods {
  const parsed = kpiPeriods(query, options);
  if (parsed.ok) return parsed.periods;
  throw new WrongFieldsError([{ path: parsed.path, message: parsed.message }]);
}

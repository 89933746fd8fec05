import {
  continuityStatuses,
  defaultPolicy,
  gapCauseKey,
  gapCauses,
  refused,
  type BulkProfileRequest,
  type BulkProfileResponse,
  type CarryOver,
  type CarryOverDecision,
  type CarryOverList,
  type ContinuityPolicy,
  type ContinuityStatus,
  type CoverageItem,
  type CoverageList,
  type CoverageQuery,
  type CoverageSummary,
  type CoverageSummaryQuery,
  type PolicyResponse,
  type SweepStatus,
} from 'backstage-plugin-continuity-common';
import { coverageItems } from './coverageItems';
import { aProgramme, FakeCoverageApi } from './fixtures/FakeCoverageApi';
import { FakeRunApi } from './fixtures/FakeRunApi';
import { someDueTests, someTests } from './fixtures/someTests';
import { FakeAuditApi } from './fixtures/FakeAuditApi';
import { FakeDependencyApi } from './fixtures/FakeDependencyApi';
import { FakeChangeApi } from './fixtures/FakeChangeApi';
import { anAskedExemption, anExemption } from './fixtures/anExemption';
import { FakeExemptionApi } from './fixtures/FakeExemptionApi';
import { FakePlanApi } from './fixtures/FakePlanApi';
import { someChanges, someRequests } from './fixtures/someChanges';
import { showcasePlans } from './fixtures/showcasePlans';

const SCENARIOS = [
  'usual',
  'no-tier',
  'first-read',
  'held',
  'failed',
  'reader',
  'forbidden',
] as const;
export type Scenario = (typeof SCENARIOS)[number];

const URGENCY: ContinuityStatus[] = [
  'exposed',
  'at-risk',
  'unassessed',
  'exempt',
  'not-required',
  'met',
  'out-of-scope',
];

function keysOf(
  item: CoverageItem,
  groupBy: CoverageSummaryQuery['groupBy'],
): Array<string | null> {
  if (groupBy === 'cause') {
    return gapCauses(item.gaps, item.system).map(gapCauseKey);
  }
  return [groupBy ? item[groupBy] : null];
}

/** The past looks like now here. */
function whenOf(asOf: string | undefined): Pick<CoverageList, 'asOf' | 'then'> {
  if (asOf === undefined) return { asOf: null, then: null };
  const isDay = asOf.length === 10;
  return {
    asOf: isDay ? `${asOf}T21:59:59.999Z` : asOf,
    then: {
      day: isDay ? asOf : null,
      policyVersion: '0b5e55edd00f',
      timeZone: 'Europe/Berlin',
      tiers: defaultPolicy.tiers.map(({ id, title }) => ({ id, title })),
    },
  };
}

const ago = (seconds: number) =>
  new Date(Date.now() - seconds * 1000).toISOString();

/** The calls of the pages under /continuity, answered from memory: for looking at them without a backend. */
export class PagesApi extends FakeDependencyApi {
  readonly plans = new FakePlanApi(showcasePlans());
  readonly changes = new FakeChangeApi(someChanges(new Date()), {
    requests: someRequests(new Date()),
  });
  readonly coverage = new FakeCoverageApi({ programme: aProgramme() });
  readonly audit = new FakeAuditApi();
  readonly exemptions = new FakeExemptionApi([
    anAskedExemption(),
    anExemption({ renewal: 1 }),
  ]);
  #items: CoverageItem[];
  readonly tests = new FakeRunApi(someTests(new Date()), {
    due: someDueTests(new Date()),
  });
  readonly #scenario: Scenario;
  readonly #startedAt = Date.now();
  #carryOvers: CarryOver[] = [
    {
      id: '1',
      fromRef: 'component:default/basket-service',
      toRef: 'component:default/cart-service',
      reason: 'same-source-location',
      since: ago(86_400 * 3),
      state: 'open',
      decidedBy: null,
      decidedAt: null,
    },
    {
      id: '2',
      fromRef: 'component:default/mailer',
      toRef: 'component:default/mailer',
      reason: 'returned-late',
      since: ago(86_400 * 60),
      state: 'carried-over',
      decidedBy: 'user:default/claudia.vogt',
      decidedAt: ago(86_400 * 50),
    },
  ];

  constructor(scenario: string | null) {
    super();
    this.#scenario = SCENARIOS.find(name => name === scenario) ?? 'usual';
    this.#items = coverageItems(4_180).map(item =>
      this.#scenario === 'no-tier' ? withoutTier(item) : item,
    );
  }

  async listCoverage(query: CoverageQuery = {}): Promise<CoverageList> {
    await this.#answer();
    const { limit = 50, cursor, sort = 'urgency' } = query;
    const from = Number(cursor ?? 0);
    const items = this.#matching(query).sort(comparing(sort));
    const nextCursor =
      from + limit < items.length ? String(from + limit) : undefined;
    return {
      ...whenOf(query.asOf),
      names: {},
      items: items.slice(from, from + limit),
      totalItems: items.length,
      totalInScope: this.#items.length,
      pageInfo: { nextCursor },
      dataAge: this.#dataAge(),
      allowedActions:
        this.#scenario === 'reader' || query.asOf
          ? []
          : ['profile.update', 'coverage.ask'],
    };
  }

  async getCoverageSummary(
    query: CoverageSummaryQuery = {},
  ): Promise<CoverageSummary> {
    await this.#answer();
    const { groupBy } = query;
    const groups = new Map<string | null, CoverageItem[]>();
    const items = this.#matching(query);
    for (const item of items) {
      for (const key of keysOf(item, groupBy)) {
        groups.set(key, [...(groups.get(key) ?? []), item]);
      }
    }
    return {
      ...whenOf(query.asOf),
      names: {},
      groupBy: groupBy ?? null,
      total: counted(items),
      late: items.filter(item => item.late).length,
      groups: [...groups].map(([key, members]) => ({
        key,
        counts: counted(members),
        late: members.filter(item => item.late).length,
      })),
      moreGroups: 0,
      anyTier: this.#items.some(item => item.tier),
      peopleKnown: this.#scenario !== 'no-tier',
      dataAge: this.#dataAge(),
    };
  }

  async getPolicy(): Promise<PolicyResponse> {
    await this.#answer();
    const policy: ContinuityPolicy = {
      ...defaultPolicy,
      timeZone: 'Europe/Berlin',
      mappings: [
        {
          field: 'tier',
          from: { annotation: 'contentful.com/service-tier' },
          values: { '1': 'tier-1', '2': 'tier-2', '3': 'tier-3' },
          authoritative: false,
        },
        { field: 'rto', from: { spec: 'recovery.rto' }, authoritative: true },
        { field: 'tier', from: { tag: 'tier-' }, authoritative: false },
      ],
      severities: { 'agreement-missing': 'information' },
    };
    return {
      policy: this.#scenario === 'usual' ? policy : defaultPolicy,
      version: '5e1f00d2c7b94a31',
      inForceSince: ago(86_400 * 21),
      versions: [
        {
          version: '0b5e55edd00f',
          from: ago(86_400 * 90),
          to: ago(86_400 * 21),
        },
      ],
      sweep: await this.getSweep(),
      peopleKnown: this.#scenario !== 'no-tier',
    };
  }

  async getSweep(): Promise<SweepStatus> {
    const held = this.#scenario === 'held';
    const failed = this.#scenario === 'failed';
    const first = this.#scenario === 'first-read' && !this.#firstReadIsOver();
    const idle = held || failed ? (held && 'held') || 'failed' : 'idle';
    return {
      state: first ? 'running' : idle,
      startedAt: ago(42),
      finishedAt: first ? null : ago(40),
      read: first ? Math.floor((Date.now() - this.#startedAt) / 2) : 12_480,
      written: 14,
      archived: 2,
      lastError: failed
        ? 'The catalog answered 503 (Service Unavailable) after 3,200 entities.'
        : null,
      lastErrorAt: failed ? ago(120) : null,
      held: held
        ? {
            since: ago(600),
            reason: 'entities',
            entitiesGone: 5_210,
            entitiesBefore: 12_480,
            ownersGone: 12,
            ownersBefore: 96,
            seenAgain: true,
          }
        : null,
      mirroredEntities: 12_480,
      dataAge: this.#dataAge(),
      allowedActions: this.#scenario === 'reader' ? [] : ['catalog.manage'],
    };
  }

  async runSweep() {
    await this.#answer();
  }

  async releaseSweep() {
    await this.#answer();
  }

  async listCarryOvers(): Promise<CarryOverList> {
    return { items: this.#carryOvers, totalItems: this.#carryOvers.length };
  }

  async decideCarryOver(id: string, decision: CarryOverDecision) {
    const carryOver = this.#carryOvers.find(each => each.id === id)!;
    const decided: CarryOver = {
      ...carryOver,
      state: decision.decision === 'decline' ? 'declined' : 'carried-over',
      decidedBy: 'user:default/claudia.vogt',
      decidedAt: ago(0),
    };
    this.#carryOvers = this.#carryOvers.map(each =>
      each.id === id ? decided : each,
    );
    return decided;
  }

  async updateProfiles(
    request: BulkProfileRequest,
  ): Promise<BulkProfileResponse> {
    await this.#answer(700);
    const tier = request.values.tier ?? null;
    const items = request.entityRefs.map((entityRef, index) => {
      if (index % 9 === 8) {
        return {
          entityRef,
          result: 'refused' as const,
          ...refused('entity-not-allowed'),
        };
      }
      const before = this.#items.find(item => item.entityRef === entityRef)!;
      if (before.tier === tier)
        return { entityRef, result: 'unchanged' as const };
      this.#items = this.#items.map(item =>
        item === before
          ? { ...item, tier, tierSource: 'portal', status: 'at-risk' }
          : item,
      );
      return { entityRef, result: 'changed' as const };
    });
    return { items };
  }

  #matching(query: CoverageSummaryQuery): CoverageItem[] {
    const within = (wanted: string[] | undefined, value: string | null) =>
      !wanted || wanted.includes(value ?? 'none');
    return this.#items.filter(
      item =>
        within(query.status, item.status) &&
        within(query.tier, item.tier) &&
        within(query.kind, item.kind) &&
        within(query.type, item.type) &&
        within(query.owner, item.owner) &&
        within(query.system, item.system) &&
        within(query.domain, item.domain) &&
        (!query.gap || item.gaps.some(gap => query.gap!.includes(gap.code))) &&
        (!query.late || item.late) &&
        (!query.search || item.title.includes(query.search)),
    );
  }

  #firstReadIsOver() {
    return Date.now() - this.#startedAt > 15_000;
  }

  #dataAge() {
    const first = this.#scenario === 'first-read' && !this.#firstReadIsOver();
    const problem =
      this.#scenario === 'failed' ? 'The catalog answered 503.' : null;
    return {
      catalogReadAt: first ? null : ago(problem ? 5_400 : 40),
      seconds: first ? null : 40,
      lastKnownAt: problem ? ago(5_400) : null,
      problem,
    };
  }

  async #answer(milliseconds = 250) {
    await new Promise(resolve => setTimeout(resolve, milliseconds));
    if (this.#scenario === 'forbidden') {
      throw Object.assign(new Error('Not allowed'), {
        name: 'NotAllowedError',
        statusCode: 403,
      });
    }
  }
}

function withoutTier(item: CoverageItem): CoverageItem {
  return {
    ...item,
    tier: null,
    tierSource: null,
    rto: null,
    rpo: null,
    mtpd: null,
    gaps: [],
    dueBy: null,
    late: false,
    status: 'unassessed',
    underlyingStatus: 'unassessed',
  };
}

function counted(items: CoverageItem[]) {
  const counts = Object.fromEntries(
    continuityStatuses.map(status => [status, 0]),
  ) as Record<ContinuityStatus, number>;
  for (const item of items) counts[item.status]++;
  return counts;
}

function comparing(sort: NonNullable<CoverageQuery['sort']>) {
  const key = sort.replace(/^-/, '');
  const direction = sort.startsWith('-') ? -1 : 1;
  const valueOf = (item: CoverageItem): string | number | null => {
    if (key === 'urgency' || key === 'status') {
      return URGENCY.indexOf(item.status) * 2 + (item.late ? 0 : 1);
    }
    return key === 'name'
      ? item.title
      : item[key as 'tier' | 'rto' | 'rpo' | 'mtpd' | 'owner' | 'dueBy'];
  };
  return (a: CoverageItem, b: CoverageItem) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === right) return a.entityRef.localeCompare(b.entityRef);
    if (left === null) return 1;
    if (right === null) return -1;
    return (left < right ? -1 : 1) * direction;
  };
}

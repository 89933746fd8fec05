import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  exemptionPolicy,
  sortMine,
  type ContinuityPolicy,
  type FindingSummary,
  type Mine,
  type MineItem,
  type MineKind,
  type MineQuery,
  type MineSection,
  type MineSectionName,
  type MineStep,
  type PlanSummary,
  type PlanWaiting,
  type TestSummary,
  type TestWaiting,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import type { ExemptionStore } from '../../exemption/ExemptionStore';
import type { CallerAccess } from '../../permissions/CallerAccess';
import type { PlanAccess } from '../../permissions/PlanAccess';
import { readNames } from '../../permissions/readNames';
import { cadenceAfter } from '../../testing/cadenceAfter';
import type { ChangeListService } from '../change/ChangeListService';
import type { ExemptionListService } from '../exemption/ExemptionListService';
import type { PlanChangeRequestService } from '../plan/PlanChangeRequestService';
import type { PlanListService } from '../plan/PlanListService';
import type { PlanWaitingReader } from '../plan/PlanWaitingReader';
import type { DueTestService } from '../testing/DueTestService';
import type { FindingListService } from '../testing/finding/FindingListService';
import type { TestListService } from '../testing/TestListService';
import type { AskedForMine, MineGapReader } from './MineGapReader';
import { mineItems } from './mineItems';
import type { MineSecondReader } from './MineSecondReader';

const DEFAULT_LIMIT = 20;
/** Of each list, so that the most urgent of the lists of a section are among them. */
const READ = 50;

interface Options {
  database: Knex;
  policy: ContinuityPolicy;
  engine: AssessmentEngine;
  access: CallerAccess;
  mineGaps: MineGapReader;
  mineSecond: MineSecondReader;
  planAccess: PlanAccess;
  planList: PlanListService;
  planWaiting: PlanWaitingReader;
  planChangeRequestService: PlanChangeRequestService;
  testList: TestListService;
  dueTests: DueTestService;
  findingList: FindingListService;
  exemptionList: ExemptionListService;
  exemptionStore: ExemptionStore;
  changeList: ChangeListService;
  clock: () => Date;
}

/** What settles a plan by how it waits. */
const stepFor: Record<PlanWaiting, MineStep> = {
  review: 'approve-plan',
  revise: 'revise-plan',
  change: 'answer-plan-request',
  orphaned: 'adopt-plan',
  read: 'read-plan',
};

/** What was read of a section, and how many there are of what it is about, read or not. */
interface Found {
  items: MineItem[];
  totals: MineSection['totals'];
}

/**
 * Gathers what a person and their groups answer for, from the lists of the other rooms: what waits for whom, what is visible and what may be done is decided
 * there. However much there is, it takes the same number of statements.
 */
export class MineService {
  readonly #options: Options;

  static create(options: Options) {
    return new MineService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async get(
    { limit = DEFAULT_LIMIT }: MineQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<Mine> {
    const { access, mineGaps, mineSecond, engine, policy, database } =
      this.#options;
    await engine.settleDue();
    const known = await access.of(credentials);
    const asked = { credentials, known };
    const [services, plans, tests, findings, exemptions, changes, second] =
      await Promise.all([
        mineGaps.services(asked),
        this.#plans(asked),
        this.#tests(asked),
        this.#findings(asked),
        this.#exemptions(asked),
        this.#changes(asked),
        mineSecond.of(asked),
      ]);
    const decisions = together([
      plans.decisions,
      tests.decisions,
      findings.decisions,
      exemptions.decisions,
      changes,
      all(second.decisions),
    ]);
    const analyses = all(second.drafts);
    const others = [
      decisions,
      tests.own,
      plans.own,
      analyses,
      findings.own,
    ].flatMap(({ items }) => items);
    const gaps = await mineGaps.gaps({ limit: READ, others }, asked);
    const section = (
      name: MineSectionName,
      { items, totals }: Found,
    ): MineSection => ({
      name,
      items: sortMine(items).slice(0, limit),
      total: Object.values(totals).reduce((sum, count) => sum + count, 0),
      totals,
    });
    const sections: MineSection[] = [
      section('decisions', decisions),
      {
        name: 'gaps',
        items: gaps.items.slice(0, limit),
        total: gaps.services,
        totals: gaps.services > 0 ? { gap: gaps.services } : {},
      },
      section('tests', tests.own),
      section('plans', plans.own),
      section('analyses', analyses),
      section('findings', findings.own),
      section('exemptions', exemptions.own),
    ];
    return {
      timeZone: policy.timeZone,
      services,
      sections,
      names: await readNames(database, sections),
    };
  }

  async #plans(asked: AskedForMine): Promise<{ decisions: Found; own: Found }> {
    const { planList, planChangeRequestService, planAccess, planWaiting } =
      this.#options;
    const waitsFor = (...waitingFor: PlanWaiting[]) =>
      planList.list(
        { waitingForMe: true, limit: READ },
        { ...asked, waitingFor },
      );
    const [toDecide, toHandle, requests, wrong, soon, caller] = await Promise.all([
      waitsFor('review', 'orphaned'),
      waitsFor('revise', 'read'),
      planChangeRequestService.list({ waitingForMe: true, limit: READ }, asked),
      planList.list(
        { mine: true, problem: ['stale', 'review-overdue'], limit: READ },
        asked,
      ),
      this.#plansDueSoon(asked),
      planAccess.of(asked.credentials, asked.known),
    ]);
    const rightSoon = soon.filter(({ problems }) =>
      problems.every(({ code }) => !['stale', 'review-overdue'].includes(code)),
    );
    const toReview = [...wrong.items, ...rightSoon.slice(0, READ)];
    const confirmable = await planWaiting.confirmableAmong(
      caller,
      toReview.map(({ id }) => id),
    );
    const ofWaiting = (plan: PlanSummary) =>
      mineItems.ofPlan(plan, stepFor[plan.waitingForMe!]);
    return {
      decisions: found('plan', toDecide, ofWaiting),
      own: together([
        found('plan', toHandle, ofWaiting),
        found('plan-request', requests, mineItems.ofRequest),
        {
          items: toReview.map(plan =>
            mineItems.ofPlanToReview(plan, {
              mayConfirm: confirmable.has(plan.id),
            }),
          ),
          totals: totalOf('plan', wrong.totalItems + rightSoon.length),
        },
      ]),
    };
  }

  /** In the order of their days; whoever has many at once is asked for further pages, so that their number is true. */
  async #plansDueSoon(asked: AskedForMine): Promise<PlanSummary[]> {
    const until = this.#ahead(this.#options.policy.dueSoon);
    const due: PlanSummary[] = [];
    let cursor: string | undefined;
    do {
      const { items, pageInfo } = await this.#options.planList.list(
        {
          mine: true,
          state: ['in-force'],
          sort: 'reviewDue',
          limit: READ,
          cursor,
        },
        asked,
      );
      const dueHere = items.filter(
        ({ reviewDueAt }) => reviewDueAt !== null && reviewDueAt < until,
      );
      due.push(...dueHere);
      cursor =
        dueHere.length === items.length ? pageInfo.nextCursor : undefined;
    } while (cursor !== undefined);
    return due;
  }

  /** Due tests that are no gap yet: late ones are listed with the gaps of their services. */
  async #tests(asked: AskedForMine): Promise<{ decisions: Found; own: Found }> {
    const { testList, dueTests } = this.#options;
    const now = this.#now();
    const waitsFor = (...waitingFor: TestWaiting[]) =>
      testList.list(
        { waitingForMe: true, limit: READ },
        { ...asked, waitingFor },
      );
    const [toReview, toHandle, coming, due] = await Promise.all([
      waitsFor('review'),
      waitsFor('hold', 'record'),
      testList.list(
        { mine: true, state: ['planned'], from: now, limit: READ },
        asked,
      ),
      dueTests.list({ mine: true, state: ['due-soon'], limit: READ }, asked),
    ]);
    const ofTest = (test: TestSummary) => mineItems.ofTest(test, now);
    const mayPlan = due.allowedActions.includes('test.create');
    const rest = coming.items.filter(({ waitingForMe }) => !waitingForMe);
    const listed = coming.items.length - rest.length;
    return {
      decisions: found('test', toReview, ofTest),
      own: together([
        found('test', toHandle, ofTest),
        found(
          'test',
          { items: rest, totalItems: coming.totalItems - listed },
          ofTest,
        ),
        found('due-test', due, each => mineItems.ofDueTest(each, { mayPlan })),
      ]),
    };
  }

  async #findings(
    asked: AskedForMine,
  ): Promise<{ decisions: Found; own: Found }> {
    const { findingList, policy } = this.#options;
    const of = (state: Parameters<FindingListService['list']>[0]['state']) =>
      findingList.list({ waitingForMe: true, state, limit: READ }, asked);
    const [resolved, open] = await Promise.all([
      of(['resolved']),
      of(['open', 'in-progress']),
    ]);
    const ofFinding = (each: FindingSummary) =>
      mineItems.ofFinding(each, policy.timeZone);
    return {
      decisions: found('finding', resolved, ofFinding),
      own: found('finding', open, ofFinding),
    };
  }

  /** Those that wait for the caller, and those that end soon and that nothing goes on from. */
  async #exemptions(
    asked: AskedForMine,
  ): Promise<{ decisions: Found; own: Found }> {
    const { exemptionList, exemptionStore, policy } = this.#options;
    const [waiting, ending] = await Promise.all([
      exemptionList.list(
        { waitingForMe: true, sort: 'end', limit: READ },
        asked,
      ),
      exemptionList.list(
        {
          mine: true,
          state: ['approved'],
          endingBefore: this.#ahead(exemptionPolicy(policy).remindBefore),
          sort: 'end',
          limit: READ,
        },
        asked,
      ),
    ]);
    const renewed = await exemptionStore.renewed(
      ending.items.map(({ id }) => id),
    );
    const open = ending.items.filter(({ id }) => !renewed.has(id));
    const gone = ending.items.length - open.length;
    return {
      decisions: found('exemption', waiting, each =>
        mineItems.ofExemption(each, 'decide-exemption'),
      ),
      own: found(
        'exemption',
        { items: open, totalItems: ending.totalItems - gone },
        each =>
          mineItems.ofExemption(
            each,
            each.allowedActions.includes('exemption.renew')
              ? 'renew-exemption'
              : 'open-exemption',
          ),
      ),
    };
  }

  async #changes(asked: AskedForMine): Promise<Found> {
    const { changeList } = this.#options;
    const waiting = await changeList.list(
      { waitingForMe: true, sort: 'start', limit: READ },
      asked,
    );
    const now = this.#now();
    return found('change', waiting, change => mineItems.ofChange(change, now));
  }

  #now(): string {
    return this.#options.clock().toISOString();
  }

  #ahead(cadence: string): string {
    return cadenceAfter(this.#now(), cadence, this.#options.policy.timeZone);
  }
}

function totalOf(kind: MineKind, total: number): Found['totals'] {
  return total > 0 ? { [kind]: total } : {};
}

/** A list of which a page was read. */
function found<T>(
  kind: MineKind,
  { items, totalItems }: { items: T[]; totalItems: number },
  itemOf: (each: T) => MineItem,
): Found {
  return { items: items.map(itemOf), totals: totalOf(kind, totalItems) };
}

/** What was read as a whole. */
function all(items: MineItem[]): Found {
  return together(
    items.map(item => ({ items: [item], totals: totalOf(item.kind, 1) })),
  );
}

function together(parts: Found[]): Found {
  const totals: Found['totals'] = {};
  for (const part of parts) {
    for (const [kind, count] of Object.entries(part.totals)) {
      const key = kind as MineKind;
      totals[key] = (totals[key] ?? 0) + count;
    }
  }
  return { items: parts.flatMap(({ items }) => items), totals };
}

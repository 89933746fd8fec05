import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  exemptionPolicy,
  sortMine,
  type ContinuityPolicy,
  type Mine,
  type MineItem,
  type MineQuery,
  type MineSection,
  type MineSectionName,
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

const DEFAULT_LIMIT = 20;
/** Of each list, so that the most urgent of the lists of a section are among them. */
const READ = 50;

interface Options {
  database: Knex;
  policy: ContinuityPolicy;
  engine: AssessmentEngine;
  access: CallerAccess;
  mineGaps: MineGapReader;
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

/** What of a section was read, and how many there are that were not. */
interface Found {
  items: MineItem[];
  more: number;
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
    const { access, mineGaps, engine, policy, database } = this.#options;
    await engine.settleDue();
    const known = await access.of(credentials);
    const asked = { credentials, known };
    const [services, plans, tests, findings, exemptions, changes] =
      await Promise.all([
        mineGaps.services(asked),
        this.#plans(asked),
        this.#tests(asked),
        this.#findings(asked),
        this.#exemptions(asked),
        this.#changes(asked),
      ]);
    const decisions = together([
      plans.decisions,
      tests.decisions,
      findings.decisions,
      exemptions.decisions,
      changes,
    ]);
    const others = [decisions, tests.own, plans.own, findings.own].flatMap(
      ({ items }) => items,
    );
    const gaps = await mineGaps.gaps({ limit: READ, others }, asked);
    const section = (
      name: MineSectionName,
      { items, more }: Found,
    ): MineSection => ({
      name,
      items: sortMine(items).slice(0, limit),
      total: items.length + more,
    });
    const sections: MineSection[] = [
      section('decisions', decisions),
      {
        name: 'gaps',
        items: gaps.items.slice(0, limit),
        total: gaps.services,
      },
      section('tests', tests.own),
      section('plans', plans.own),
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
    const [waiting, requests, wrong, inForce, caller] = await Promise.all([
      planList.list({ waitingForMe: true, limit: READ }, asked),
      planChangeRequestService.list({ waitingForMe: true, limit: READ }, asked),
      planList.list(
        { mine: true, problem: ['stale', 'review-overdue'], limit: READ },
        asked,
      ),
      planList.list(
        { mine: true, state: ['in-force'], sort: 'reviewDue', limit: READ },
        asked,
      ),
      planAccess.of(asked.credentials, asked.known),
    ]);
    const soon = this.#ahead(this.#options.policy.dueSoon);
    const dueSoon = inForce.items.filter(
      ({ reviewDueAt }) => reviewDueAt !== null && reviewDueAt < soon,
    );
    const toReview = new Map(
      [...wrong.items, ...dueSoon].map(plan => [plan.id, plan]),
    );
    const confirmable = await planWaiting.confirmableAmong(caller, [
      ...toReview.keys(),
    ]);
    const waitingFor = (reason: string) =>
      waiting.items.filter(({ waitingForMe }) => waitingForMe === reason);
    return {
      decisions: {
        items: waitingFor('review').map(plan =>
          mineItems.ofPlan(plan, 'approve-plan'),
        ),
        more: waiting.totalItems - waiting.items.length,
      },
      own: together([
        {
          items: [
            ...waitingFor('revise').map(plan =>
              mineItems.ofPlan(plan, 'revise-plan'),
            ),
            ...waitingFor('read').map(plan =>
              mineItems.ofPlan(plan, 'read-plan'),
            ),
          ],
          more: 0,
        },
        {
          items: requests.items.map(mineItems.ofRequest),
          more: requests.totalItems - requests.items.length,
        },
        {
          items: [...toReview.values()].map(plan =>
            mineItems.ofPlanToReview(plan, {
              mayConfirm: confirmable.has(plan.id),
            }),
          ),
          more: wrong.totalItems - wrong.items.length,
        },
      ]),
    };
  }

  /** Due tests that are no gap yet: late ones are listed with the gaps of their services. */
  async #tests(asked: AskedForMine): Promise<{ decisions: Found; own: Found }> {
    const { testList, dueTests } = this.#options;
    const now = this.#now();
    const [waiting, coming, due] = await Promise.all([
      testList.list({ waitingForMe: true, limit: READ }, asked),
      testList.list(
        { mine: true, state: ['planned'], from: now, limit: READ },
        asked,
      ),
      dueTests.list({ mine: true, state: ['due-soon'], limit: READ }, asked),
    ]);
    const ofTest = (test: (typeof waiting.items)[number]) =>
      mineItems.ofTest(test, now);
    const mayPlan = due.allowedActions.includes('test.create');
    const isReview = (test: (typeof waiting.items)[number]) =>
      test.waitingForMe === 'review';
    const rest = coming.items.filter(({ waitingForMe }) => !waitingForMe);
    return {
      decisions: {
        items: waiting.items.filter(isReview).map(ofTest),
        more: waiting.totalItems - waiting.items.length,
      },
      own: together([
        {
          items: [
            ...waiting.items.filter(test => !isReview(test)),
            ...rest,
          ].map(ofTest),
          more: coming.totalItems - coming.items.length,
        },
        {
          items: due.items.map(each => mineItems.ofDueTest(each, { mayPlan })),
          more: due.totalItems - due.items.length,
        },
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
    const found = ({ items, totalItems }: typeof open): Found => ({
      items: items.map(each => mineItems.ofFinding(each, policy.timeZone)),
      more: totalItems - items.length,
    });
    return { decisions: found(resolved), own: found(open) };
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
    return {
      decisions: {
        items: waiting.items.map(each =>
          mineItems.ofExemption(each, 'decide-exemption'),
        ),
        more: waiting.totalItems - waiting.items.length,
      },
      own: {
        items: ending.items
          .filter(({ id }) => !renewed.has(id))
          .map(each =>
            mineItems.ofExemption(
              each,
              each.allowedActions.includes('exemption.renew')
                ? 'renew-exemption'
                : 'open-exemption',
            ),
          ),
        more: ending.totalItems - ending.items.length,
      },
    };
  }

  async #changes(asked: AskedForMine): Promise<Found> {
    const { changeList } = this.#options;
    const { items, totalItems } = await changeList.list(
      { waitingForMe: true, sort: 'start', limit: READ },
      asked,
    );
    const now = this.#now();
    return {
      items: items.map(change => mineItems.ofChange(change, now)),
      more: totalItems - items.length,
    };
  }

  #now(): string {
    return this.#options.clock().toISOString();
  }

  #ahead(cadence: string): string {
    return cadenceAfter(this.#now(), cadence, this.#options.policy.timeZone);
  }
}

function together(found: Found[]): Found {
  return {
    items: found.flatMap(({ items }) => items),
    more: found.reduce((sum, { more }) => sum + more, 0),
  };
}

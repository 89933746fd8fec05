import type { PlanChangeRequest } from 'backstage-plugin-continuity-common';
import type { ChangeStore } from '../../change/ChangeStore';
import {
  PlanChangeRequests,
  type StoredPlanChangeRequest,
} from '../../change/PlanChangeRequests';
import type { Access } from '../../permissions/CallerAccess';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { collectEntityRefs } from '../../permissions/entityRefsIn';
import { hideEntities } from '../../permissions/hideEntities';
import { PlanAccess } from '../../permissions/PlanAccess';
import type { PlanStore } from '../../plan/PlanStore';

interface Options {
  changeStore: ChangeStore;
  planStore: PlanStore;
  planAccess: PlanAccess;
  hiddenEntities: HiddenEntities;
  planChangeRequests: PlanChangeRequests;
  clock: () => Date;
}

/** Describes what changes ask of plans, in a fixed number of statements. */
export class PlanChangeRequestReader {
  readonly #options: Options;

  static create(options: Options) {
    return new PlanChangeRequestReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** The open request of a plan that the caller has opened, if any. */
  async openOf(planId: string, access: Access): Promise<PlanChangeRequest[]> {
    return this.describe(
      await this.#options.planChangeRequests.openOf([planId]),
      access,
    );
  }

  /** In their order; those of plans of which the caller may see nothing are left out. */
  async describe(
    requests: StoredPlanChangeRequest[],
    access: Access,
  ): Promise<PlanChangeRequest[]> {
    if (requests.length === 0) return [];
    const { changeStore, planStore, planAccess, hiddenEntities } =
      this.#options;
    const planIds = [...new Set(requests.map(({ planId }) => planId))];
    const plans = await planStore.getMany(planIds);
    const scopes = await planStore.scopeOf(planIds);
    const hidden = await hiddenEntities.among(
      scopes.map(({ entityRef }) => entityRef),
      access.read,
    );
    const isSeen = (planId: string) => {
      const scope = scopes.filter(entry => entry.planId === planId);
      return (
        scope.length === 0 ||
        scope.some(({ entityRef }) => !hidden.has(entityRef))
      );
    };
    const changes = await changeStore.getMany([
      ...new Set(
        requests.flatMap(each => each.changes.map(one => one.changeId)),
      ),
    ]);
    const mayDecline = access.isUser
      ? await planAccess.allowedAmong(
          await planAccess.of(access.credentials, access),
          'approve',
          planIds,
        )
      : new Set<string>();
    const now = this.#options.clock().toISOString();
    const found = requests.flatMap((request): PlanChangeRequest[] => {
      const { state, planId, dueAt } = request;
      const plan = plans.get(planId);
      if (!plan || !isSeen(planId)) return [];
      const isOpen = state === 'open';
      // of an open one, what is still to be done
      const asking = request.changes.filter(
        each => !isOpen || each.settledByVersion === null,
      );
      const items = asking.flatMap(({ changeId, reasons }) => {
        const change = changes.get(changeId);
        return change
          ? [
              {
                changeId,
                externalId: change.externalId,
                title: change.title,
                state: change.state,
                implementedAt: change.implementedAt,
                reasons,
              },
            ]
          : [];
      });
      return [
        {
          id: request.id,
          planId,
          planTitle: plan.title,
          state,
          owner: plan.ownerRef,
          dueAt,
          late: isOpen && dueAt <= now,
          openedAt: request.openedAt,
          changes: items,
          makesStale:
            isOpen && items.some(item => item.state === 'implemented'),
          doneByVersion: request.doneByVersion,
          closedAt: request.closedAt,
          closedBy: request.closedBy,
          reason: request.reason,
          allowedActions:
            isOpen && mayDecline.has(planId) ? ['decline' as const] : [],
        },
      ];
    });
    return hideEntities(
      found,
      await hiddenEntities.among(collectEntityRefs(found), access.read),
    );
  }
}

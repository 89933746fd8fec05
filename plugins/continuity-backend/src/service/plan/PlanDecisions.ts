import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import type {
  PlanApproveRequest,
  PlanDetail,
} from 'backstage-plugin-continuity-common';
import { PlanApproval } from '../../assessment/PlanApproval';
import { PlanChangeRequests } from '../../change/PlanChangeRequests';
import { PlanAccess } from '../../permissions/PlanAccess';
import type { PlanStore } from '../../plan/PlanStore';
import { PlanWriter, scopeRefs } from '../../plan/PlanWriter';
import { PlanChecks } from './PlanChecks';
import { assertLiving, assertMay, nothingOpen, PlanDesk } from './PlanDesk';
import { PlanReader } from './PlanReader';
import { PlanSight } from './PlanSight';

interface Options {
  planStore: PlanStore;
  planAccess: PlanAccess;
  planSight: PlanSight;
  planReader: PlanReader;
  planWriter: PlanWriter;
  planApproval: PlanApproval;
  planChangeRequests: PlanChangeRequests;
  planChecks: PlanChecks;
  planDesk: PlanDesk;
}

type Asked = { credentials: BackstageCredentials };

/** Lets people decide about what others wrote: return it, approve it, put a plan out of force. */
export class PlanDecisions {
  readonly #options: Options;

  static create(options: Options) {
    return new PlanDecisions(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async returnToDraft(
    planId: string,
    { reason, credentials }: Asked & { reason: string },
  ): Promise<PlanDetail> {
    const { planAccess, planSight, planStore, planWriter, planReader } =
      this.#options;
    const caller = await planAccess.of(credentials);
    const { approve, update } = caller.decisions;
    if (approve.result === 'DENY' && update.result === 'DENY') {
      planAccess.assertNotDenied(caller, 'approve');
    }
    await planSight.open(planId, caller);
    const rights = await planAccess.rightsFor(caller, planId);
    const by = caller.access.subject;
    if (!rights.has('approve') && !rights.has('update')) {
      await planAccess.assertAllowed(caller, 'approve', planId);
    }
    await planWriter.change(planId, by, async ({ trx, plan, at }) => {
      assertLiving(plan);
      const open = await this.#options.planDesk.openVersion(trx, plan);
      if (!open) throw nothingOpen();
      if (!rights.has('approve') && !open.editedBy.includes(by)) {
        throw new NotAllowedError(
          'Only who may approve this version, or who wrote it, can return it.',
        );
      }
      const to = assertMay('return', open, { by });
      await planStore.saveVersion(trx, planId, {
        ...open,
        state: to,
        returnedAt: at,
        returnedBy: by,
        returnReason: reason,
      });
      return {
        plan: { ...plan, openState: 'draft' },
        record: {
          action: 'returned',
          reason,
          before: { version: open.version, state: 'in-review' },
          after: { version: open.version, state: 'draft' },
        },
        dirty: [],
      };
    });
    return planReader.detail(planId, caller);
  }

  async approve(
    planId: string,
    request: PlanApproveRequest & Asked,
  ): Promise<PlanDetail> {
    const { planApproval, planChecks, planWriter, planReader } = this.#options;
    const { caller } = await this.#options.planDesk.open(
      planId,
      'approve',
      request.credentials,
    );
    const onBehalfOf = request.onBehalfOf
      ? await planChecks.party(request.onBehalfOf, {
          path: 'onBehalfOf',
          caller,
        })
      : null;
    const by = caller.access.subject;
    await planWriter.change(planId, by, async ({ trx, plan, at }) => {
      assertLiving(plan);
      const open = await this.#options.planDesk.openVersion(trx, plan);
      if (!open) throw nothingOpen();
      assertMay('approve', open, { by, onBehalfOf });
      if (
        open.version !== request.version ||
        plan.revision !== request.revision
      ) {
        throw new ConflictError(
          'This plan changed after you opened it. Read it again before you approve it.',
        );
      }
      await this.#options.planDesk.assertSeesAll([open], caller);
      const { plan: approved, dirty } = await planApproval.putIntoForce(
        trx,
        plan,
        { version: open, by, onBehalfOf, at },
      );
      return {
        plan: approved,
        record: {
          action: 'approved',
          ...(request.note && { reason: request.note }),
          before:
            plan.inForceVersion === null
              ? null
              : { version: plan.inForceVersion },
          after: {
            version: open.version,
            state: 'approved',
            sha256: open.sha256,
            changeReference: open.changeReference,
            ...(onBehalfOf && { onBehalfOf }),
          },
        },
        dirty,
      };
    });
    return planReader.detail(planId, caller);
  }

  async archive(
    planId: string,
    { reason, credentials }: Asked & { reason: string },
  ): Promise<PlanDetail> {
    const { planStore, planWriter, planReader } = this.#options;
    const { caller } = await this.#options.planDesk.open(
      planId,
      'archive',
      credentials,
    );
    const by = caller.access.subject;
    await planWriter.change(planId, by, async ({ trx, plan, at }) => {
      assertLiving(plan);
      const dirty: string[] = [];
      for (const number of [plan.inForceVersion, plan.openVersion]) {
        const version =
          number === null
            ? undefined
            : await planStore.version(planId, number, trx);
        if (!version) continue;
        await planStore.saveVersion(trx, planId, {
          ...version,
          state: 'archived',
        });
        await planStore.indexVersion(trx, planId, version, 'past');
        dirty.push(...scopeRefs(version.contents));
      }
      await planStore.namePeople(trx, planId, []);
      await this.#options.planChangeRequests.dismiss(
        trx,
        { planId, state: 'withdrawn' },
        { by, at, reason: 'The plan was archived.' },
      );
      return {
        plan: {
          ...plan,
          openVersion: null,
          openState: null,
          archivedAt: at,
          archivedBy: by,
          archivedReason: reason,
        },
        record: {
          action: 'archived',
          reason,
          before: { inForce: plan.inForceVersion, open: plan.openVersion },
          after: null,
        },
        dirty,
      };
    });
    return planReader.detail(planId, caller);
  }
}

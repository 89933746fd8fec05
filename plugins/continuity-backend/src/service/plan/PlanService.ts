import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  beginPlanContents,
  planShortcomings,
  textLanguage,
  type PlanContents,
  type PlanDetail,
  type PlanSubmitRequest,
  type PlanVersion,
  type planCloneRequestSchema,
  type planCreateRequestSchema,
  type planDraftRequestSchema,
} from 'backstage-plugin-continuity-common';
import type { z } from 'zod';
import { PlanConflictError } from '../../contract/PlanConflictError';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { PlanAccess, PlanCaller } from '../../permissions/PlanAccess';
import { PlanChecks } from './PlanChecks';
import { assertLiving, assertMay, nothingOpen, PlanDesk } from './PlanDesk';
import { PlanReader } from './PlanReader';
import { PlanSight } from './PlanSight';
import type { PlanStore, StoredPlan } from '../../plan/PlanStore';
import {
  formOf,
  hashOf,
  newVersion,
  PlanWriter,
  scopeRefs,
} from '../../plan/PlanWriter';

interface Options {
  planStore: PlanStore;
  planAccess: PlanAccess;
  planSight: PlanSight;
  planReader: PlanReader;
  planWriter: PlanWriter;
  planChecks: PlanChecks;
  planDesk: PlanDesk;
}

type Asked = { credentials: BackstageCredentials };

/** Lets people write plans, hand them in, approve, return and archive them. */
export class PlanService {
  readonly #options: Options;

  static create(options: Options) {
    return new PlanService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async get(planId: string, { credentials }: Asked): Promise<PlanDetail> {
    const caller = await this.#options.planAccess.of(credentials);
    return this.#options.planReader.detail(planId, caller);
  }

  async create(
    request: z.output<typeof planCreateRequestSchema>,
    { credentials }: Asked,
  ): Promise<PlanDetail> {
    const { kind, title, scope = [] } = request;
    const caller = await this.#options.planAccess.of(credentials);
    const begun =
      request.contents ??
      beginPlanContents(kind, title, textLanguage(request.language));
    const named = new Set(scope.map(entry => entry.entityRef));
    const contents: PlanContents = {
      ...begun,
      title,
      scope: [
        ...begun.scope.filter(entry => !named.has(entry.entityRef)),
        ...scope,
      ],
    };
    return this.#begin(caller, {
      kind,
      owner: request.owner,
      contents,
      action: 'created',
    });
  }

  async clone(
    planId: string,
    request: z.output<typeof planCloneRequestSchema>,
    { credentials }: Asked,
  ): Promise<PlanDetail> {
    const { planAccess, planSight, planStore } = this.#options;
    const caller = await planAccess.of(credentials);
    const { plan } = await planSight.open(planId, caller);
    const shown = plan.inForceVersion ?? plan.openVersion ?? plan.lastVersion;
    const version = await planStore.version(planId, shown);
    await this.#options.planDesk.assertSeesAll([version], caller);
    return this.#begin(caller, {
      kind: plan.kind,
      owner: request.owner,
      contents: {
        ...version!.contents,
        title: request.title,
        scope: request.scope ?? version!.contents.scope,
        changeReference: '',
      },
      action: 'cloned',
      from: { planId, version: shown },
    });
  }

  async saveDraft(
    planId: string,
    request: z.output<typeof planDraftRequestSchema> & { revision: number },
    { credentials }: Asked,
  ): Promise<PlanDetail> {
    const { planChecks, planStore, planWriter, planReader } = this.#options;
    const caller = await this.#options.planDesk.open(
      planId,
      'update',
      credentials,
    );
    const { plan: seen } = caller;
    const before = await planStore.version(
      planId,
      seen.openVersion ?? seen.inForceVersion ?? seen.lastVersion,
    );
    await this.#options.planDesk.assertSeesAll([before], caller.caller);
    const { contents } = request;
    await planChecks.contents(contents, {
      before: before?.contents ?? null,
      caller: caller.caller,
    });
    const owner =
      request.owner === undefined
        ? undefined
        : await planChecks.party(request.owner, {
            path: 'owner',
            caller: caller.caller,
          });
    const by = caller.caller.access.subject;
    await planWriter.change(planId, by, async ({ trx, plan, at }) => {
      assertLiving(plan);
      const open = await this.#options.planDesk.openVersion(trx, plan);
      if (open) assertMay('edit', open, { by });
      if (plan.revision !== request.revision) {
        throw new PlanConflictError({
          revision: plan.revision,
          updatedBy: plan.updatedBy,
          updatedAt: plan.updatedAt,
          contents: open?.contents ?? before?.contents ?? null,
          allowedActions: ['plan.update'],
        });
      }
      const ownerRef = owner ?? plan.ownerRef;
      const sha256 = hashOf(contents);
      const isSame = (open ?? before)?.sha256 === sha256;
      if (isSame && ownerRef === plan.ownerRef) return null;
      const changed = { ...plan, ownerRef };
      if (isSame) return { plan: changed, ...ownerMoved(plan, ownerRef) };
      const version: PlanVersion = open
        ? {
            ...open,
            contents,
            title: contents.title,
            sha256,
            editedBy: [...new Set([...open.editedBy, by])],
            updatedAt: at,
            updatedBy: by,
            changeReference: contents.changeReference,
          }
        : newVersion({ version: plan.lastVersion + 1, contents, by, at });
      if (open) await planStore.saveVersion(trx, planId, version);
      else await planStore.insertVersion(trx, planId, version);
      await planStore.indexVersion(trx, planId, version, 'open');
      const isMoved =
        !open ||
        scopeRefs(open.contents).sort().join() !==
          scopeRefs(contents).sort().join();
      return {
        plan: {
          ...changed,
          openVersion: version.version,
          openState: 'draft',
          lastVersion: Math.max(plan.lastVersion, version.version),
          ...(plan.inForceVersion === null && {
            title: contents.title,
            form: formOf(contents, version.source),
          }),
        },
        record: open
          ? ownerMoved(plan, ownerRef).record
          : {
              action: 'version-begun',
              before: null,
              after: { version: version.version, title: contents.title },
            },
        dirty: isMoved
          ? [...(open ? scopeRefs(open.contents) : []), ...scopeRefs(contents)]
          : [],
      };
    });
    return planReader.detail(planId, caller.caller);
  }

  async discard(
    planId: string,
    { reason, credentials }: Asked & { reason: string },
  ): Promise<PlanDetail> {
    const { planStore, planWriter, planReader } = this.#options;
    const { caller } = await this.#options.planDesk.open(
      planId,
      'update',
      credentials,
    );
    await planWriter.change(
      planId,
      caller.access.subject,
      async ({ trx, plan }) => {
        assertLiving(plan);
        const open = await this.#options.planDesk.openVersion(trx, plan);
        if (!open) throw nothingOpen();
        assertMay('edit', open, { by: caller.access.subject });
        if (plan.inForceVersion === null) {
          throw new ConflictError(
            'This plan has no other version. Archive the plan instead of throwing its only draft away.',
          );
        }
        await planStore.deleteDraft(trx, planId, open.version);
        return {
          plan: {
            ...plan,
            openVersion: null,
            openState: null,
            lastVersion: open.version - 1,
          },
          record: {
            action: 'draft-discarded',
            reason,
            before: { version: open.version, sha256: open.sha256 },
            after: null,
          },
          dirty: scopeRefs(open.contents),
        };
      },
    );
    return planReader.detail(planId, caller);
  }

  async submit(
    planId: string,
    { reviewer, note, credentials }: PlanSubmitRequest & Asked,
  ): Promise<PlanDetail> {
    const { planChecks, planStore, planWriter, planReader } = this.#options;
    const { caller } = await this.#options.planDesk.open(
      planId,
      'update',
      credentials,
    );
    const asked = reviewer
      ? await planChecks.party(reviewer, { path: 'reviewer', caller })
      : null;
    const by = caller.access.subject;
    await planWriter.change(planId, by, async ({ trx, plan, at }) => {
      assertLiving(plan);
      const open = await this.#options.planDesk.openVersion(trx, plan);
      if (!open) throw nothingOpen();
      const to = assertMay('submit', open, { by });
      await this.#options.planDesk.assertSeesAll([open], caller);
      if (asked && open.editedBy.includes(asked)) {
        throw new WrongFieldsError([
          {
            path: 'reviewer',
            message: `${asked} edited this version and can’t approve it. Ask somebody else.`,
          },
        ]);
      }
      const shortcomings = planShortcomings(plan.kind, open.contents, {
        isFirst: plan.inForceVersion === null,
      });
      if (shortcomings.length > 0) {
        throw new WrongFieldsError(
          shortcomings.map(({ content, message }) => ({
            path: `contents.${content}`,
            message,
          })),
        );
      }
      await planStore.saveVersion(trx, planId, {
        ...open,
        state: to,
        submittedAt: at,
        submittedBy: by,
        reviewer: asked,
      });
      return {
        plan: { ...plan, openState: 'in-review' },
        record: {
          action: 'submitted',
          ...(note && { reason: note }),
          before: { version: open.version, state: 'draft' },
          after: {
            version: open.version,
            state: 'in-review',
            sha256: open.sha256,
            ...(asked && { reviewer: asked }),
          },
        },
        dirty: [],
      };
    });
    return planReader.detail(planId, caller);
  }

  async #begin(
    caller: PlanCaller,
    options: {
      kind: StoredPlan['kind'];
      owner: string | undefined;
      contents: PlanContents;
      action: string;
      from?: { planId: string; version: number };
    },
  ): Promise<PlanDetail> {
    const { planChecks, planWriter, planReader } = this.#options;
    const { kind, owner, contents, action, from } = options;
    if (owner === undefined && !caller.access.isUser) {
      throw new WrongFieldsError([
        { path: 'owner', message: 'Name a user or group that owns the plan.' },
      ]);
    }
    const ownerRef =
      owner === undefined
        ? caller.access.subject
        : await planChecks.party(owner, { path: 'owner', caller });
    await planChecks.contents(contents, { before: null, caller });
    const id = await planWriter.begin({
      plan: { kind, ownerRef },
      contents,
      by: caller.access.subject,
      record: {
        action,
        after: { title: contents.title, kind, owner: ownerRef, ...from },
      },
    });
    return planReader.detail(id, caller);
  }
}

function ownerMoved(plan: StoredPlan, ownerRef: string) {
  return {
    record:
      ownerRef === plan.ownerRef
        ? null
        : {
            action: 'owner-changed',
            before: { owner: plan.ownerRef },
            after: { owner: ownerRef },
          },
    dirty: [],
  };
}

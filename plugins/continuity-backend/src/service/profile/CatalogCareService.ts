import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  continuityAuditReadPermission,
  continuityCatalogManagePermission,
  type CarryOver,
  type CarryOverDecision,
  type CarryOverList,
  type SweepStatus,
} from 'backstage-plugin-continuity-common';
import type { CarryOverService } from '../../catalog/CarryOverService';
import type { CarryOverStore } from '../../catalog/CarryOverStore';
import type { CatalogSweep } from '../../catalog/CatalogSweep';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { collectEntityRefs } from '../../permissions/entityRefsIn';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { hideEntities } from '../../permissions/hideEntities';
import { SweepStatusReader } from './SweepStatusReader';

/** Id of the scheduled sweep. */
export const SWEEP_TASK = 'continuity-sweep';

interface Options {
  permissions: PermissionsService;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
  scheduler: SchedulerService;
  sweep: CatalogSweep;
  status: SweepStatusReader;
  carryOvers: CarryOverStore;
  carryOverService: CarryOverService;
}

/** What people see and decide about how the catalog is read. */
export class CatalogCareService {
  readonly #options: Options;

  static create(options: Options) {
    return new CatalogCareService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async sweepStatus({
    credentials,
  }: {
    credentials: BackstageCredentials;
  }): Promise<SweepStatus> {
    const { permissions, status } = this.#options;
    const [audit, manage] = await permissions.authorize(
      [
        { permission: continuityAuditReadPermission },
        { permission: continuityCatalogManagePermission },
      ],
      { credentials },
    );
    return status.status({
      withDetails: audit.result === AuthorizeResult.ALLOW,
      mayManageCatalog: manage.result === AuthorizeResult.ALLOW,
    });
  }

  async runSweep(options: {
    credentials: BackstageCredentials;
  }): Promise<SweepStatus> {
    await this.#trigger();
    return this.sweepStatus(options);
  }

  async releaseSweep(options: {
    credentials: BackstageCredentials<BackstageUserPrincipal>;
  }): Promise<SweepStatus> {
    await this.#options.sweep.requestRelease({
      by: options.credentials.principal.userEntityRef,
    });
    await this.#trigger();
    return this.sweepStatus(options);
  }

  async listCarryOvers({
    credentials,
  }: {
    credentials: BackstageCredentials;
  }): Promise<CarryOverList> {
    const { carryOvers, visibility, hiddenEntities } = this.#options;
    const open = await carryOvers.list({ state: 'open' });
    const hidden = await hiddenEntities.among(
      collectEntityRefs(open),
      await visibility.decide(credentials),
    );
    const items = open.filter(({ toRef }) => !hidden.has(toRef));
    return { items: hideEntities(items, hidden), totalItems: items.length };
  }

  async decideCarryOver(
    id: string,
    decision: CarryOverDecision,
    options: { credentials: BackstageCredentials<BackstageUserPrincipal> },
  ): Promise<CarryOver> {
    const visible = await this.listCarryOvers(options);
    if (!visible.items.some(item => item.id === id)) {
      throw new NotFoundError(
        'There is no such open decision. Somebody else may have decided it.',
      );
    }
    return this.#options.carryOverService.decide({
      id,
      ...decision,
      by: options.credentials.principal.userEntityRef,
    });
  }

  /** A sweep that is running already serves as well. */
  async #trigger(): Promise<void> {
    try {
      await this.#options.scheduler.triggerTask(SWEEP_TASK);
    } catch (error) {
      if (!isError(error) || error.name !== 'ConflictError') throw error;
    }
  }
}

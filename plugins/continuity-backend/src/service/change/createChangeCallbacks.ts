import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ChangeIntegrations,
  ContinuityOperations,
} from 'backstage-plugin-continuity-common';
import { CallbackStore } from '../../change/CallbackStore';
import { MachineScopes } from '../../change/MachineScopes';
import { ChangeCallbackService } from './ChangeCallbackService';
import type { Stores } from '../createStores';

/** Makes what posts outcomes back to ITSM tools. */
export function createChangeCallbacks(options: {
  operations: ContinuityOperations;
  stores: Stores;
  logger: LoggerService;
  clock: () => Date;
}): ChangeCallbackService {
  const { operations, stores, logger, clock } = options;
  const { database, changeStore } = stores;
  return ChangeCallbackService.create({
    integrations: operations.changes,
    callbackStore: CallbackStore.create({ database }),
    changeStore,
    machineScopes: MachineScopes.create({
      database,
      machines: machinesOf(operations),
    }),
    logger,
    clock,
  });
}

/** What answers may name, by subject; the tools behind webhooks are machines, too. */
export function machinesOf({
  changes: { machines, webhooks },
}: ContinuityOperations): ChangeIntegrations['machines'] {
  return [
    ...machines,
    ...webhooks.map(({ source, scope }) => ({
      subject: `webhook:${source}`,
      scope,
    })),
  ];
}

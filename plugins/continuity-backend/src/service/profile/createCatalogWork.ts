import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  ContinuityOperations,
  ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import { CarryOverService } from '../../catalog/CarryOverService';
import { CatalogRefresh } from '../../catalog/CatalogRefresh';
import { CatalogSweep } from '../../catalog/CatalogSweep';
import { changeRecordRef } from '../../change/ChangeWriter';
import { ExemptionRenames } from '../../exemption/ExemptionRenames';
import { PlanRenames } from '../../plan/PlanRenames';
import { CombinedArchive } from '../../record/CombinedArchive';
import { ListedEntityRenames } from '../../record/ListedEntityRenames';
import { SeedCatalog } from '../../seed/SeedCatalog';
import type { SeedHistory } from '../../seed/SeedHistory';
import { findingRecordRef } from '../../testing/finding/FindingWriter';
import { TestRenames } from '../../testing/TestRenames';
import type { Stores } from '../createStores';

/** Makes what reads the catalog, and what people decide about it. */
export function createCatalogWork(options: {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  policy: ContinuityPolicy;
  operations: ContinuityOperations;
  stores: Stores;
  clock: () => Date;
  history?: SeedHistory;
}) {
  const { operations, stores, history, ...rest } = options;
  const seedCatalog =
    history &&
    SeedCatalog.create({ ...rest, history, file: operations.seed!.file });
  const shared = {
    ...rest,
    ...stores,
    catalog: seedCatalog ?? rest.catalog,
    profiles: CombinedArchive.of(
      stores.profiles,
      stores.classifications,
      stores.analyses,
      PlanRenames.create(stores),
      ListedEntityRenames.create({
        ...stores,
        table: 'finding_entities',
        idColumn: 'finding_id',
        type: 'finding',
        recordRef: findingRecordRef,
      }),
      TestRenames.create(stores),
      ExemptionRenames.create(),
      ListedEntityRenames.create({
        ...stores,
        table: 'change_entities',
        idColumn: 'change_id',
        type: 'change',
        recordRef: changeRecordRef,
      }),
    ),
  };
  return {
    seedCatalog,
    refresh: CatalogRefresh.create(shared),
    sweep: CatalogSweep.create({
      ...shared,
      pageSize: operations.sweep.batchSize,
    }),
    carryOverService: CarryOverService.create({
      ...shared,
      store: stores.carryOvers,
    }),
  };
}

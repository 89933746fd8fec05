import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import type { CatalogRefresh } from '../../catalog/CatalogRefresh';
import { LossFilterReader } from '../../dependency/LossFilterReader';
import { CallerAccess } from '../../permissions/CallerAccess';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { ClassificationService } from './ClassificationService';
import { DependencyListFilter } from './DependencyListFilter';
import { DependencyNodes } from './DependencyNodes';
import { DependencyOverviewService } from './DependencyOverviewService';
import { DependencySight } from './DependencySight';
import { EntityContinuityService } from '../profile/EntityContinuityService';
import { EntityDependenciesService } from './EntityDependenciesService';
import { LossScope } from './LossScope';
import { OwnDependencyFacts } from './OwnDependencyFacts';
import { RunSheetService } from './RunSheetService';
import { Stores } from '../createStores';
import { SweepStatusReader } from '../profile/SweepStatusReader';
import { WhatIfService } from './WhatIfService';

/** Puts together what answers the calls about dependencies. */
export function createDependencyServices(options: {
  stores: Stores;
  policy: ContinuityPolicy;
  access: CallerAccess;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
  entities: EntityContinuityService;
  refresh: CatalogRefresh;
  sweep: SweepStatusReader;
  clock: () => Date;
}) {
  const { stores, ...rest } = options;
  const shared = {
    ...stores,
    ...rest,
    plans: stores.planCoverage,
    sight: DependencySight.create(rest),
    nodes: DependencyNodes.create({ ...stores, ...rest }),
  };
  const scope = LossScope.create({
    ...shared,
    filters: LossFilterReader.create(stores),
  });
  return {
    dependencies: EntityDependenciesService.create({
      ...shared,
      own: OwnDependencyFacts.create(shared),
    }),
    whatIf: WhatIfService.create({ ...shared, scope }),
    runSheets: RunSheetService.create({ ...shared, scope }),
    overview: DependencyOverviewService.create({
      ...shared,
      filter: DependencyListFilter.create(shared),
    }),
    classifications: ClassificationService.create(shared),
  };
}

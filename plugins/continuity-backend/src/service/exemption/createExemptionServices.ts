import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import { ExemptionQueries } from '../../exemption/ExemptionQueries';
import { CallerAccess } from '../../permissions/CallerAccess';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import type { Stores } from '../createStores';
import { EntityContinuityService } from '../profile/EntityContinuityService';
import { EntityBatch } from '../profile/EntityBatch';
import { ExemptionAsks } from './ExemptionAsks';
import { ExemptionImporter } from './ExemptionImporter';
import { ExemptionListService } from './ExemptionListService';
import { ExemptionService } from './ExemptionService';
import { ExemptionSummaries } from './ExemptionSummaries';

/** Puts together what answers the calls about exemptions. */
export function createExemptionServices(options: {
  stores: Stores;
  policy: ContinuityPolicy;
  access: CallerAccess;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
  entities: EntityContinuityService;
  batch: EntityBatch;
  exemptionSummaries: ExemptionSummaries;
  clock: () => Date;
}) {
  const shared = {
    ...options,
    ...options.stores,
    exemptionAsks: ExemptionAsks.create({ ...options, ...options.stores }),
    exemptionQueries: ExemptionQueries.create(options.stores),
  };
  return {
    exemptions: ExemptionService.create(shared),
    exemptionImporter: ExemptionImporter.create(shared),
    exemptionList: ExemptionListService.create(shared),
  };
}

import type { Knex } from 'knex';
import { CatalogVisibility } from '../permissions/CatalogVisibility';
import { HiddenEntities } from '../permissions/HiddenEntities';
import { RecordChain } from '../record/RecordChain';
import { RecordIntegrityService } from './RecordIntegrityService';

/** Puts together what answers the calls about the history as a whole. */
export function createRecordServices(options: {
  stores: { database: Knex };
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
  clock: () => Date;
}) {
  const { stores, visibility, hiddenEntities, clock } = options;
  const { database } = stores;
  return {
    recordIntegrity: RecordIntegrityService.create({
      recordChain: RecordChain.create({ database, clock }),
      visibility,
      hiddenEntities,
    }),
  };
}

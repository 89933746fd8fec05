import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { continuityPermissions } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { ContinuityChangeResources } from './resources/ContinuityChangeResources';
import { continuityChangeResourceRef } from './resources/continuityChangeResourceRef';
import { ContinuityEntityResources } from './resources/ContinuityEntityResources';
import { continuityEntityResourceRef } from './resources/continuityEntityResourceRef';
import { ContinuityFindingResources } from './resources/ContinuityFindingResources';
import { continuityFindingResourceRef } from './resources/continuityFindingResourceRef';
import { ContinuityPlanResources } from './resources/ContinuityPlanResources';
import { continuityPlanResourceRef } from './resources/continuityPlanResourceRef';
import { ContinuityTestResources } from './resources/ContinuityTestResources';
import { continuityTestResourceRef } from './resources/continuityTestResourceRef';
import {
  continuityChangeRules,
  continuityFindingRules,
  continuityPlanRules,
  continuityRules,
  continuityTestRules,
} from './rules';

/** Tells the permission system which permissions and rules there are, and lets it ask about entities. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  stores: { database: Knex };
}): ContinuityEntityResources {
  const { permissionsRegistry, stores } = options;
  const resources = ContinuityEntityResources.create(stores);
  permissionsRegistry.addPermissions([...continuityPermissions]);
  permissionsRegistry.addResourceType({
    resourceRef: continuityEntityResourceRef,
    rules: Object.values(continuityRules),
    getResources: refs => resources.load(refs),
  });
  const plans = ContinuityPlanResources.create({
    ...stores,
    entities: resources,
  });
  permissionsRegistry.addResourceType({
    resourceRef: continuityPlanResourceRef,
    rules: Object.values(continuityPlanRules),
    getResources: ids => plans.load(ids),
  });
  const tests = ContinuityTestResources.create({
    ...stores,
    entities: resources,
  });
  permissionsRegistry.addResourceType({
    resourceRef: continuityTestResourceRef,
    rules: Object.values(continuityTestRules),
    getResources: ids => tests.load(ids),
  });
  const findings = ContinuityFindingResources.create({
    ...stores,
    entities: resources,
  });
  permissionsRegistry.addResourceType({
    resourceRef: continuityFindingResourceRef,
    rules: Object.values(continuityFindingRules),
    getResources: ids => findings.load(ids),
  });
  const changes = ContinuityChangeResources.create({
    ...stores,
    entities: resources,
  });
  permissionsRegistry.addResourceType({
    resourceRef: continuityChangeResourceRef,
    rules: Object.values(continuityChangeRules),
    getResources: ids => changes.load(ids),
  });
  return resources;
}

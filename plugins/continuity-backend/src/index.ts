/**
 * The backend of Continuity for Backstage.
 *
 * @packageDocumentation
 */
export { continuityPlugin as default } from './plugin';
export {
  continuityConditions,
  createContinuityConditionalDecision,
} from './permissions/continuityConditions';
export type {
  ContinuityEntityFilter,
  ContinuityEntityResource,
} from './permissions/continuityEntityResourceRef';
export {
  continuityChangeConditions,
  createContinuityChangeConditionalDecision,
} from './permissions/continuityChangeConditions';
export type {
  ContinuityChangeFilter,
  ContinuityChangeResource,
} from './permissions/continuityChangeResourceRef';
export {
  continuityFindingConditions,
  createContinuityFindingConditionalDecision,
} from './permissions/continuityFindingConditions';
export type {
  ContinuityFindingFilter,
  ContinuityFindingResource,
} from './permissions/continuityFindingResourceRef';
export {
  continuityPlanConditions,
  createContinuityPlanConditionalDecision,
} from './permissions/continuityPlanConditions';
export type {
  ContinuityPlanFilter,
  ContinuityPlanResource,
} from './permissions/continuityPlanResourceRef';
export {
  continuityTestConditions,
  createContinuityTestConditionalDecision,
} from './permissions/continuityTestConditions';
export type {
  ContinuityTestFilter,
  ContinuityTestResource,
} from './permissions/continuityTestResourceRef';

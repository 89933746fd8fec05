/**
 * The backend of Continuity for Backstage.
 *
 * @packageDocumentation
 */
export { continuityPlugin as default } from './plugin';
export {
  continuityConditions,
  createContinuityConditionalDecision,
} from './permissions/resources/continuityConditions';
export type {
  ContinuityEntityFilter,
  ContinuityEntityResource,
} from './permissions/resources/continuityEntityResourceRef';
export {
  continuityChangeConditions,
  createContinuityChangeConditionalDecision,
} from './permissions/resources/continuityChangeConditions';
export type {
  ContinuityChangeFilter,
  ContinuityChangeResource,
} from './permissions/resources/continuityChangeResourceRef';
export {
  continuityFindingConditions,
  createContinuityFindingConditionalDecision,
} from './permissions/resources/continuityFindingConditions';
export type {
  ContinuityFindingFilter,
  ContinuityFindingResource,
} from './permissions/resources/continuityFindingResourceRef';
export {
  continuityPlanConditions,
  createContinuityPlanConditionalDecision,
} from './permissions/resources/continuityPlanConditions';
export type {
  ContinuityPlanFilter,
  ContinuityPlanResource,
} from './permissions/resources/continuityPlanResourceRef';
export {
  continuityTestConditions,
  createContinuityTestConditionalDecision,
} from './permissions/resources/continuityTestConditions';
export type {
  ContinuityTestFilter,
  ContinuityTestResource,
} from './permissions/resources/continuityTestResourceRef';

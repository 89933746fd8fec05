/**
 * What other backend plugins need to work with Continuity for Backstage.
 *
 * @packageDocumentation
 */
export { continuityServiceRef } from './continuityServiceRef';
export type { ContinuityService } from './ContinuityService';
export {
  withContinuityLabels,
  type ContinuityDocumentFields,
} from './withContinuityLabels';

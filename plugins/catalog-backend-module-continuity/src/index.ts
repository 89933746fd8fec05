/**
 * Shows continuity tier, status and last test as labels on catalog entities.
 *
 * @packageDocumentation
 */
export { catalogModuleContinuity as default } from './module';

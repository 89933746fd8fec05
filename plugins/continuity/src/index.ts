/**
 * IT service continuity in Backstage: what each service must recover, how fast, by whom, and what proves it.
 *
 * @packageDocumentation
 */
export {
  ContinuityPage,
  EntityContinuityCard,
  EntityContinuityContent,
  HomePageMyContinuity,
  continuityPlugin,
  isContinuityAvailable,
} from './plugin';
export { rootRouteRef } from './routes';
export * from './api';
export * from './catalogTable';

export { continuityColumns, type EntityRow } from './continuityColumns';
export type { ContinuityEntityFilters } from './continuityEntityFilters';
export { ContinuityStatusFilter } from './ContinuityStatusFilter';
export { ContinuityStatusPicker } from './ContinuityStatusPicker';
export { ContinuityTierFilter } from './ContinuityTierFilter';
export { ContinuityTierPicker } from './ContinuityTierPicker';
export { withContinuityColumns } from './withContinuityColumns';

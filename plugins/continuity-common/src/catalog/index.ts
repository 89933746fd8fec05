export * from './entityFacts';
export * from './apiFacts';
export * from './inScope';
export * from './projectEntity';
export * from './catalogFieldsNeeded';
export type { ProjectionPolicy } from './policyKeys';
export * from './keepsMark';
export * from './entityFileLinks';
export * from './unkeptFields';

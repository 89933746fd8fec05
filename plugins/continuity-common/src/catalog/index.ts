export * from './entityFacts';
export * from '../terms/normaliseRef';
export * from './inScope';
export * from './projectEntity';
export * from './catalogFieldsNeeded';
export * from './entityFileLinks';

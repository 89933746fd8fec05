export * from './entityFacts';
export * from './inScope';
export * from './projectEntity';
export * from './catalogFieldsNeeded';
export * from './entityFileLinks';

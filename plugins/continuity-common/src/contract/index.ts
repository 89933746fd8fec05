export * from './entityContinuity';
export * from './requests';

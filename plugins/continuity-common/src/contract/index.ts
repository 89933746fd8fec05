export * from './entityContinuity';
export * from './requests';
export * from './ContinuityApi';
export * from './ContinuityClient';
export * from './profileConflict';
export * from './fieldIssues';

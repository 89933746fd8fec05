export * from './gapCode';
export * from './gap';
export * from './status';
export * from './assessment';
export * from './labels';

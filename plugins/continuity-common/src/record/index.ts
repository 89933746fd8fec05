export * from './recordEntry';
export * from './canonicalJson';
export * from './recordSeal';
export * from './retention';

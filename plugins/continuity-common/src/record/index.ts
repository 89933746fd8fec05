export * from './recordEntry';
export * from './canonicalJson';

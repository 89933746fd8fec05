export * from './recordEntry';

export * from './changeTerms';

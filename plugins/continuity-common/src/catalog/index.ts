export * from './entityFacts';

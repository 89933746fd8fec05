export * from './continuityApiRef';

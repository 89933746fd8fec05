export * from './continuityTranslationRef';

export * from './continuityTranslationRef';
export * from './useTranslation';

import type { TranslationFunction } from '@backstage/core-plugin-api/alpha';
import type { continuityTranslationRef } from './continuityTranslationRef';

/** The plugin's `t`, for functions that write texts outside of a component. */
export type Translate = TranslationFunction<
  (typeof continuityTranslationRef)['T']
>;

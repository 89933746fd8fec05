import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { continuityTranslationRef } from './continuityTranslationRef';
import type { Translate } from './Translate';

/** The plugin's texts in the reader's language. */
export function useTranslation(): { t: Translate } {
  return useTranslationRef(continuityTranslationRef) as { t: Translate };
}

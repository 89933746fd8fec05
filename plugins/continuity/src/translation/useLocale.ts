import { useApiHolder } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';

/**
 * The locale for dates and numbers: the reader's own where it speaks the app's language (`en-GB` in an English app), else the
 * app's language, so that texts and dates never mix two languages.
 */
export function useLocale(): string {
  const language =
    useApiHolder().get(appLanguageApiRef)?.getLanguage().language ?? 'en';
  const own = (navigator.languages ?? [navigator.language]).find(
    tag => tag.split('-')[0] === language.split('-')[0],
  );
  return own ?? language;
}

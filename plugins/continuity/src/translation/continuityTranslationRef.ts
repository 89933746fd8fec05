import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { flatMessages } from './flatMessages';
import { continuityMessages } from './messages';

/**
 * All texts of the plugin, by room. German is part of it; it is shown when the app's language is `de`.
 *
 * Its type names no keys: the compiler would work out the values of over a thousand texts wherever one is used, for minutes. The keys are
 * checked by `useTranslation`.
 *
 * @public
 */
export const continuityTranslationRef = createTranslationRef({
  id: 'plugin.continuity',
  messages: flatMessages(continuityMessages),
  translations: {
    de: () => import('./de'),
  },
});

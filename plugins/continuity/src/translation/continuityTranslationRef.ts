import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { continuityMessages } from './messages';

/**
 * All texts of the plugin, by room. German is part of it; it is shown when the app's language is `de`.
 *
 * @public
 */
export const continuityTranslationRef = createTranslationRef({
  id: 'plugin.continuity',
  messages: continuityMessages,
  translations: {
    de: () => import('./de'),
  },
});

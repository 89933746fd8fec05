import { useCallback } from 'react';
import { useTranslation } from '../translation';
import { continuityMessages as english } from '../translation/messages';
import type { TextKey } from '../translation/Translate';

/** What the pages are called, by their path: in English, as an extension has to say it, and in the texts. */
const TITLES: Record<string, [string, TextKey] | undefined> = {
  mine: [english.mine.title, 'mine.title'],
  coverage: [english.coverage.title, 'coverage.title'],
  tests: [english.testing.title, 'testing.title'],
  plans: [english.plan.title, 'plan.title'],
  changes: [english.change.title, 'change.title'],
  dependencies: [
    english.dependency.overview.title,
    'dependency.overview.title',
  ],
  exemptions: [english.exemption.title, 'exemption.title'],
  insights: [english.insights.title, 'insights.title'],
  policy: [english.policy.title, 'policy.title'],
};

/**
 * The title of a page in the reader's language. Extensions know no languages; a title that an app has given its page stays what it is.
 */
export function usePageTitle(): (page: {
  path: string;
  title: string;
}) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ path, title }) => {
      const [own, key] = TITLES[path] ?? [];
      return key && title === own ? t(key) : title;
    },
    [t],
  );
}

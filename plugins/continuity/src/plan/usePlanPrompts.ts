import { useApi } from '@backstage/core-plugin-api';
import type {
  PlanContentKey,
  PlanKind,
} from 'backstage-plugin-continuity-common';
import useAsync from 'react-use/esm/useAsync';
import { continuityApiRef } from '../api';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';

/** What to write in each content of a plan of a kind: the template's words, or ours where the reader's language is another. */
export function usePlanPrompts(kind: PlanKind) {
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const english = useLocale().startsWith('en');
  const { value } = useAsync(
    async () => (english ? api.plans.templates() : undefined),
    [api, english],
  );
  const template = value?.items.find(each => each.kind === kind);
  return (content: PlanContentKey) =>
    template?.prompts[content] ?? t(`plan.prompt.${content}`);
}

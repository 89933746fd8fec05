import { useApi } from '@backstage/core-plugin-api';
import type {
  PlanContentKey,
  PlanKind,
} from 'backstage-plugin-continuity-common';
import useAsync from 'react-use/esm/useAsync';
import { continuityApiRef } from '../../api';
import { useLocale } from '../../translation/useLocale';

/** What to write in each content of a plan of a kind, in the reader's language; nothing until it is read. */
export function usePlanPrompts(kind: PlanKind) {
  const api = useApi(continuityApiRef);
  const language = useLocale();
  const { value } = useAsync(
    () => api.plans.templates({ language }),
    [api, language],
  );
  const template = value?.items.find(each => each.kind === kind);
  return (content: PlanContentKey) => template?.prompts[content] ?? '';
}

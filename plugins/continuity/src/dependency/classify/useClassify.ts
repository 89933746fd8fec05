import { useCallback, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { ClassifyDependenciesResponse } from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../../api';
import { errorMessage } from '../../screen/errorMessage';
import type { ClassificationItem } from './classificationItems';

/** Few enough for progress to be seen, many enough not to make a request per dependency. */
const ITEMS_PER_REQUEST = 50;

export interface ClassificationOutcome {
  item: ClassificationItem;
  result: 'changed' | 'unchanged' | 'refused' | 'failed';
  refusal: ClassifyDependenciesResponse['items'][number]['refusal'];
  message: string | null;
}

export interface ClassificationRun {
  state: 'running' | 'finished';
  total: number;
  outcomes: ClassificationOutcome[];
}

const failed = (
  item: ClassificationItem,
  message: string | null,
): ClassificationOutcome => ({
  item,
  result: 'failed',
  refusal: null,
  message,
});

/** Answers come in the order of what was asked. */
function outcomesOf(
  items: ClassificationItem[],
  answer: ClassifyDependenciesResponse,
): ClassificationOutcome[] {
  return items.map((item, index) => {
    const answered = answer.items[index];
    return answered
      ? {
          item,
          result: answered.result,
          refusal: answered.refusal,
          message: answered.message,
        }
      : failed(item, null);
  });
}

/** Classifies dependencies step by step; each is answered for itself. A step that fails stops the rest, which is told apart. */
export function useClassify() {
  const api = useApi(continuityApiRef);
  const [run, setRun] = useState<ClassificationRun>();
  const stopping = useRef(false);

  const start = useCallback(
    async (items: ClassificationItem[], reason: string) => {
      const total = items.length;
      const outcomes: ClassificationOutcome[] = [];
      stopping.current = false;
      setRun({ state: 'running', total, outcomes: [] });
      let failure: string | null = null;
      let from = 0;
      while (from < total && failure === null && !stopping.current) {
        const some = items.slice(from, from + ITEMS_PER_REQUEST);
        try {
          const answer = await api.classifyDependencies({
            items: some,
            reason,
          });
          outcomes.push(...outcomesOf(some, answer));
          from += some.length;
          setRun({ state: 'running', total, outcomes: [...outcomes] });
        } catch (e) {
          failure = errorMessage(e);
        }
      }
      outcomes.push(...items.slice(from).map(item => failed(item, failure)));
      setRun({ state: 'finished', total, outcomes: [...outcomes] });
      return outcomes;
    },
    [api],
  );
  const stop = useCallback(() => {
    stopping.current = true;
  }, []);
  return { run, start, stop };
}

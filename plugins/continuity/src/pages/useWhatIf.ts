import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  WhatIfAnswer,
  WhatIfRequest,
} from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../api';
import { hasLoss, type LossQuestion } from '../dependency/loss/whatIfAddress';

/** Enough that most results are whole, and the sentence can say by how much at most. */
const ITEMS = 1000;

interface State {
  answer?: WhatIfAnswer;
  error?: Error;
  loading?: boolean;
  loadingMore?: boolean;
}

/** Answers the question of the address; the items after the first thousand on demand. */
export function useWhatIf(question: LossQuestion) {
  const api = useApi(continuityApiRef);
  const [state, setState] = useState<State>({});
  const [turn] = useState({ number: 0 });
  const key = JSON.stringify(question);

  const load = useCallback(async () => {
    turn.number++;
    const mine = turn.number;
    const request: WhatIfRequest = JSON.parse(key);
    if (!hasLoss(request)) {
      setState({});
      return;
    }
    setState({ loading: true });
    try {
      const answer = await api.whatIf({ ...request, limit: ITEMS });
      if (mine === turn.number) setState({ answer });
    } catch (error) {
      if (mine === turn.number) setState({ error: error as Error });
    }
  }, [api, key, turn]);
  useEffect(() => {
    load();
    return () => {
      turn.number++; // nobody waits for that answer any more
    };
  }, [load, turn]);

  const loadMore = async () => {
    const { answer } = state;
    const cursor = answer?.pageInfo.nextCursor;
    if (!answer || !cursor) return;
    const mine = turn.number;
    setState({ answer, loadingMore: true });
    try {
      const more = await api.whatIf({
        ...(JSON.parse(key) as WhatIfRequest),
        limit: ITEMS,
        cursor,
      });
      if (mine !== turn.number) return;
      setState({
        answer: {
          ...answer,
          items: [...answer.items, ...more.items],
          titles: { ...answer.titles, ...more.titles },
          pageInfo: more.pageInfo,
        },
      });
    } catch (error) {
      if (mine === turn.number) setState({ error: error as Error });
    }
  };
  return { ...state, reload: load, loadMore };
}

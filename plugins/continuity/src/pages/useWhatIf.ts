import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  WhatIfAnswer,
  WhatIfRequest,
} from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../api';
import { hasLoss, type LossQuestion } from '../dependency/whatIfAddress';

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
  const turn = useRef(0);
  const key = JSON.stringify(question);

  const load = useCallback(async () => {
    turn.current++;
    const mine = turn.current;
    const request: WhatIfRequest = JSON.parse(key);
    if (!hasLoss(request)) {
      setState({});
      return;
    }
    setState({ loading: true });
    try {
      const answer = await api.whatIf({ ...request, limit: ITEMS });
      if (mine === turn.current) setState({ answer });
    } catch (error) {
      if (mine === turn.current) setState({ error: error as Error });
    }
  }, [api, key]);
  useEffect(() => {
    load();
    return () => {
      turn.current++; // nobody waits for that answer any more
    };
  }, [load]);

  const loadMore = async () => {
    const { answer } = state;
    const cursor = answer?.pageInfo.nextCursor;
    if (!answer || !cursor) return;
    const mine = turn.current;
    setState({ answer, loadingMore: true });
    try {
      const more = await api.whatIf({
        ...(JSON.parse(key) as WhatIfRequest),
        limit: ITEMS,
        cursor,
      });
      if (mine !== turn.current) return;
      setState({
        answer: {
          ...answer,
          items: [...answer.items, ...more.items],
          titles: { ...answer.titles, ...more.titles },
          pageInfo: more.pageInfo,
        },
      });
    } catch (error) {
      if (mine === turn.current) setState({ error: error as Error });
    }
  };
  return { ...state, reload: load, loadMore };
}

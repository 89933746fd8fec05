import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { EntityDependencies } from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../api';

export type Direction = 'needs' | 'neededBy';

interface State {
  answer?: EntityDependencies;
  error?: unknown;
  loadingMore?: boolean;
}

function withMore(
  before: EntityDependencies,
  more: EntityDependencies,
  direction: Direction,
): EntityDependencies {
  const [old, next] = [before[direction], more[direction]];
  if (!old || !next) return before;
  const known = new Set(old.items.map(item => item.entityRef));
  return {
    ...before,
    [direction]: {
      ...next,
      items: [
        ...old.items,
        ...next.items.filter(item => !known.has(item.entityRef)),
      ],
    },
    titles: { ...before.titles, ...more.titles },
  };
}

/** What an entity needs and who needs it: asked once, as soon as somebody wants to see it, then page by page. */
export function useDependencies(options: {
  entityRef: string;
  wanted: boolean;
}) {
  const { entityRef, wanted } = options;
  const api = useApi(continuityApiRef);
  const [state, setState] = useState<State>({});
  const asked = useRef(0);

  const load = useCallback(async () => {
    asked.current++;
    const turn = asked.current;
    setState(last => ({ answer: last.answer }));
    try {
      const answer = await api.getDependencies(entityRef);
      if (turn === asked.current) setState({ answer });
    } catch (error) {
      if (turn === asked.current) setState({ error });
    }
  }, [api, entityRef]);

  useEffect(() => {
    if (wanted) load();
  }, [wanted, load]);
  useEffect(
    () => () => {
      asked.current++; // nobody waits for an answer any more
    },
    [],
  );

  const loadMore = async (direction: Direction) => {
    const cursor = state.answer?.[direction]?.pageInfo.nextCursor;
    if (!state.answer || !cursor) return;
    const turn = asked.current;
    setState(last => ({ ...last, loadingMore: true }));
    try {
      const more = await api.getDependencies(entityRef, { direction, cursor });
      if (turn !== asked.current) return;
      setState(last =>
        last.answer ? { answer: withMore(last.answer, more, direction) } : last,
      );
    } catch (error) {
      if (turn === asked.current) setState({ error });
    }
  };

  return { ...state, reload: load, loadMore };
}

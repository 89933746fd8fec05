import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../api';

interface State {
  entityRef: string;
  continuity?: EntityContinuity;
  error?: unknown;
}

/** The continuity of an entity: one request. What was there stays on the screen while it is asked for again. */
export function useEntityContinuity(entityRef: string) {
  const api = useApi(continuityApiRef);
  const [state, setState] = useState<State>({ entityRef });
  const wanted = useRef(entityRef);

  const load = useCallback(async () => {
    wanted.current = entityRef;
    setState(last => (last.entityRef === entityRef ? last : { entityRef }));
    try {
      const continuity = await api.getEntity(entityRef);
      if (wanted.current === entityRef) setState({ entityRef, continuity });
    } catch (error) {
      if (wanted.current === entityRef) setState({ entityRef, error });
    }
  }, [api, entityRef]);
  useEffect(() => {
    load();
    return () => {
      wanted.current = '';
    };
  }, [load]);

  return {
    ...(state.entityRef === entityRef ? state : { entityRef }),
    reload: load,
    /** Takes over the answer of a change; asks again where the answer is another entity's. */
    replace: (continuity: EntityContinuity) =>
      continuity.entityRef === entityRef
        ? setState({ entityRef, continuity })
        : load(),
  };
}

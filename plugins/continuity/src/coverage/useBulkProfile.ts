import { useApi } from '@backstage/core-plugin-api';
import type {
  BulkProfileRequest,
  BulkProfileResponse,
} from 'backstage-plugin-continuity-common';
import { useCallback, useRef, useState } from 'react';
import { continuityApiRef } from '../api';
import { errorMessage } from '../screen/errorMessage';

/** Few enough for progress to be seen, many enough not to make a request per service. */
const ENTITIES_PER_REQUEST = 50;

type Answered = BulkProfileResponse['items'][number];

/** What became of a service; `failed`: it was not tried, or not answered. */
export type BulkOutcome = Omit<Answered, 'result'> & {
  result: Answered['result'] | 'failed';
};

export interface BulkRun {
  state: 'running' | 'finished';
  total: number;
  outcomes: BulkOutcome[];
}

function outcomesOf(refs: string[], answer: BulkProfileResponse) {
  const answered = new Map(answer.items.map(item => [item.entityRef, item]));
  return refs.map(
    (entityRef): BulkOutcome =>
      answered.get(entityRef) ?? { entityRef, result: 'failed' },
  );
}

function notDone(refs: string[], message: string | undefined) {
  return refs.map(
    (entityRef): BulkOutcome => ({ entityRef, result: 'failed', message }),
  );
}

/** Sets values of many services, step by step; each is answered for itself. A step that fails stops the rest, which is told apart. */
export function useBulkProfile() {
  const api = useApi(continuityApiRef);
  const [run, setRun] = useState<BulkRun>();
  const stopping = useRef(false);

  const start = useCallback(
    async (request: BulkProfileRequest) => {
      const { entityRefs, values, reason } = request;
      const total = entityRefs.length;
      const outcomes: BulkOutcome[] = [];
      stopping.current = false;
      setRun({ state: 'running', total, outcomes: [] });

      let failure: string | undefined;
      let from = 0;
      while (from < total && failure === undefined && !stopping.current) {
        const refs = entityRefs.slice(from, from + ENTITIES_PER_REQUEST);
        try {
          const answer = await api.updateProfiles({
            entityRefs: refs,
            values,
            reason,
          });
          outcomes.push(...outcomesOf(refs, answer));
          from += refs.length;
          setRun({ state: 'running', total, outcomes: [...outcomes] });
        } catch (e) {
          failure = errorMessage(e);
        }
      }
      outcomes.push(...notDone(entityRefs.slice(from), failure));
      setRun({ state: 'finished', total, outcomes: [...outcomes] });
    },
    [api],
  );
  const stop = useCallback(() => {
    stopping.current = true;
  }, []);
  return { run, start, stop };
}

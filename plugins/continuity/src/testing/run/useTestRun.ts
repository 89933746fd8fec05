import { useApi } from '@backstage/core-plugin-api';
import {
  measureResult,
  type TestDetail,
  type TestResult,
  type TestRun,
} from 'backstage-plugin-continuity-common';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { continuityApiRef } from '../../api';
import { RunQueue } from './RunQueue';
import {
  resultsRequestOf,
  runStateOf,
  stepsRequestOf,
  type NewRunPress,
} from './RunPress';
import { noResultOf, withPresses } from './withPresses';

const POLL_MS = 4_000;

/** A run that several people hold at once: read every few seconds while somebody looks, with each press sent at once and kept until it has arrived. */
export function useTestRun(test: TestDetail, me: string) {
  const api = useApi(continuityApiRef);
  const [present, setPresent] = useState<TestRun['present']>([]);
  const [lost, setLost] = useState(false);
  // this clock may be wrong, and all who look must see the same time
  const offset = useRef(0);
  const serverNow = useCallback(() => Date.now() + offset.current, []);
  const begin = useRef(test);

  const queue = useMemo(
    () =>
      new RunQueue({
        testId: test.id,
        by: me,
        run: runStateOf(begin.current),
        revision: begin.current.revision,
        storage: window.localStorage,
        now: () => new Date(serverNow()).toISOString(),
        read: () => api.tests.getRun(test.id),
        send: (press, run) => {
          switch (press.kind) {
            case 'event':
              return api.tests.addEvents(test.id, {
                items: [{ clientId: press.id, at: press.at, ...press.event }],
              });
            case 'add-step':
              return api.tests.saveSteps(test.id, {
                add: [
                  { clientId: press.id, title: press.title, what: press.what },
                ],
              });
            case 'step':
              return api.tests.saveSteps(test.id, stepsRequestOf(press, run));
            default:
              return api.tests.saveResults(
                test.id,
                resultsRequestOf(press, run),
              );
          }
        },
      }),
    [api, test.id, me, serverNow],
  );

  useEffect(() => {
    let stopped = false;
    const look = async () => {
      if (document.visibilityState === 'hidden') return;
      const asked = Date.now();
      try {
        const answer = await api.tests.getRun(test.id, {
          sinceRevision: queue.revision,
        });
        if (stopped) return;
        // the answer was written about half way between asking and reading it
        const middle = (asked + Date.now()) / 2;
        offset.current = Date.parse(answer.now) - middle;
        queue.take(answer);
        setPresent(answer.present);
        setLost(false);
        if (queue.getState().offline) queue.flush();
      } catch {
        if (!stopped) setLost(true);
      }
    };
    const again = () => {
      queue.flush();
      look();
    };
    queue.start();
    again();
    const timer = setInterval(look, POLL_MS);
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', again);
    return () => {
      stopped = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', again);
      queue.stop();
    };
  }, [api, queue, test.id]);

  const saving = useSyncExternalStore(queue.subscribe, queue.getState);
  const run = useSyncExternalStore(queue.subscribe, queue.getRun);
  const view = useMemo(() => {
    const pressed = withPresses(
      { ...run, results: resultsForAll(test, run.results) },
      saving.presses,
      me,
    );
    const { depth, origin } = test;
    return {
      ...pressed,
      // what was just stamped counts at once, before the server has it
      results: pressed.results.map(result => ({
        ...result,
        measure: measureResult({ depth, origin, ...result }, result.targets),
      })),
    };
  }, [test, run, saving.presses, me]);

  return {
    view,
    /** The newest state of the server, without what is not sent yet. */
    run,
    saving,
    present: present.filter(({ by }) => by !== me),
    /** The last look at the server failed. */
    lost,
    serverNow,
    press: useCallback((pressed: NewRunPress) => queue.add(pressed), [queue]),
    flush: queue.flush,
    dismiss: useCallback((id: string) => queue.dismiss(id), [queue]),
    insist: useCallback((id: string) => queue.insist(id), [queue]),
  };
}

export type LiveRun = ReturnType<typeof useTestRun>;

/** A result for each entity that the reader may see, in the order in which the test names them. */
export function resultsForAll(
  test: TestDetail,
  results: readonly TestResult[],
): TestResult[] {
  return test.scope.map(
    entity =>
      results.find(({ entityRef }) => entityRef === entity.entityRef) ??
      noResultOf(entity.entityRef, {
        title: entity.title,
        targets: {
          tier: entity.tier,
          rto: entity.rto,
          rpo: entity.rpo,
          mbcoPercent: entity.mbco?.percent ?? null,
          mbcoText: entity.mbco?.text ?? null,
        },
      }),
  );
}

/** When the first of the entities went down; null while none has. */
export function disruptionStartOf(
  results: readonly TestResult[],
): string | null {
  const starts = results
    .map(({ times }) => times.disruptionStart)
    .filter((at): at is string => at !== null)
    .sort();
  return starts[0] ?? null;
}

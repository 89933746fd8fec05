import { useApi } from '@backstage/core-plugin-api';
import type { SweepStatus } from 'backstage-plugin-continuity-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { continuityApiRef } from '../api';

const WHILE_SOMETHING_HAPPENS_MS = 2_000;
const OTHERWISE_MS = 30_000;

/** The state of the catalog sweep, kept up to date, and what can be done about it. */
export function useSweep(options: {
  initial?: SweepStatus;
  /** Called when a sweep has ended since the last look. */
  onFinished?: () => void;
}) {
  const { initial } = options;
  const api = useApi(continuityApiRef);
  const [sweep, setSweep] = useState(initial);
  const [error, setError] = useState<Error>();
  const [asked, setAsked] = useState<{ startedAt: string | null }>();
  const onFinished = useRef(options.onFinished);
  onFinished.current = options.onFinished;
  const finishedAt = useRef(initial ? initial.finishedAt : undefined);

  const look = useCallback(async () => {
    try {
      const next = await api.getSweep();
      setSweep(next);
      setAsked(before =>
        before?.startedAt === next.startedAt ? before : undefined,
      );
      const before = finishedAt.current;
      finishedAt.current = next.finishedAt;
      if (before !== undefined && before !== next.finishedAt) {
        onFinished.current?.();
      }
    } catch {
      // What is shown stays, with its age; the next look may do better.
    }
  }, [api]);

  const busy = sweep?.state === 'running' || Boolean(asked);
  const first = !sweep || sweep.state === 'never';
  useEffect(() => {
    if (!initial) look();
  }, [initial, look]);
  useEffect(() => {
    const timer = setInterval(
      () => document.visibilityState !== 'hidden' && look(),
      busy || first ? WHILE_SOMETHING_HAPPENS_MS : OTHERWISE_MS,
    );
    return () => clearInterval(timer);
  }, [look, busy, first]);

  const act = useCallback(
    async (action: () => Promise<void>) => {
      setError(undefined);
      try {
        await action();
        await look();
      } catch (e) {
        setError(e as Error);
      }
    },
    [look],
  );
  const startedAt = sweep?.startedAt ?? null;
  const run = useCallback(
    () =>
      act(async () => {
        await api.runSweep();
        setAsked({ startedAt });
      }),
    [act, api, startedAt],
  );
  const release = useCallback(() => act(() => api.releaseSweep()), [act, api]);

  return { sweep, error, asked: Boolean(asked), run, release };
}

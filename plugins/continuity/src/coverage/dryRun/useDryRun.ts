import { useApi } from '@backstage/core-plugin-api';
import {
  readFieldIssues,
  type FieldIssue,
  type PolicyDryRun,
} from 'backstage-plugin-continuity-common';
import { useCallback, useEffect, useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../../api';
import { errorMessage } from '../../screen/errorMessage';

const WHILE_IT_RUNS_MS = 1_000;

/** Why a policy could not be tried: its mistakes, or what else came in the way. */
export interface DryRunRefusal {
  issues: FieldIssue[];
  message: string;
}

/** One’s own dry run, looked at again while it is worked out. */
export function useDryRun() {
  const api = useApi(continuityApiRef);
  const latest = useAsyncRetry(() => api.audit.latestDryRun(), [api]);
  const [asked, setAsked] = useState<PolicyDryRun>();
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<DryRunRefusal>();
  const { value, retry } = latest;
  // what was asked for just now is newer than what was loaded, until that is loaded again
  const run = asked && value?.id !== asked.id ? asked : value ?? undefined;
  const isBusy = run?.state === 'queued' || run?.state === 'running';

  useEffect(() => {
    if (!isBusy) return undefined;
    const timer = setInterval(
      () => document.visibilityState !== 'hidden' && retry(),
      WHILE_IT_RUNS_MS,
    );
    return () => clearInterval(timer);
  }, [isBusy, retry]);

  const start = useCallback(
    async (text: string) => {
      setSending(true);
      setRefusal(undefined);
      try {
        setAsked(await api.audit.startDryRun(text));
        retry();
      } catch (error) {
        setRefusal({
          issues: readFieldIssues(error),
          message: errorMessage(error),
        });
      }
      setSending(false);
    },
    [api, retry],
  );
  return {
    run,
    isBusy,
    loading: latest.loading && value === undefined,
    error: latest.error,
    retry,
    sending,
    refusal,
    start,
  };
}

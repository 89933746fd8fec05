import { useApi } from '@backstage/core-plugin-api';
import type { TestDetail } from 'backstage-plugin-continuity-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { continuityApiRef } from '../../api';

/** A test by its id; what is shown stays until the next is there. */
export function useTest(testId: string) {
  const api = useApi(continuityApiRef);
  const [test, setTest] = useState<TestDetail>();
  const [error, setError] = useState<Error>();
  const latest = useRef(0);
  const reload = useCallback(async () => {
    latest.current += 1;
    const call = latest.current;
    try {
      const loaded = await api.tests.get(testId);
      if (call !== latest.current) return;
      setTest(loaded);
      setError(undefined);
    } catch (e) {
      if (call === latest.current) setError(e as Error);
    }
  }, [api, testId]);
  useEffect(() => {
    reload();
  }, [reload]);
  return {
    test: test?.id === testId ? test : undefined,
    error,
    reload,
    replace: useCallback((newer: TestDetail) => {
      latest.current += 1;
      setTest(newer);
      setError(undefined);
    }, []),
  };
}

import { useApi } from '@backstage/core-plugin-api';
import type { RecordVerification } from 'backstage-plugin-continuity-common';
import { useCallback, useState } from 'react';
import { continuityApiRef } from '../../api';

/** What a check of the whole chain found. */
export interface ChainVerdict {
  seals: number;
  breaks: number;
  firstBreak: RecordVerification['firstBreak'];
}

/** Checks the chain over the history part by part, and says how far it is. */
export function useVerification() {
  const api = useApi(continuityApiRef);
  const [checked, setChecked] = useState<number>();
  const [verdict, setVerdict] = useState<ChainVerdict>();
  const [failure, setFailure] = useState<Error>();

  const verify = useCallback(async () => {
    setVerdict(undefined);
    setFailure(undefined);
    setChecked(0);
    try {
      const found: ChainVerdict = { seals: 0, breaks: 0, firstBreak: null };
      let after: number | undefined;
      do {
        const part: RecordVerification = await api.audit.verifyRecords(
          after === undefined ? {} : { after },
        );
        found.seals += part.checked.seals;
        found.breaks += part.breaks;
        found.firstBreak ??= part.firstBreak;
        setChecked(found.seals);
        after = part.nextAfter;
      } while (after !== undefined);
      setVerdict(found);
    } catch (e) {
      setFailure(e as Error);
    }
    setChecked(undefined);
  }, [api]);

  return { verify, checked, verdict, failure };
}

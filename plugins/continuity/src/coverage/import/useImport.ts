import { useApi } from '@backstage/core-plugin-api';
import type {
  ImportAnswer,
  ImportKind,
} from 'backstage-plugin-continuity-common';
import { useCallback, useState } from 'react';
import { continuityApiRef } from '../../api';

/** A file that is being imported. */
export interface ImportFile {
  fileName: string;
  csv: string;
}

/** What is known of an import so far. */
export interface ImportState {
  busy?: 'checking' | 'importing';
  /** Of the dry run, or of the import. */
  answer?: ImportAnswer;
  /** The file that the answer is about. */
  file?: ImportFile;
  /** The dry run was refused. */
  error?: Error;
  /** The import was refused, and nothing written. */
  failed?: Error;
  /** Something had changed since the dry run; the answer is a new one. */
  isStale?: boolean;
}

const isConflict = (error: Error & { statusCode?: number }) =>
  error.statusCode === 409;

/** Looks at a file first, and imports it then. */
export function useImport(kind: ImportKind) {
  const { imports } = useApi(continuityApiRef);
  const [state, setState] = useState<ImportState>({});

  const check = useCallback(
    async (file: ImportFile) => {
      setState({ busy: 'checking' });
      try {
        setState({ answer: await imports.dryRun(kind, file), file });
      } catch (error) {
        setState({ error: error as Error });
      }
    },
    [imports, kind],
  );

  const run = async () => {
    const { answer, file } = state;
    if (!answer || !file) return;
    setState({ answer, file, busy: 'importing' });
    try {
      const { fingerprint } = answer;
      setState({
        answer: await imports.run(kind, { ...file, fingerprint }),
        file,
      });
    } catch (error) {
      if (isConflict(error as Error)) {
        await check(file);
        setState(now => ({ ...now, isStale: true }));
      } else setState({ answer, file, failed: error as Error });
    }
  };
  return { state, check, run, forget: () => setState({}) };
}

import { useState } from 'react';
import {
  readFieldIssues,
  readProfileConflict,
  type EntityContinuity,
  type FieldIssue,
} from 'backstage-plugin-continuity-common';
import { errorMessage } from '../../screen/errorMessage';
import { nameOfRef } from '../../catalog/EntityName';
import { useTranslation } from '../../translation';

/** Saves the form of an analysis: wrong fields, a newer state of somebody else, and other refusals, without losing what was written. */
export function useAnalysisSaving(options: {
  revision: number;
  revisionIn: (continuity: EntityContinuity) => number;
  onSaved: (continuity: EntityContinuity) => void;
}) {
  const { revisionIn, onSaved } = options;
  const { t } = useTranslation();
  const [revision, setRevision] = useState(options.revision);
  const [issues, setIssues] = useState<FieldIssue[]>([]);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);

  const save = async (
    wrong: FieldIssue[],
    send: (from: { revision: number }) => Promise<EntityContinuity>,
  ) => {
    setIssues(wrong);
    setFailure(wrong.length > 0 ? t('analysis.lookAgain') : undefined);
    if (wrong.length > 0) return;
    setBusy(true);
    try {
      onSaved(await send({ revision }));
    } catch (error) {
      setBusy(false);
      const conflict = readProfileConflict(error);
      const refused = readFieldIssues(error);
      setIssues(refused);
      if (conflict) {
        // what is sent next is sent knowingly over the newer one
        setRevision(revisionIn(conflict.current));
        const by = conflict.changedSince[0]?.by;
        setFailure(
          t('analysis.conflict', {
            by: by ? nameOfRef(by, 'user') : t('analysis.somebody'),
          }),
        );
      } else {
        setFailure(
          refused.length > 0
            ? t('analysis.lookAgain')
            : t('analysis.saveFailed', { message: errorMessage(error) }),
        );
      }
    }
  };
  return { issues, failure, busy, save };
}

import { useApi } from '@backstage/core-plugin-api';
import {
  readFieldIssues,
  readTestConflict,
  type FieldIssue,
  type TestContentsInput,
  type TestCreateRequest,
  type TestDetail,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { continuityApiRef } from '../../api';
import { errorMessage } from '../../screen/errorMessage';
import { useTranslation } from '../../translation';

/** Fields without the name of what they are in: `contents.schedule.end` is `schedule.end`. */
function issuesOf(error: unknown): FieldIssue[] {
  return readFieldIssues(error).map(({ field, message }) => ({
    field: field.replace(/^contents\./, ''),
    message,
  }));
}

/** What is wrong at a field or in it. */
export function issueAt(
  issues: readonly FieldIssue[],
  field: string,
): string | undefined {
  return issues.find(
    issue => issue.field === field || issue.field.startsWith(`${field}.`),
  )?.message;
}

/** Saves the form of a test: wrong fields, a newer state of somebody else, and other refusals, without losing what was written. */
export function useTestSaving(options: {
  /** The test that is changed; undefined for a new one. */
  test: TestDetail | undefined;
  onSaved: (test: TestDetail) => void;
}) {
  const { test, onSaved } = options;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const [revision, setRevision] = useState(test?.revision ?? 0);
  const [issues, setIssues] = useState<FieldIssue[]>([]);
  const [failure, setFailure] = useState<string>();
  const [newer, setNewer] = useState<TestDetail>();
  const [busy, setBusy] = useState(false);

  const save = async (
    wrong: FieldIssue[],
    contents: TestContentsInput,
    said: Pick<TestCreateRequest, 'held' | 'origin'> & { reason?: string },
  ) => {
    setIssues(wrong);
    setFailure(wrong.length > 0 ? t('testing.form.lookAgain') : undefined);
    if (wrong.length > 0) return;
    setBusy(true);
    const { reason, ...origin } = said;
    try {
      onSaved(
        test
          ? await api.tests.update(
              test.id,
              { contents, ...(reason ? { reason } : {}) },
              { revision },
            )
          : await api.tests.create({ contents, ...origin }),
      );
    } catch (error) {
      setBusy(false);
      const conflict = readTestConflict(error);
      const refused = issuesOf(error);
      setIssues(refused);
      setNewer(conflict);
      if (conflict) {
        // what is sent next is sent knowingly over the newer one
        setRevision(conflict.revision);
        setFailure(t('testing.form.changed'));
      } else {
        setFailure(
          refused.length > 0
            ? t('testing.form.lookAgain')
            : t('testing.form.saveFailed', { message: errorMessage(error) }),
        );
      }
    }
  };
  return { issues, failure, newer, busy, save };
}

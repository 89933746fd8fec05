import { RequestIssue } from './WrongFieldsError';

/** Reads `If-Match`: `3`, `"3"` and `W/"3"` are the same revision. */
export function readRevision(
  header: string | undefined,
  issues: RequestIssue[],
): number {
  const match = header?.trim().match(/^(?:W\/)?(?:"(\d{1,9})"|(\d{1,9}))$/);
  if (!match) {
    issues.push({
      path: 'If-Match',
      message:
        'The header If-Match is needed: the revision that the edit started from, as the entity’s answer gives it, for example 3.',
    });
    return 0;
  }
  return Number(match[1] ?? match[2]);
}

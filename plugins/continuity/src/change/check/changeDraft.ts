import {
  readCatalogDocuments,
  type ChangeAssessRequest,
  type ChangeDescription,
  type ChangeType,
  type TouchAction,
} from 'backstage-plugin-continuity-common';
import { fromTimeField } from '../../screen/zonedTime';

/** A change as the form holds it. */
export interface ChangeDraft {
  touched: Array<{ entityRef: string; action: TouchAction }>;
  repository: string;
  /** One path a line. */
  paths: string;
  /** YAML documents. */
  documents: string;
  title: string;
  id: string;
  url: string;
  type: ChangeType;
  model: string;
  major: boolean;
  /** As a field of the type `datetime-local` has it. */
  start: string;
  end: string;
}

/** A form with nothing written. */
export const emptyChange: ChangeDraft = {
  touched: [],
  repository: '',
  paths: '',
  documents: '',
  title: '',
  id: '',
  url: '',
  type: 'normal',
  model: '',
  major: false,
  start: '',
  end: '',
};

type ChangedFile = string | { path: string; previousPath: string };

/**
 * Reads what was pasted as changed files: a path a line, as `git diff --name-only` writes them, or with their state, as `--name-status` does; a
 * renamed file counts for both places.
 */
export function readChangedFiles(text: string): ChangedFile[] {
  return text.split(/\r?\n/).flatMap((line): ChangedFile[] => {
    const parts = line.split('\t').map(part => part.trim());
    const hasState = parts.length > 1 && /^[ACDMRTUX]\d{0,3}$/.test(parts[0]);
    const paths = (hasState ? parts.slice(1) : [line.trim()]).filter(Boolean);
    if (paths.length === 0) return [];
    const [previousPath, path] = paths;
    return [path ? { path, previousPath } : previousPath];
  });
}

/** What keeps the form from being sent. */
export type DraftProblem =
  | 'nothing'
  | 'repository'
  | 'paths'
  | 'documents'
  | 'url'
  | 'window-half'
  | 'window-wrong'
  | 'title';

/** What is wrong with a form; to record it, it needs a title. */
export function draftProblems(
  draft: ChangeDraft,
  options: { recording?: boolean } = {},
): DraftProblem[] {
  const { repository, start, end, url } = draft;
  const files = readChangedFiles(draft.paths);
  const read = readCatalogDocuments(draft.documents);
  const problems: Array<[DraftProblem, boolean]> = [
    [
      'nothing',
      draft.touched.length === 0 &&
        files.length === 0 &&
        read.documents.length === 0 &&
        read.problems.length === 0 &&
        !repository.trim(),
    ],
    ['repository', files.length > 0 && !repository.trim()],
    ['paths', files.length === 0 && Boolean(repository.trim())],
    ['documents', read.problems.length > 0],
    ['url', url.trim() !== '' && !/^https?:\/\/[^\s/]+/.test(url.trim())],
    ['window-half', Boolean(start) !== Boolean(end)],
    ['window-wrong', Boolean(start && end) && start >= end],
    ['title', Boolean(options.recording) && !draft.title.trim()],
  ];
  return problems.filter(([, wrong]) => wrong).map(([problem]) => problem);
}

/** The form as it is sent. */
export function assessRequestOf(
  draft: ChangeDraft,
  zone: string,
): ChangeAssessRequest {
  const paths = readChangedFiles(draft.paths);
  const proposed = readCatalogDocuments(draft.documents).documents;
  const change: ChangeDescription = {
    type: draft.type,
    ...(draft.id.trim() && { id: draft.id.trim() }),
    ...(draft.title.trim() && { title: draft.title.trim() }),
    ...(draft.url.trim() && { url: draft.url.trim() }),
    ...(draft.type === 'standard' &&
      draft.model.trim() && { model: draft.model.trim() }),
    ...(draft.major && { major: true }),
    ...windowOf(draft, zone),
  };
  return {
    change,
    ...(draft.touched.length > 0 && {
      touched: draft.touched.map(({ entityRef, action }) => ({
        entityRef,
        action,
      })),
    }),
    ...(paths.length > 0 && {
      files: { repository: draft.repository.trim(), paths },
    }),
    ...(proposed.length > 0 && { proposed }),
  };
}

function windowOf(
  draft: ChangeDraft,
  zone: string,
): Pick<ChangeDescription, 'plannedStart' | 'plannedEnd'> {
  const plannedStart = fromTimeField(draft.start, zone);
  const plannedEnd = fromTimeField(draft.end, zone);
  return plannedStart && plannedEnd ? { plannedStart, plannedEnd } : {};
}

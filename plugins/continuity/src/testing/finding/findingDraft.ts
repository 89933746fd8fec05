import type {
  FindingCreateRequest,
  FindingSeverity,
} from 'backstage-plugin-continuity-common';
import { DateTime, Duration } from 'luxon';

/** A finding as it is being written. */
export interface DraftOfFinding {
  /** Of the draft, so that a list of them keeps its fields. */
  key: string;
  title: string;
  severity: FindingSeverity;
  entities: string[];
  owner: string;
  ownerTitle: string;
  dueOn: string;
  description: string;
  cause: string;
  ticketUrl: string;
}

/** A draft with nothing written yet. */
export function emptyFinding(
  said: Partial<DraftOfFinding> = {},
): DraftOfFinding {
  return {
    key: `draft-${Math.random().toString(36).slice(2, 10)}`,
    title: '',
    severity: 'medium',
    entities: [],
    owner: '',
    ownerTitle: '',
    dueOn: '',
    description: '',
    cause: '',
    ticketUrl: '',
    ...said,
  };
}

/** The day by which the policy wants a finding of this severity dealt with. */
export function policyDueDay(
  cadences: Record<FindingSeverity, string>,
  severity: FindingSeverity,
  options: { zone: string; now?: Date },
): string {
  const { zone, now = new Date() } = options;
  return DateTime.fromJSDate(now, { zone })
    .plus(Duration.fromISO(cadences[severity]))
    .toISODate()!;
}

/** The fields that are wrong or missing. */
export type FindingProblem =
  | 'title'
  | 'entities'
  | 'owner'
  | 'dueOn'
  | 'ticket';

export function findingProblems(draft: DraftOfFinding): FindingProblem[] {
  const isUrl =
    draft.ticketUrl === '' || /^https?:\/\/\S+$/.test(draft.ticketUrl);
  return [
    ...(draft.title.trim() ? [] : (['title'] as const)),
    ...(draft.entities.length > 0 ? [] : (['entities'] as const)),
    ...(draft.owner ? [] : (['owner'] as const)),
    ...(draft.dueOn ? [] : (['dueOn'] as const)),
    ...(isUrl ? [] : (['ticket'] as const)),
  ];
}

/** The draft as it is sent. */
export function findingRequestOf(
  draft: DraftOfFinding,
): Omit<FindingCreateRequest, 'testId'> {
  const { title, severity, entities, owner, dueOn } = draft;
  return {
    title: title.trim(),
    severity,
    entities,
    owner,
    dueOn,
    description: draft.description.trim(),
    cause: draft.cause.trim(),
    ticket: draft.ticketUrl ? { url: draft.ticketUrl } : null,
  };
}

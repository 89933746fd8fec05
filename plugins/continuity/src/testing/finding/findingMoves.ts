import type {
  FindingAction,
  FindingState,
  FindingSummary,
} from 'backstage-plugin-continuity-common';

/** What can be done with a finding to move it on. */
export const findingMoves = [
  'start',
  'resolve',
  'verify',
  'accept',
  'reopen',
] as const;

export type FindingMove = (typeof findingMoves)[number];

/** The columns of the board; what is closed is closed, one way or the other. */
export const boardColumns = {
  open: ['open'],
  'in-progress': ['in-progress'],
  resolved: ['resolved'],
  closed: ['verified', 'accepted'],
} as const satisfies Record<string, readonly FindingState[]>;

export type BoardColumn = keyof typeof boardColumns;

/** What the reader may do with a finding now. */
export function allowedMoves(finding: FindingSummary): FindingMove[] {
  return findingMoves.filter(move =>
    finding.allowedActions.includes(`finding.${move}` as FindingAction),
  );
}

/** The moves that bring a finding into a column; the first one that is allowed is meant by dropping it there. */
export function movesInto(
  finding: FindingSummary,
  column: BoardColumn,
): FindingMove[] {
  const into: Record<BoardColumn, FindingMove[]> = {
    open: ['reopen'],
    'in-progress': ['start'],
    resolved: ['resolve'],
    closed: ['verify', 'accept'],
  };
  return into[column].filter(move => allowedMoves(finding).includes(move));
}

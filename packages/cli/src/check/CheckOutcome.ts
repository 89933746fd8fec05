import type { ChangeAssessment } from 'backstage-plugin-continuity-common';
import type { CouldNotTell } from '../CouldNotTell';
import type { ExitCode } from '../exitCodes';
import type { ChangeInGit } from './readChange';

/** How a check ended. */
export type CheckOutcome = { exitCode: ExitCode } & (
  | { kind: 'assessed'; change: ChangeInGit; assessment: ChangeAssessment }
  /** Nothing changed that anybody could assess. */
  | { kind: 'nothing-changed'; change: ChangeInGit }
  | { kind: 'could-not-tell'; reason: CouldNotTell }
);

import type { Gap } from './gap';
import type { Severity } from '../terms/gapCode';
import type { SpokenGapCode } from './gapTexts';

/**
 * What a rule finds: a gap before time, severity and words are put to it.
 *
 * A rule doesn't look at the clock. Where time alone makes or ends a gap, it says from when (`since`) and until when (`until`) the gap
 * is there; a finding whose `since` is still to come is no gap yet, but the assessment changes at that moment.
 */
export interface GapFinding {
  code: SpokenGapCode;
  requirement: string;
  params: Gap['params'];
  /** All of them, where they take time to find: asked for only where it is a gap now. */
  allParams?: () => Gap['params'];
  /** Where this case has another severity than the code; the policy's severity for the code does not raise or lower it. */
  severity?: Severity;
  /** The moment from which there is this gap; without one it is there, since it was first seen. */
  since?: string;
  /** When it began, as far as that is known, where it is a gap whatever the time: it is there even before that, with the moment it was first seen. */
  began?: string;
  /** The moment from which it is no gap any more. */
  until?: string;
  /** It is mended by somebody's plan, for which the programme gives time from `since` on: the shortest that it gives any tier. */
  byPlan?: true;
  /** When it must be mended; without one `within` after `since`. */
  dueBy?: string;
  /** How long mending may take from `since`, where that is not P30D; with `dueBy`, the earlier one counts. */
  within?: string;
}

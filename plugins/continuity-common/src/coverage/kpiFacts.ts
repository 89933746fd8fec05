import type { StatusCounts } from './metShare';

/** How many services stood how, at a moment. @public */
export interface CoverageSnapshot {
  /** Counts per status, by tier id; `none` for those without a tier. */
  tiers: Record<string, StatusCounts>;
  /** How many services had a gap, by its code. */
  gaps: Record<string, number>;
}

/** A result of a completed test, for figures. @public */
export interface KpiResult {
  /** When the test was held. */
  heldAt: string;
  rtaSeconds: number | null;
  /** Seconds; null = unset. */
  rtoSeconds: number | null;
  /** Whether it came back, and kept all that could be compared; null where nothing was measured. */
  objectivesMet: boolean | null;
}

/** A finding, for figures. @public */
export interface KpiFinding {
  createdAt: string;
  /** When it was resolved; null while it is not. */
  resolvedAt: string | null;
  /** When it was verified or accepted. */
  closedAt: string | null;
  /** The first moment at which it is late. */
  lateFrom: string;
  /** What that was before its due day was moved, in the order of time: it held before `until`. */
  lateBefore: Array<{ until: string; lateFrom: string }>;
}

/** Something that falls due and is closed, such as a plan change request. @public */
export interface KpiDuty {
  dueAt: string;
  closedAt: string | null;
}

/** An exemption, for figures: it holds while start ≤ moment < end. @public */
export interface KpiExemption {
  startsAt: string;
  endsAt: string;
}

/** A change that was implemented, for figures. @public */
export interface KpiChange {
  implementedAt: string;
  /** When its impact was assessed; null where it was not. */
  assessedAt: string | null;
}

/** What the history holds from which figures are computed. What there is no room for yet is left out, and has no figure. @public */
export interface KpiFacts {
  /** How everything stood at a moment; undefined for one before all history. */
  snapshotAt: (moment: string) => CoverageSnapshot | undefined;
  /** Per day on which required tests fell due without having been held: the day's end, and how many. */
  missedTests: Array<{ at: string; count: number }>;
  results: KpiResult[];
  findings: KpiFinding[];
  changes?: KpiChange[];
  changeRequests?: KpiDuty[];
  exemptions?: KpiExemption[];
}

import {
  parseTargetDuration,
  type EntityContinuity,
} from 'backstage-plugin-continuity-common';

/** A recovery that was measured, in seconds from the start of the disruption. */
export interface MeasuredRecovery {
  seconds: number;
  missed: boolean;
}

/**
 * What the objective bar shows. All times are whole seconds from the start of a disruption; null is unset, which is not zero.
 *
 * @public
 */
export interface Objective {
  rto: number | null;
  wrt: number | null;
  mtpd: number | null;
  /** Measured recovery times, oldest first; the last one is the latest. */
  measured?: readonly MeasuredRecovery[];
  /** Expected recovery time; `atLeast` where parts of it are unknown. */
  expected?: { seconds: number; atLeast: boolean } | null;
}

/** ISO 8601 duration (as the API writes them) in seconds; null for unset and for `none`. */
export function secondsOf(iso: string | null | undefined): number | null {
  if (iso === null || iso === undefined || iso === 'none') return null;
  const parsed = parseTargetDuration(iso);
  return parsed.ok ? parsed.seconds : null;
}

/** The objective of an entity, as far as the API tells it. */
export function objectiveOf(
  profile: Pick<EntityContinuity['profile'], 'rto' | 'wrt' | 'mtpd'>,
): Objective {
  return {
    rto: secondsOf(profile.rto.value),
    wrt: secondsOf(profile.wrt.value),
    mtpd: secondsOf(profile.mtpd.value),
  };
}

/** When work has caught up again: RTO + WRT; null unless both are set and there is work to recover. */
export function workRecoveredAt(objective: Objective): number | null {
  const { rto, wrt } = objective;
  return rto === null || !wrt ? null : rto + wrt;
}

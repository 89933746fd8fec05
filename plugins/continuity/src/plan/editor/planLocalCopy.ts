import type { PlanContents } from 'backstage-plugin-continuity-common';

/** What somebody wrote and the server does not have yet, kept in this browser. */
export interface PlanLocalCopy {
  contents: PlanContents;
  /** The plan's revision from which it was written. */
  revision: number;
  at: string;
}

const keyOf = (planId: string) => `continuity.plan-draft.${planId}`;

/** Keeps unsaved words until they are saved: a closed browser loses nothing. */
export function keepPlanCopy(planId: string, copy: PlanLocalCopy): void {
  try {
    window.localStorage.setItem(keyOf(planId), JSON.stringify(copy));
  } catch {
    // A full or forbidden store: the server's copy is the one that counts.
  }
}

/** See {@link keepPlanCopy}. */
export function readPlanCopy(planId: string): PlanLocalCopy | undefined {
  try {
    const text = window.localStorage.getItem(keyOf(planId));
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** See {@link keepPlanCopy}. */
export function forgetPlanCopy(planId: string): void {
  try {
    window.localStorage.removeItem(keyOf(planId));
  } catch {
    // see above
  }
}

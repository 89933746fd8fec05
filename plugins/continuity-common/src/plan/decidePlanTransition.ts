import type { PlanVersionState } from './planVersion';

/** What somebody may want to do with a version. @public */
export type PlanTransition = 'edit' | 'submit' | 'return' | 'approve';

/** The open version, as far as its next state depends on it. @public */
export interface TransitionSubject {
  state: PlanVersionState;
  /** Everybody who changed it. */
  editedBy: readonly string[];
}

/**
 * Whether a step is allowed, to which state it leads, or why not: `conflict` where the version is in another state, `forbidden` where the person
 * may not.
 *
 * @public
 */
export type PlanTransitionDecision =
  | { ok: true; to: PlanVersionState }
  | { ok: false; why: 'conflict' | 'forbidden'; message: string };

const from: Record<PlanTransition, PlanVersionState> = {
  edit: 'draft',
  submit: 'draft',
  return: 'in-review',
  approve: 'in-review',
};

const to: Record<PlanTransition, PlanVersionState> = {
  edit: 'draft',
  submit: 'in-review',
  return: 'draft',
  approve: 'approved',
};

const readOnly: Record<PlanVersionState, string> = {
  draft: 'This version is a draft; submit it for review first.',
  'in-review':
    'This version is in review and can’t be changed. Have it returned with a reason first.',
  approved:
    'This version is approved and read-only for ever. A change makes the next version.',
  superseded:
    'This version was replaced by a newer one and is read-only for ever.',
  archived: 'This plan is archived and read-only for ever.',
};

/**
 * The state machine of a version (DOMAIN.md §4): `draft → in-review → approved`, and back to draft with a reason. Nobody who edited a version approves
 * it, and nobody approves it as the deputy of somebody who did.
 *
 * @public
 */
export function decidePlanTransition(
  transition: PlanTransition,
  version: TransitionSubject,
  options: { by: string; onBehalfOf?: string | null } = { by: '' },
): PlanTransitionDecision {
  if (version.state !== from[transition]) {
    return { ok: false, why: 'conflict', message: readOnly[version.state] };
  }
  if (transition === 'approve') {
    const { by, onBehalfOf } = options;
    if (version.editedBy.includes(by)) {
      return {
        ok: false,
        why: 'forbidden',
        message:
          'You edited this version yourself. Another person has to approve it.',
      };
    }
    if (onBehalfOf && version.editedBy.includes(onBehalfOf)) {
      return {
        ok: false,
        why: 'forbidden',
        message: `${onBehalfOf} edited this version, so nobody can approve it for them. Approve it for yourself, or for somebody who did not write it.`,
      };
    }
  }
  return { ok: true, to: to[transition] };
}

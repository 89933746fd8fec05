import type { Assessment } from '../assessment/assessment';
import type { Gap } from '../assessment/gap';
import { coverageMove } from './coverageMove';
import type { DryRunChange, DryRunGap, DryRunSide } from './policyDryRun';

/** What another policy makes of one entity. @public */
export interface PolicyComparison {
  /** Null: nothing that counts is different. */
  change: DryRunChange | null;
  before: DryRunSide;
  after: DryRunSide;
  gained: DryRunGap[];
  lost: DryRunGap[];
  /** The critical and warning gaps that no exemption covers, under each policy: how many services have which is counted. */
  pressing: { before: PressingGap[]; after: PressingGap[] };
}

/** @public */
export type PressingGap = Pick<Gap, 'code' | 'late'>;

type Assessed = Pick<
  Assessment,
  'status' | 'underlyingStatus' | 'profile' | 'gaps'
>;

/**
 * Compares what two policies say of one entity, by the same facts and at the same moment.
 *
 * @public
 */
export function compareUnderPolicies(
  before: Assessed,
  after: Assessed,
): PolicyComparison {
  const gaps = { before: pressingOf(before), after: pressingOf(after) };
  const gained = only(gaps.after, gaps.before);
  const lost = only(gaps.before, gaps.after);
  const sides = {
    before: sideOf(before, gaps.before),
    after: sideOf(after, gaps.after),
  };
  const differs =
    gained.length > 0 ||
    lost.length > 0 ||
    sides.before.tier !== sides.after.tier ||
    sides.before.late !== sides.after.late;
  return {
    ...sides,
    change:
      changeOf(before, after) ??
      (differs && after.status !== 'out-of-scope' ? 'gaps' : null),
    gained,
    lost,
    pressing: {
      before: gaps.before.map(brief),
      after: gaps.after.map(brief),
    },
  };
}

function changeOf(before: Assessed, after: Assessed): DryRunChange | undefined {
  if (before.status === after.status) return undefined;
  if (before.status === 'out-of-scope') return 'enters';
  if (after.status === 'out-of-scope') return 'leaves';
  const move = coverageMove(
    { ...before, tier: before.profile.tier.value },
    { ...after, tier: after.profile.tier.value },
    { policyChanged: true },
  );
  return move?.direction === 'same' ? 'other' : move?.direction;
}

function pressingOf({ gaps }: Assessed): Gap[] {
  return gaps.filter(gap => gap.severity !== 'information' && !gap.exemption);
}

function sideOf({ status, profile }: Assessed, gaps: Gap[]): DryRunSide {
  return {
    status,
    tier: profile.tier.value,
    late: gaps.some(gap => gap.late),
  };
}

function brief({ code, late }: Gap): PressingGap {
  return { code, late };
}

/** A gap that counts more or less than before is lost and gained. */
function only(gaps: Gap[], others: Gap[]): DryRunGap[] {
  const known = new Set(others.map(keyOf));
  return gaps
    .filter(gap => !known.has(keyOf(gap)))
    .map(({ code, severity, requirement, dueBy, late }) => ({
      code,
      severity,
      requirement,
      dueBy,
      late,
    }));
}

function keyOf({ code, requirement, severity }: Gap): string {
  return `${code}|${requirement}|${severity}`;
}

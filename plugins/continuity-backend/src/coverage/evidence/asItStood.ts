import type { StoredFinding } from '../../testing/finding/FindingStore';
import type { StoredTest } from '../../testing/StoredTest';
import type { EvidenceChange } from './readEvidenceChanges';

const isBefore = (moment: string | null | undefined, end: string) =>
  moment !== null && moment !== undefined && moment < end;

/** Records without what was done about them from a moment on: who looks at a period asks what was so at its end. */
export const asItStood = {
  finding(finding: StoredFinding, end: string): StoredFinding {
    const { state, resolution, closedAt } = finding;
    const isUnresolved = state === 'open' || state === 'in-progress';
    if (isUnresolved || isBefore(closedAt, end)) return finding;
    const wasResolved = isBefore(resolution?.at, end);
    return {
      ...finding,
      state: wasResolved ? 'resolved' : 'open',
      resolution: wasResolved ? resolution : null,
      verification: null,
      acceptance: null,
      closedAt: null,
    };
  },

  test(test: StoredTest, end: string): StoredTest {
    return isBefore(test.reviewedAt, end)
      ? test
      : { ...test, reviewedAt: null, reviewedBy: null, reviewNote: '' };
  },

  /** A withdrawn one was withdrawn when it was changed last. */
  change(change: EvidenceChange & { updatedAt: string }, end: string) {
    const { updatedAt, ...known } = change;
    const until = (moment: string | null) =>
      isBefore(moment, end) ? moment : null;
    const approvedAt = until(known.approvedAt);
    const implementedAt = until(known.implementedAt);
    const reviewDoneAt = until(known.reviewDoneAt);
    const isAhead = {
      planned: false,
      approved: approvedAt === null,
      implemented: implementedAt === null,
      withdrawn: !isBefore(updatedAt, end),
    }[known.state];
    const before = approvedAt === null ? 'planned' : 'approved';
    return {
      ...known,
      state: isAhead ? before : known.state,
      approvedAt,
      approvedBy: approvedAt && known.approvedBy,
      implementedAt,
      reviewDoneAt,
      reviewDoneBy: reviewDoneAt && known.reviewDoneBy,
    };
  },
};

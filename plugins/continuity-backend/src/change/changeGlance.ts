import type { StoredChange } from './ChangeStore';

/** What every list says of a change. */
export function changeGlance(change: StoredChange, now: string) {
  const { reviewDueAt, reviewDoneAt, reviewDoneBy } = change;
  return {
    id: change.id,
    externalId: change.externalId,
    url: change.url,
    title: change.title,
    type: change.type,
    state: change.state,
    verdict: change.verdict,
    plannedStart: change.plannedStart,
    plannedEnd: change.plannedEnd,
    implementedAt: change.implementedAt,
    createdAt: change.createdAt,
    review:
      reviewDueAt === null || change.state === 'withdrawn'
        ? null
        : {
            dueAt: reviewDueAt,
            late: reviewDoneAt === null && reviewDueAt <= now,
            doneAt: reviewDoneAt,
            doneBy: reviewDoneBy,
          },
  };
}

import type { TestUnderChange } from '../changeFacts';
import { impactedOf } from './impactedOf';
import type { ChangeRule } from './ChangeRule';

/** Whether the change's window and a test have time in common; what only touches has none. A window without an end is a moment. */
function overlap(
  test: TestUnderChange,
  window: { from: string; to: string },
  now: string,
): boolean {
  const isRunning = test.state === 'in-progress';
  const end = isRunning && test.endsAt < now ? now : test.endsAt;
  if (window.from === window.to) {
    return test.startsAt <= window.from && window.from < end;
  }
  return test.startsAt < window.to && window.from < end;
}

/** The window in one notation, so that texts compare as times. */
function windowOf(change: { plannedStart?: string; plannedEnd?: string }) {
  const { plannedStart, plannedEnd } = change;
  const first = plannedStart ?? plannedEnd;
  if (first === undefined) return undefined;
  const iso = (text: string) => new Date(text).toISOString();
  return { from: iso(first), to: iso(plannedEnd ?? first) };
}

/** A test of something impacted is held within the change's window. Params: `entity`, `test`, `from`, `to` (of the test), `entities`. */
export const overlapsPlannedTest: ChangeRule = {
  id: 'overlaps-planned-test',
  title: 'It is at the same time as a test',
  severity: 'warning',
  find({ facts, now }) {
    const window = windowOf(facts.change);
    if (!window) return [];
    return facts.tests
      .filter(test => !test.isInvocation && overlap(test, window, now))
      .flatMap(test => {
        const hit = impactedOf(test.entityRefs, facts);
        if (!hit) return [];
        return [
          {
            entityRef: hit.entityRef,
            testId: test.testId,
            ...(hit.isDegraded && { severity: 'information' as const }),
            ask: test.people,
            params: {
              entity: hit.entityRef,
              test: test.title,
              from: test.startsAt,
              to: test.endsAt,
              entities: hit.count,
            },
          },
        ];
      });
  },
  why: ({ entity, test, from }) =>
    `The test “${test}” of ${entity} is planned from ${from} on, within the change’s window: its result would say nothing, and both stand in each other’s way.`,
  what: () => 'Move the change or the test.',
};

import { randomUUID } from 'node:crypto';
import { blankResult, newTimes } from './applyResultPatch';
import type { StoredResult } from './StoredResult';
import type { StoredTest } from '../StoredTest';
import type { StoredEvent } from '../TestStore';

/** One entry for each time that was stamped or typed, whatever the number of entities. */
export function timeEvents(
  test: StoredTest,
  options: {
    before: Map<string, StoredResult>;
    changed: StoredResult[];
    by: string;
    at: string;
  },
): StoredEvent[] {
  const { before, changed, by, at: recordedAt } = options;
  const events = new Map<string, StoredEvent>();
  for (const result of changed) {
    const { entityRef } = result;
    const earlier =
      before.get(entityRef) ??
      blankResult(test, entityRef, { by, at: recordedAt });
    for (const { key, at } of newTimes(earlier, result)) {
      const id = `${key} ${at}`;
      const event = events.get(id);
      if (event) event.entityRefs.push(entityRef);
      else {
        events.set(id, {
          testId: test.id,
          id: randomUUID(),
          clientId: null,
          kind: 'time',
          at,
          recordedAt,
          by,
          text: '',
          entityRefs: [entityRef],
          time: key,
          stepId: null,
        });
      }
    }
  }
  return [...events.values()];
}

/** The test ended. */
export function endEvent(
  test: StoredTest,
  { by, at, recordedAt }: { by: string; at: string; recordedAt: string },
): StoredEvent {
  return {
    testId: test.id,
    id: randomUUID(),
    clientId: null,
    kind: 'test',
    at,
    recordedAt,
    by,
    text: 'The test ended',
    entityRefs: [],
    time: null,
    stepId: null,
  };
}

import {
  canonicalJson,
  noTestTimes,
  testTimeKeys,
  type TestResultPatch,
  type TestTimeKey,
} from 'backstage-plugin-continuity-common';
import type { StoredResult } from './StoredResult';
import type { StoredTest } from '../StoredTest';

/** A result of which nothing is known yet. */
export function blankResult(
  test: StoredTest,
  entityRef: string,
  options: { by: string; at: string },
): StoredResult {
  return {
    testId: test.id,
    entityRef,
    times: noTestTimes,
    recovered: null,
    deliveredPercent: null,
    levelMet: null,
    restoredFromBackup: test.contents.restoresFromBackup,
    partial: test.contents.partial,
    outcome: null,
    targets: null,
    measure: null,
    testedSteps: test.testedSteps?.[entityRef] ?? [],
    deficiencies: '',
    note: '',
    recordedAt: options.at,
    recordedBy: options.by,
    recorders: [],
    revision: 0,
  };
}

/** The result with what was said of it; the same object where nothing is new. The revision stays. */
export function applyResultPatch(
  result: StoredResult,
  patch: TestResultPatch,
): StoredResult {
  const { times, ...said } = patch;
  const given = Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined),
  );
  const named = Object.fromEntries(
    Object.entries(times ?? {}).filter(([, value]) => value !== undefined),
  );
  const changed = {
    ...result,
    ...given,
    times: { ...result.times, ...named },
  };
  return canonicalJson(changed) === canonicalJson(result) ? result : changed;
}

/** The times that a change sets anew. */
export function newTimes(
  before: StoredResult,
  after: StoredResult,
): Array<{ key: TestTimeKey; at: string }> {
  return testTimeKeys.flatMap(key => {
    const at = after.times[key];
    return at !== null && at !== before.times[key] ? [{ key, at }] : [];
  });
}

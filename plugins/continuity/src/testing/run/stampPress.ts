import type {
  TestResult,
  TestResultPatch,
  TestTimeKey,
} from 'backstage-plugin-continuity-common';
import { seenOf, type NewRunPress } from './RunPress';

/** Says something of results, with what is seen of each of them. */
export function resultPress(
  results: readonly TestResult[],
  patch: TestResultPatch,
): Extract<NewRunPress, { kind: 'result' }> {
  return {
    kind: 'result',
    entityRefs: results.map(({ entityRef }) => entityRef),
    patch,
    seen: Object.fromEntries(
      results.map(result => [result.entityRef, seenOf(result, patch)]),
    ),
  };
}

/** Stamps one time for one entity or many; null takes it away again. */
export function stampPress(
  results: readonly TestResult[],
  time: TestTimeKey,
  at: string | null,
): Extract<NewRunPress, { kind: 'result' }> {
  return resultPress(results, { times: { [time]: at } });
}

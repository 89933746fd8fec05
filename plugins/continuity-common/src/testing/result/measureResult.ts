import type { TestDepth } from '../../policy/policy';
import { judgeMeasured } from './judgeMeasured';
import type { ResultMeasure } from './testResult';
import type { TestOrigin } from '../testState';
import type { TestTargets } from './testTargets';
import type { TestTimes } from './testTimes';

/** Seconds from one moment to another; null where one is missing, or they are out of order. */
function between(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
  return seconds < 0 ? null : seconds;
}

/**
 * The entity's own restore work (DOMAIN.md §6): minimum service − last dependency back; − disruption start where no dependency was disrupted, or the
 * service came back before it.
 */
function ownSeconds(times: TestTimes): number | null {
  const { dependenciesBack, disruptionStart, minimumService } = times;
  const waited =
    dependenciesBack !== null &&
    minimumService !== null &&
    dependenciesBack <= minimumService;
  return between(waited ? dependenciesBack : disruptionStart, minimumService);
}

/**
 * What the times of a result say: RTA = minimum service − disruption start (never from the declaration), RPA = disruption start − last consistent
 * data, both in elapsed seconds whatever the clocks on the wall did, and the best outcome that they allow.
 *
 * In an invocation, what has no time of minimum service was not back: it failed.
 *
 * @public
 */
export function measureResult(
  result: {
    depth: TestDepth;
    origin: TestOrigin;
    times: TestTimes;
    recovered: boolean | null;
    deliveredPercent: number | null;
    levelMet: boolean | null;
  },
  targets: TestTargets,
): ResultMeasure {
  const { depth, origin, times, deliveredPercent, levelMet } = result;
  const { disruptionStart, minimumService, lastConsistentData } = times;
  const rtaSeconds = between(disruptionStart, minimumService);
  const rpaSeconds = between(lastConsistentData, disruptionStart);
  const recovered =
    origin === 'invocation' && minimumService === null
      ? false
      : result.recovered;
  return {
    rtaSeconds,
    rpaSeconds,
    ownSeconds: ownSeconds(times),
    ...judgeMeasured(
      { depth, rtaSeconds, rpaSeconds, recovered, deliveredPercent, levelMet },
      targets,
    ),
  };
}

import { z } from 'zod';
import { instantText } from '../../terms/instantText';

/**
 * The moments of a recovery, in the order in which they should come; each may be missing.
 *
 * @public
 */
export const testTimeKeys = [
  'lastConsistentData',
  'disruptionStart',
  'declared',
  'dependenciesBack',
  'minimumService',
  'fullService',
] as const;

/** @public */
export type TestTimeKey = (typeof testTimeKeys)[number];

const moment = instantText.nullable();

/**
 * Times of one entity in a test; see {@link testTimeKeys}.
 *
 * `declared` is when somebody declared the disruption: evidence, never the start of a clock. `dependenciesBack` is when the last hard dependency
 * was back; null where none was disrupted.
 *
 * @public
 */
export const testTimesSchema = z
  .object({
    lastConsistentData: moment,
    disruptionStart: moment,
    declared: moment,
    dependenciesBack: moment,
    minimumService: moment,
    fullService: moment,
  })
  .strict();

/** @public */
export type TestTimes = z.infer<typeof testTimesSchema>;

/** No time is known. @public */
export const noTestTimes: TestTimes = {
  lastConsistentData: null,
  disruptionStart: null,
  declared: null,
  dependenciesBack: null,
  minimumService: null,
  fullService: null,
};
